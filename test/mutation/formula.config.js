import { hunt } from './hunt.js'

export default hunt('formula', ['shared/formula/**/*.ts'])
