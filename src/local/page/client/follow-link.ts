const SPREADSHEET = /^\/spreadsheets\/d\/([\w-]+)/;
const GOOGLE = 'docs.google.com';

/** The id of a spreadsheet in its address here, or in the one that it would have with Google. */
function spreadsheetIn(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { host, pathname } = new URL(address);
  return host === GOOGLE || host === window.location.host ? SPREADSHEET.exec(pathname)?.[1] : undefined;
}

/**
 * Follows a link that a page of the script shows, in another tab. The address of a spreadsheet leads to the workbook of that id here, as the
 * person who clicks; other addresses lead where they say.
 */
export function follow(address: string, as: string): void {
  const id = spreadsheetIn(address);
  if (id !== undefined)
    window.open(
      `/spreadsheets/d/${encodeURIComponent(id)}/edit?as=${encodeURIComponent(as)}`,
      '_blank',
      'noopener',
    );
  else if (/^https?:/.test(address)) window.open(address, '_blank', 'noopener,noreferrer');
}
