import { entriesOf, extentOf, getAt, type SparseList } from '../../stand-in/model/sparse-list.ts';
import type { GridRange } from '../../stand-in/model/wire.ts';
import { columnCountOf, type Row, rowCountOf, type Sheet, titleOf } from '../../stand-in/model/workbook.ts';
import { boxOfRange } from './box.ts';
import type { CellValue } from './cell-value.ts';
import type { PageMemory, ReadRow, RowFrame } from './page-memory.ts';
import type { PageCell } from './page-workbook.ts';
import { shownText } from './read-cell.ts';
import { readRow } from './read-row.ts';
import { type JsonObject, numberIn } from './wire-json.ts';

/** One sheet with its rows read, before any rule: what rules and charts look at. */
export interface SheetGrid {
  readonly id: number;
  readonly title: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly sheet: Sheet;
  /** Down to the last row that holds anything; undefined for a row in which nothing ever stood. */
  readonly rows: readonly { readonly source: Row; readonly read: ReadRow }[];
  /** Sizes in pixels that differ from the default, 0 for hidden lines. */
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly columnWidths: Readonly<Record<number, number>>;
  readonly valueAt: (row: number, column: number) => CellValue | undefined;
  readonly shownAt: (row: number, column: number) => string;
  /** The cells of a range in reading order, without those in hidden rows and columns. */
  readonly visibleCells: (range: GridRange) => readonly (PageCell | null)[];
}

const USUAL_ROW_PIXELS = 21;
const USUAL_COLUMN_PIXELS = 100;

function sizesOf(lines: SparseList<JsonObject>, usual: number): Readonly<Record<number, number>> {
  const sizes: Record<number, number> = {};
  for (const [at, line] of entriesOf(lines)) {
    const isHidden = line['hiddenByUser'] === true || line['hiddenByFilter'] === true;
    const size = isHidden ? 0 : (numberIn(line, 'pixelSize') ?? usual);
    if (size !== usual) sizes[at] = size;
  }
  return sizes;
}

const NO_ROW: Row = [];

export function gridOf(sheet: Sheet, frame: RowFrame, memory: PageMemory): SheetGrid {
  const rows = Array.from({ length: extentOf(sheet.rows) }, (_, at) => {
    const source = getAt(sheet.rows, at) ?? NO_ROW;
    return { source, read: readRow(source, frame, memory) };
  });
  const rowHeights = sizesOf(sheet.rowMetadata, USUAL_ROW_PIXELS);
  const columnWidths = sizesOf(sheet.columnMetadata, USUAL_COLUMN_PIXELS);
  const size = { rowCount: rowCountOf(sheet), columnCount: columnCountOf(sheet) };
  const cellAt = (row: number, column: number) => rows[row]?.read.cells[column];
  return {
    id: sheet.sheetId,
    title: titleOf(sheet),
    ...size,
    sheet,
    rows,
    rowHeights,
    columnWidths,
    valueAt: (row, column) => cellAt(row, column)?.value,
    shownAt: (row, column) => shownText(cellAt(row, column)),
    visibleCells: (range) => {
      const { top, bottom, left, right } = boxOfRange(range, size);
      const found: (PageCell | null)[] = [];
      for (let row = top; row < bottom; row += 1)
        for (let column = left; column < right; column += 1)
          if (rowHeights[row] !== 0 && columnWidths[column] !== 0) found.push(cellAt(row, column) ?? null);
      return found;
    },
  };
}
