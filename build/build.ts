/** Builds everything that is shipped into `dist/`. */
export {}
