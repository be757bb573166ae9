import { sheetOf } from '../model/box.ts';
import { shownValue } from '../model/cell-order.ts';
import { assertSheetOpen } from '../model/protection.ts';
import { entriesOf, getAt, withEdits } from '../model/sparse-list.ts';
import { textWidth } from '../model/text-width.ts';
import type { CellData, DimensionRange, NumberFormat } from '../model/wire.ts';
import { columnCountOf, localeOf, type Sheet, type Workbook, withSheet } from '../model/workbook.ts';
import { Refusal } from '../refusal.ts';
import { formatValue } from '../values/format-value.ts';
import { type Applied, type BatchContext, handler, type RequestFamily } from './handler.ts';

/** Columns become as wide as their widest cell; rows have no wrapped text here and keep their height. */
function autoResizeDimensions(
  workbook: Workbook,
  { dimensions = {} }: { readonly dimensions?: DimensionRange },
  context: BatchContext,
): Applied {
  const sheet = sheetOf(workbook, dimensions.sheetId);
  assertSheetOpen(sheet, context.editor);
  if (dimensions.dimension === 'ROWS') return { workbook };
  if (dimensions.dimension !== 'COLUMNS') throw new Refusal('dimensions.dimension must be specified.');
  const widths = widthsOf(sheet, localeOf(workbook), {
    start: dimensions.startIndex ?? 0,
    end: Math.min(dimensions.endIndex ?? columnCountOf(sheet), columnCountOf(sheet)),
  });
  const edits = [...widths].map(
    ([column, pixelSize]) => [column, { ...getAt(sheet.columnMetadata, column), pixelSize }] as const,
  );
  return {
    workbook: withSheet(workbook, { ...sheet, columnMetadata: withEdits(sheet.columnMetadata, edits) }),
  };
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
