/** Where people open a spreadsheet. */
export function addressOfFile(id: string): string {
  return `https://docs.google.com/spreadsheets/d/${id}`;
}
