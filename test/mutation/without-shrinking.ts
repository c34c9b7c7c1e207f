import fc from 'fast-check'

// That a mutant is noticed is enough; nobody reads by which smallest example.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true })
