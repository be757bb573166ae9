const SPREADSHEET = /^https:\/\/docs\.google\.com\/spreadsheets\/d\/([\w-]+)/;

/**
 * Follows a link that a page of the script shows, in another tab. Google's address of a spreadsheet leads to the workbook of that id here;
 * other addresses lead where they say.
 */
export function follow(address: string, as: string): void {
  const [, id] = SPREADSHEET.exec(address) ?? [];
  if (id !== undefined)
    window.open(`/open/${encodeURIComponent(id)}?as=${encodeURIComponent(as)}`, '_blank', 'noopener');
  else if (/^https?:/.test(address)) window.open(address, '_blank', 'noopener,noreferrer');
}
