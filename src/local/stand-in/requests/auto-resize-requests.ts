import { sheetOf } from '../model/box.ts';
import { shownValue } from '../model/cell-order.ts';
import { assertSheetOpen } from '../model/protection.ts';
import { entriesOf, getAt, withEdits } from '../model/sparse-list.ts';
import { textWidth } from '../model/text-width.ts';
import type { CellData, DimensionRange, NumberFormat } from '../model/wire.ts';
import {
  columnCountOf,
  localeOf,
  rowCountOf,
  type Sheet,
  type Workbook,
  withSheet,
} from '../model/workbook.ts';
import { Refusal } from '../refusal.ts';
import { formatValue } from '../values/format-value.ts';
import { type Applied, type BatchContext, handler, type RequestFamily } from './handler.ts';

/** Columns become as wide as their widest cell; rows, whose text does not wrap here, as high as every row is that nobody sized. */
function autoResizeDimensions(
  workbook: Workbook,
  { dimensions = {} }: { readonly dimensions?: DimensionRange },
  context: BatchContext,
): Applied {
  const sheet = sheetOf(workbook, dimensions.sheetId);
  assertSheetOpen(sheet, context.editor);
  const { dimension, startIndex: start = 0, endIndex = Number.POSITIVE_INFINITY } = dimensions;
  if (dimension !== 'ROWS' && dimension !== 'COLUMNS')
    throw new Refusal('dimensions.dimension must be specified.');
  const size = dimension === 'ROWS' ? rowCountOf(sheet) : columnCountOf(sheet);
  if (start < 0) throw new Refusal('dimensions.startIndex must be >= 0');
  if (start >= size)
    throw new Refusal(`dimensions.startIndex[${start}] is beyond the grid of ${size} lines.`);
  const span = { start, end: Math.min(endIndex, size) };
  if (dimension === 'ROWS') return { workbook: withSheet(workbook, withPlainHeights(sheet, span)) };
  const widths = widthsOf(sheet, localeOf(workbook), span);
  const edits = [...widths].map(
    ([column, pixelSize]) => [column, { ...getAt(sheet.columnMetadata, column), pixelSize }] as const,
  );
  return {
    workbook: withSheet(workbook, { ...sheet, columnMetadata: withEdits(sheet.columnMetadata, edits) }),
  };
}

function withPlainHeights(sheet: Sheet, { start, end }: Span): Sheet {
  const edits = [...entriesOf(sheet.rowMetadata, start, end)].map(([row, { pixelSize: _own, ...rest }]) => {
    const isPlain = Object.keys(rest).length === 0;
    return [row, isPlain ? undefined : rest] as const;
  });
  return { ...sheet, rowMetadata: withEdits(sheet.rowMetadata, edits) };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function widthsOf(sheet: Sheet, locale: string, { start, end }: Span): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  for (const [, row] of entriesOf(sheet.rows)) {
    for (let column = start; column < Math.min(end, row.length); column += 1) {
      const width = textWidth(shownText(row[column], locale));
      if (width > (widths.get(column) ?? 0)) widths.set(column, width);
    }
  }
  return widths;
}

function shownText(cell: CellData | undefined, locale: string): string {
  return formatValue(
    shownValue(cell),
    cell?.userEnteredFormat?.['numberFormat'] as NumberFormat | undefined,
    locale,
  );
}

export const autoResizeRequests: RequestFamily = { autoResizeDimensions: handler(autoResizeDimensions) };
