import { hunt } from './hunt.js'

// Declarations are data, mostly to be read: `planted-faults.ts` hunts in them.
export default hunt('metrics', [
  'shared/metrics/*.ts',
  '!shared/metrics/index.ts',
  '!shared/metrics/table-functions.ts',
])
