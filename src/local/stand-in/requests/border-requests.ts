import type { JsonObject } from '../contract/json.ts';
import { boxOf, sheetOf } from '../model/box.ts';
import { normalizeColors } from '../model/color.ts';
import { type Edge, edgeAt, isFirst, isLast } from '../model/edge.ts';
import { cellOrNothing, mapRowsAlike } from '../model/edit-cells.ts';
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
  const changed = mapRowsAlike(sheet, box, (edge) => {
    const cells = new Map<string, Map<CellData | undefined, CellData | undefined>>();
    return (cell, column) => {
      const side = edgeAt(column, box.left, box.right);
      return remembered(cells, side, cell, () => bordered(cell, sidesAt(request, edge, side)));
    };
  });
  return { workbook: withSheet(workbook, changed) };
}

/** Equal cells in equal places become one and the same cell, so that a border around ten million cells stays small. */
function remembered<K>(
  known: Map<K, Map<CellData | undefined, CellData | undefined>>,
  key: K,
  cell: CellData | undefined,
  make: () => CellData | undefined,
): CellData | undefined {
  const cells = known.get(key) ?? new Map<CellData | undefined, CellData | undefined>();
  known.set(key, cells);
  if (!cells.has(cell)) cells.set(cell, make());
  return cells.get(cell);
}

type Sides = readonly (readonly [side: string, border: Border | undefined])[];

function sidesAt(request: UpdateBorders, row: Edge, column: Edge): Sides {
  return [
    ['top', isFirst(row) ? request.top : request.innerHorizontal],
    ['bottom', isLast(row) ? request.bottom : request.innerHorizontal],
    ['left', isFirst(column) ? request.left : request.innerVertical],
    ['right', isLast(column) ? request.right : request.innerVertical],
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
