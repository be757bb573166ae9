import type { JsonObject } from '../contract/json.ts';
import { cellOrNothing, trimmedRow } from './edit-cells.ts';
import { entriesOf, getAt, withEdits } from './sparse-list.ts';
import type { CellData, Dimension } from './wire.ts';
import type { Row, Sheet } from './workbook.ts';

/** Lines that have come in empty, and the neighbour whose look they take. */
export interface NewLines {
  readonly dimension: Dimension;
  readonly start: number;
  readonly end: number;
  readonly from: number;
}

/**
 * The new rows or columns look like their neighbour: formats and validation of its cells, and its size [D, for grounds]. Its
 * values and notes, and whether it is hidden, stay its own.
 */
export function withInheritedLook(sheet: Sheet, lines: NewLines): Sheet {
  const { dimension, start, end, from } = lines;
  const sizes = dimension === 'ROWS' ? sheet.rowMetadata : sheet.columnMetadata;
  const pixelSize = getAt(sizes, from)?.['pixelSize'];
  const size: JsonObject | undefined = pixelSize === undefined ? undefined : { pixelSize };
  const sized = withEdits(sizes, repeated(start, end, size));
  return dimension === 'ROWS'
    ? {
        ...sheet,
        rowMetadata: sized,
        rows: withEdits(sheet.rows, repeated(start, end, rowLike(sheet, from))),
      }
    : { ...sheet, columnMetadata: sized, rows: withEdits(sheet.rows, rowsWithColumns(sheet, lines)) };
}

function rowLike(sheet: Sheet, from: number): Row | undefined {
  return trimmedRow((getAt(sheet.rows, from) ?? []).map(lookOf));
}

function* rowsWithColumns(sheet: Sheet, { start, end, from }: NewLines) {
  const known = new Map<Row, Row | undefined>();
  for (const [index, row] of entriesOf(sheet.rows)) {
    const look = lookOf(row[from]);
    if (look === undefined) continue;
    if (!known.has(row)) known.set(row, withColumns(row, start, end, look));
    yield [index, known.get(row)] as const;
  }
}

function withColumns(row: Row, start: number, end: number, look: CellData): Row {
  const draft = [...row];
  for (let column = start; column < end; column += 1) draft[column] = look;
  return draft;
}

function lookOf(cell: CellData | undefined): CellData | undefined {
  const { userEnteredFormat, dataValidation } = cell ?? {};
  return cellOrNothing({
    ...(userEnteredFormat === undefined ? {} : { userEnteredFormat }),
    ...(dataValidation === undefined ? {} : { dataValidation }),
  });
}

function* repeated<T>(start: number, end: number, item: T | undefined) {
  if (item === undefined) return;
  for (let index = start; index < end; index += 1) yield [index, item] as const;
}
