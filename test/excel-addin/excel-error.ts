/** The part of Microsoft's CustomFunctions object that the add-in uses, for tests outside their runtime. */
export function installCustomFunctions() {
  const ErrorCode = {
    invalidValue: '#VALUE!',
    notAvailable: '#N/A',
    divisionByZero: '#DIV/0!',
    invalidNumber: '#NUM!',
    nullReference: '#NULL!',
    invalidName: '#NAME?',
    invalidReference: '#REF!',
  }
  function ExcelError(this: { code: string; message: string }, code: string, message = '') {
    this.code = code
    this.message = message
  }
  Object.assign(globalThis, { CustomFunctions: { Error: ExcelError, ErrorCode } })
}
