/** The release that computed what a workbook was handed over with. */
export const release = '0.1.0'
