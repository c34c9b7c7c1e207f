import fc from 'fast-check'

// The same samples every time, so that a red run can be repeated and a green one means what it meant yesterday.
// `SEED=$RANDOM npm test` looks elsewhere; what it finds is kept as an example beside the property.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20261122) })
