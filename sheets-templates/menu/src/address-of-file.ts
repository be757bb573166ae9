/// <reference types="google-apps-script" />

/** Where people open a spreadsheet: beside this one, whose address says where spreadsheets are opened here. */
export function addressOfFile(id: string): string {
  const active = SpreadsheetApp.getActiveSpreadsheet();
  return active.getUrl().replace(active.getId(), id);
}
