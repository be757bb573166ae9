export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What Google exports a spreadsheet as, in its order (recorded in the links of Drive v2, measured by others in `about`). */
const FORMATS: readonly (readonly [type: string, name: string])[] = [
  ['application/x-vnd.oasis.opendocument.spreadsheet', 'ods'],
  ['text/tab-separated-values', 'tsv'],
  ['application/pdf', 'pdf'],
  [XLSX_TYPE, 'xlsx'],
  ['text/csv', 'csv'],
  ['application/zip', 'zip'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
];

export const EXPORT_FORMATS: readonly string[] = FORMATS.map(([type]) => type);

export function exportLinksOf(fileId: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    FORMATS.map(([type, name]) => [
      type,
      `https://docs.google.com/spreadsheets/export?id=${fileId}&exportFormat=${name}`,
    ]),
  );
}
