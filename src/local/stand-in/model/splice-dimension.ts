import { withChangedLines } from './change-lines.ts';
import { trimmedRow } from './edit-cells.ts';
import { splicedSpan } from './span-change.ts';
import { entriesOf, spliced, withEdits } from './sparse-list.ts';
import type { Dimension } from './wire.ts';
import { columnCountOf, type Row, rowCountOf, type Sheet, type Workbook, withSheet } from './workbook.ts';

/** `removed` rows or columns go at `start`, `added` empty ones come in their place. */
export interface Splice {
  readonly sheetId: number;
  readonly dimension: Dimension;
  readonly start: number;
  readonly removed: number;
  readonly added: number;
}

/** Takes out or puts in rows or columns and moves along everything that is anchored to the sheet's cells. */
export function spliceDimension(workbook: Workbook, sheet: Sheet, splice: Splice): Workbook {
  const { dimension, start, removed, added } = splice;
  if (removed === 0 && added === 0) return workbook;
  const byRow = dimension === 'ROWS';
  const grid = sheet.properties.gridProperties;
  const gridProperties = byRow
    ? { ...grid, rowCount: rowCountOf(sheet) + added - removed }
    : { ...grid, columnCount: columnCountOf(sheet) + added - removed };
  const changed: Sheet = {
    ...sheet,
    properties: { ...sheet.properties, gridProperties },
    rows: byRow ? spliced(sheet.rows, start, removed, added) : spliceColumns(sheet, splice),
    rowMetadata: byRow ? spliced(sheet.rowMetadata, start, removed, added) : sheet.rowMetadata,
    columnMetadata: byRow ? sheet.columnMetadata : spliced(sheet.columnMetadata, start, removed, added),
  };
  const change = splicedSpan(splice);
  return withChangedLines(withSheet(workbook, changed), { sheet: changed, dimension, change });
}

function spliceColumns(sheet: Sheet, { start, removed, added }: Splice): Sheet['rows'] {
  const gap = Array.from({ length: added }, () => undefined);
  const edits: [number, Row | undefined][] = [];
  for (const [index, row] of entriesOf(sheet.rows)) {
    if (row.length <= start) continue;
    edits.push([index, trimmedRow([...row.slice(0, start), ...gap, ...row.slice(start + removed)])]);
  }
  return withEdits(sheet.rows, edits);
}
