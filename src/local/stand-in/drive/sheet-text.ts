import { CsvError, parse } from 'csv-parse/sync';
import { withRowStretches } from '../model/edit-cells.ts';
import type { FormulaEvaluator } from '../model/formula.ts';
import { assertColumnCount, MAX_CELLS } from '../model/limits.ts';
import { newSheet } from '../model/new-sheet.ts';
import { extentOf, getAt } from '../model/sparse-list.ts';
import type { CellData, NumberFormat } from '../model/wire.ts';
import type { Sheet } from '../model/workbook.ts';
import { withValue } from '../model/written-cell.ts';
import { Refusal } from '../refusal.ts';
import { renderCell } from '../values/render-values.ts';
import { parseUserEntered } from '../values/user-entered.ts';
import { widest } from '../values/widest.ts';

/** The first sheet as Drive exports it: shown values, no line end after the last row (recorded: `a1,B2`). */
export function exportedText(sheet: Sheet, locale: string, kind: 'csv' | 'tsv'): string {
  const lines: string[] = [];
  const width = widthOf(sheet);
  for (let row = 0; row < extentOf(sheet.rows); row += 1) {
    const cells = getAt(sheet.rows, row) ?? [];
    const fields = Array.from({ length: width }, (_, column) => shown(cells[column], locale));
    lines.push(kind === 'csv' ? fields.map(quoted).join(',') : fields.map(flat).join('\t'));
  }
  return lines.join('\r\n');
}

function widthOf(sheet: Sheet): number {
  let width = 0;
  for (let row = 0; row < extentOf(sheet.rows); row += 1)
    width = Math.max(width, getAt(sheet.rows, row)?.length ?? 0);
  return width;
}

function shown(cell: CellData | undefined, locale: string): string {
  return String(
    renderCell(cell, { valueRender: 'FORMATTED_VALUE', dateTimeRender: 'SERIAL_NUMBER', locale }),
  );
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replace(/"/g, '""')}"` : field;
}

function flat(field: string): string {
  return field.replace(/[\t\r\n]/g, ' ');
}

interface Import {
  readonly text: string;
  readonly kind: 'csv' | 'tsv';
  readonly sheetId: number;
  readonly title: string;
  readonly locale: string;
  readonly year: number;
  readonly evaluator: FormulaEvaluator;
}

/** An uploaded table as one new sheet, its texts read as if typed. */
export function importedSheet({ text, kind, sheetId, title, locale, year, evaluator }: Import): Sheet {
  const rows = parsedRows(text, kind);
  const size = {
    rowCount: Math.max(1000, rows.length),
    columnCount: Math.max(FEWEST_COLUMNS, widest(rows)),
  };
  const sheet = newSheet(sheetId, title, { gridProperties: size });
  const stretches = rows.map((items, row) => ({ row, left: 0, items }));
  return withRowStretches(sheet, stretches, (_none, field) => {
    const { value, numberFormat } = parseUserEntered(field, { locale, year });
    const cell = withValue(undefined, value, evaluator);
    if (cell === undefined || numberFormat === undefined) return cell;
    const shownAs: NumberFormat = numberFormat;
    return { ...cell, userEnteredFormat: { numberFormat: shownAs } };
  });
}

const FEWEST_COLUMNS = 26;
/** One row more than fits on a sheet is enough to know that the table does not fit. */
const MOST_ROWS = Math.floor(MAX_CELLS / FEWEST_COLUMNS) + 1;

/** Fields of the longest row, counted before a list is made of each. What stands in quotes does not count. */
function widestRow(text: string, delimiter: string): number {
  let most = 0;
  let fields = 1;
  let inQuotes = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '"') inQuotes = !inQuotes;
    else if (inQuotes) continue;
    else if (letter === delimiter) fields += 1;
    else if (letter === '\n') fields = 1;
    if (fields > most) most = fields;
  }
  return most;
}

function parsedRows(text: string, kind: 'csv' | 'tsv'): readonly (readonly string[])[] {
  const delimiter = kind === 'csv' ? ',' : '\t';
  assertColumnCount(widestRow(text, delimiter));
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      to: MOST_ROWS,
    });
  } catch (error) {
    if (error instanceof CsvError) throw new Refusal('The file could not be converted to a spreadsheet.');
    throw error;
  }
}
