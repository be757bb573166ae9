/** The id of a spreadsheet from its address in the browser, or the id itself; undefined when it is neither. */
export function parseSpreadsheetId(text: string): string | undefined {
  const inAddress = /\/spreadsheets\/d\/([\w-]+)/.exec(text)?.[1];
  if (inAddress !== undefined) return inAddress;
  return /^[\w-]{20,}$/.test(text) ? text : undefined;
}
