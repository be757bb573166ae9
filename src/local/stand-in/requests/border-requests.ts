import type { JsonObject } from '../contract/json.ts';
import { type Box, boxOf, sheetOf } from '../model/box.ts';
import { normalizeColors } from '../model/color.ts';
import { cellOrNothing, mapCells } from '../model/edit-cells.ts';
import { withField } from '../model/masked-merge.ts';
import { assertEditable } from '../model/protection.ts';
import type { CellData, GridRange } from '../model/wire.ts';
import { type Workbook, withSheet } from '../model/workbook.ts';
import { type Applied, type BatchContext, handler, type RequestFamily } from './handler.ts';

type Border = JsonObject & { readonly style?: string };

interface UpdateBorders {
  readonly range?: GridRange;
  readonly top?: Border;
  readonly bottom?: Border;
  readonly left?: Border;
  readonly right?: Border;
  readonly innerHorizontal?: Border;
  readonly innerVertical?: Border;
}

const WIDTHS: ReadonlyMap<string, number> = new Map([
  ['DOTTED', 1],
  ['DASHED', 1],
  ['SOLID', 1],
  ['SOLID_MEDIUM', 2],
  ['SOLID_THICK', 3],
  ['DOUBLE', 3],
]);

function updateBorders(workbook: Workbook, request: UpdateBorders, context: BatchContext): Applied {
  const { range = {} } = request;
  const box = boxOf(workbook, range);
  const sheet = sheetOf(workbook, range.sheetId);
  assertEditable(workbook, sheet, box, context.editor);
  const changed = mapCells(sheet, box, (cell, row, column) =>
    bordered(cell, sidesAt(request, box, row, column)),
  );
  return { workbook: withSheet(workbook, changed) };
}

type Sides = readonly (readonly [side: string, border: Border | undefined])[];

function sidesAt(request: UpdateBorders, box: Box, row: number, column: number): Sides {
  return [
    ['top', row === box.top ? request.top : request.innerHorizontal],
    ['bottom', row === box.bottom - 1 ? request.bottom : request.innerHorizontal],
    ['left', column === box.left ? request.left : request.innerVertical],
    ['right', column === box.right - 1 ? request.right : request.innerVertical],
  ];
}

function bordered(cell: CellData | undefined, sides: Sides): CellData | undefined {
  const format = cell?.userEnteredFormat ?? {};
  const before = (format['borders'] ?? {}) as JsonObject;
  const borders = sides.reduce(
    (all, [side, border]) => (border === undefined ? all : withField(all, side, keptBorder(border))),
    before,
  );
  const changed = withField(format, 'borders', Object.keys(borders).length === 0 ? undefined : borders);
  return cellOrNothing(
    withField(
      cell ?? {},
      'userEnteredFormat',
      Object.keys(changed).length === 0 ? undefined : changed,
    ) as CellData,
  );
}

/** A border has a colour even when none was given (black), and style NONE takes it away. */
function keptBorder(border: Border): JsonObject | undefined {
  const style = border.style;
  if (style === undefined || style === 'NONE') return undefined;
  return normalizeColors({ width: WIDTHS.get(style) ?? 1, color: {}, ...border });
}

export const borderRequests: RequestFamily = { updateBorders: handler(updateBorders) };
