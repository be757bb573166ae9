import { parse } from 'csv-parse/sync';
import { withCells } from '../model/edit-cells.ts';
import type { FormulaEvaluator } from '../model/formula.ts';
import { newSheet } from '../model/new-sheet.ts';
import { extentOf, getAt } from '../model/sparse-list.ts';
import type { CellData, NumberFormat } from '../model/wire.ts';
import type { Sheet } from '../model/workbook.ts';
import { withValue } from '../model/written-cell.ts';
import { renderCell } from '../values/render-values.ts';
import { parseUserEntered } from '../values/user-entered.ts';

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
  if (cell === undefined) return '';
  const format = cell.userEnteredFormat?.['numberFormat'] as NumberFormat | undefined;
  const readable = format === undefined ? cell : { ...cell, numberFormat: format };
  return String(
    renderCell(readable, { valueRender: 'FORMATTED_VALUE', dateTimeRender: 'SERIAL_NUMBER', locale }),
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
  const rows = parse(text, {
    bom: true,
    delimiter: kind === 'csv' ? ',' : '\t',
    relax_column_count: true,
    relax_quotes: true,
  });
  const size = {
    rowCount: Math.max(1000, rows.length),
    columnCount: rows.reduce((widest, row) => Math.max(widest, row.length), 26),
  };
  const sheet = newSheet(sheetId, title, { gridProperties: size });
  const cells = rows.flatMap((row, down) =>
    row.map((field, along): readonly [number, number, CellData | undefined] => {
      const { value, numberFormat } = parseUserEntered(field, { locale, year });
      const cell = withValue(undefined, value, evaluator);
      if (cell === undefined || numberFormat === undefined) return [down, along, cell];
      const shownAs: NumberFormat = numberFormat;
      return [down, along, { ...cell, userEnteredFormat: { numberFormat: shownAs } }];
    }),
  );
  return withCells(sheet, cells);
}
