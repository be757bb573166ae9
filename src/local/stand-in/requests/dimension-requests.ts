import type { JsonObject } from '../contract/json.ts';
import { sheetOf } from '../model/box.ts';
import { withInheritedLook } from '../model/inherited-look.ts';
import { assertGridSize, assertWorkbookSize } from '../model/limits.ts';
import { type FieldPaths, masksField, mergeByMask } from '../model/masked-merge.ts';
import { moveDimension } from '../model/move-dimension.ts';
import { assertEditable, assertOpenBetween, assertSheetOpen } from '../model/protection.ts';
import { getAt, withEdits } from '../model/sparse-list.ts';
import { spliceDimension } from '../model/splice-dimension.ts';
import type { Dimension, DimensionRange } from '../model/wire.ts';
import { columnCountOf, rowCountOf, type Sheet, type Workbook, withSheet } from '../model/workbook.ts';
import { NotBuilt, Refusal } from '../refusal.ts';
import { type Applied, type BatchContext, handler, type RequestFamily } from './handler.ts';
import { maskOf } from './update-mask.ts';

/** A DimensionRange with its open ends closed by the grid. */
interface Span {
  readonly sheet: Sheet;
  readonly dimension: Dimension;
  readonly start: number;
  readonly end: number;
}

function sizeOf(sheet: Sheet, dimension: Dimension): number {
  return dimension === 'ROWS' ? rowCountOf(sheet) : columnCountOf(sheet);
}

function spanOf(workbook: Workbook, range: DimensionRange): Span {
  const sheet = sheetOf(workbook, range.sheetId);
  const { dimension } = range;
  if (dimension !== 'ROWS' && dimension !== 'COLUMNS')
    throw new Refusal('range.dimension must be specified.');
  const start = range.startIndex ?? 0;
  const end = range.endIndex ?? sizeOf(sheet, dimension);
  if (start < 0) throw new Refusal('range.startIndex must be >= 0');
  if (end < start)
    throw new Refusal(`range.endIndex[${end}] must be greater than range.startIndex[${start}]`);
  return { sheet, dimension, start, end };
}

function insertDimension(
  workbook: Workbook,
  {
    range = {},
    inheritFromBefore = false,
  }: { readonly range?: DimensionRange; readonly inheritFromBefore?: boolean },
  context: BatchContext,
): Applied {
  const { sheet, dimension, start, end } = spanOf(workbook, range);
  assertOpenBetween(workbook, sheet, { dimension, line: start }, context.editor);
  if (inheritFromBefore && start === 0) {
    throw new Refusal('inheritFromBefore cannot be true if inserting at the first row or column.');
  }
  assertInsertable(start, sizeOf(sheet, dimension), inheritFromBefore);
  const grown = grownBy(workbook, sheet, dimension, start, end - start);
  const inherited = { dimension, start, end, from: inheritFromBefore ? start - 1 : end };
  return { workbook: withSheet(grown, withInheritedLook(sheetOf(grown, sheet.sheetId), inherited)) };
}

/** New lines take their look from a neighbour, so there has to be one. */
function assertInsertable(start: number, size: number, inheritFromBefore: boolean): void {
  if (start > size) throw new Refusal(`range.startIndex is larger than current grid size (${size})`);
  if (start === size && !inheritFromBefore)
    throw new Refusal(
      `range.startIndex must be less than the grid size (${size}) if inheritFromBefore is false.`,
    );
}

function appendDimension(
  workbook: Workbook,
  request: { readonly sheetId?: number; readonly dimension?: Dimension; readonly length?: number },
  context: BatchContext,
): Applied {
  const sheet = sheetOf(workbook, request.sheetId);
  assertSheetOpen(sheet, context.editor);
  const { dimension, length = 0 } = request;
  if (dimension !== 'ROWS' && dimension !== 'COLUMNS') throw new Refusal('dimension must be specified.');
  if (length <= 0) throw new Refusal('length must be > 0');
  return { workbook: grownBy(workbook, sheet, dimension, sizeOf(sheet, dimension), length) };
}

function grownBy(
  workbook: Workbook,
  sheet: Sheet,
  dimension: Dimension,
  start: number,
  added: number,
): Workbook {
  assertGridSize(
    rowCountOf(sheet) + (dimension === 'ROWS' ? added : 0),
    columnCountOf(sheet) + (dimension === 'COLUMNS' ? added : 0),
  );
  const grown = spliceDimension(workbook, sheet, {
    sheetId: sheet.sheetId,
    dimension,
    start,
    removed: 0,
    added,
  });
  assertWorkbookSize(grown);
  return grown;
}

function deleteDimension(
  workbook: Workbook,
  { range = {} }: { readonly range?: DimensionRange },
  context: BatchContext,
): Applied {
  const { sheet, dimension, start, end } = spanOf(workbook, range);
  const size = sizeOf(sheet, dimension);
  if (start >= size) {
    throw new Refusal(
      `Cannot delete a ${nounOf(dimension)} that doesn't exist. Tried to delete ${nounOf(dimension)} index ${start} but there are only ${size} ${nounOf(dimension)}s.`,
    );
  }
  const stop = Math.min(end, size);
  if (start === 0 && stop === size)
    throw new Refusal(`You can't delete all the ${nounOf(dimension)}s on the sheet.`);
  if (start <= frozenIn(sheet, dimension) && stop === size)
    throw new Refusal(`Sorry, it is not possible to delete all non-frozen ${nounOf(dimension)}s.`);
  assertEditable(workbook, sheet, boxOfSpan({ sheet, dimension, start, end: stop }), context.editor);
  const splice = { sheetId: sheet.sheetId, dimension, start, removed: stop - start, added: 0 };
  return { workbook: spliceDimension(workbook, sheet, splice) };
}

function frozenIn(sheet: Sheet, dimension: Dimension): number {
  const { frozenRowCount = 0, frozenColumnCount = 0 } = sheet.properties.gridProperties ?? {};
  return dimension === 'ROWS' ? frozenRowCount : frozenColumnCount;
}

function nounOf(dimension: Dimension): string {
  return dimension === 'ROWS' ? 'row' : 'column';
}

function boxOfSpan({ sheet, dimension, start, end }: Span) {
  return dimension === 'ROWS'
    ? { top: start, bottom: end, left: 0, right: columnCountOf(sheet) }
    : { top: 0, bottom: rowCountOf(sheet), left: start, right: end };
}

function moveDimensionRequest(
  workbook: Workbook,
  {
    source = {},
    destinationIndex = 0,
  }: { readonly source?: DimensionRange; readonly destinationIndex?: number },
  context: BatchContext,
): Applied {
  const span = spanOf(workbook, source);
  assertInGrid(span);
  if (destinationIndex < 0 || destinationIndex > sizeOf(span.sheet, span.dimension))
    throw new Refusal('destinationIndex is out of range.');
  assertEditable(workbook, span.sheet, boxOfSpan(span), context.editor);
  const between = { dimension: span.dimension, line: destinationIndex };
  assertOpenBetween(workbook, span.sheet, between, context.editor);
  return { workbook: moveDimension(workbook, span.sheet, { ...span, destination: destinationIndex }) };
}

function assertInGrid({ sheet, dimension, start }: Span): void {
  const size = sizeOf(sheet, dimension);
  if (start >= size) throw new Refusal(`range.startIndex[${start}] is beyond the grid of ${size} lines.`);
}

interface UpdateDimensionProperties {
  readonly range?: DimensionRange;
  readonly properties?: JsonObject;
  readonly fields?: string;
}

function updateDimensionProperties(
  workbook: Workbook,
  request: UpdateDimensionProperties,
  context: BatchContext,
): Applied {
  const paths = maskOf('DimensionProperties', request.fields);
  const span = spanOf(workbook, request.range ?? {});
  assertInGrid(span);
  const { sheet, dimension, start, end } = span;
  const offered = writableProperties(request.properties ?? {}, paths);
  assertSheetOpen(sheet, context.editor);
  const list = dimension === 'ROWS' ? sheet.rowMetadata : sheet.columnMetadata;
  const edits: [number, JsonObject | undefined][] = [];
  const known = new Map<JsonObject | undefined, JsonObject | undefined>();
  for (let index = start; index < Math.min(end, sizeOf(sheet, dimension)); index += 1) {
    const before = getAt(list, index);
    if (!known.has(before)) known.set(before, withoutFalse(mergeByMask(before ?? {}, offered, paths)));
    edits.push([index, known.get(before)]);
  }
  return { workbook: withSheet(workbook, withMetadata(sheet, dimension, withEdits(list, edits))) };
}

/** What a filter hides is told, not set [D]; metadata of a line has requests of its own. */
function writableProperties(offered: JsonObject, paths: FieldPaths): JsonObject {
  const { hiddenByFilter: _told, developerMetadata, ...writable } = offered;
  if (developerMetadata !== undefined && masksField(paths, 'developerMetadata'))
    throw new NotBuilt('updateDimensionProperties with developerMetadata');
  const { pixelSize } = writable;
  if (typeof pixelSize === 'number' && pixelSize < 0) throw new Refusal('pixelSize must be >= 0');
  return writable;
}

function withoutFalse(properties: JsonObject): JsonObject | undefined {
  const kept = Object.entries(properties).filter(([, value]) => value !== false);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function withMetadata(sheet: Sheet, dimension: Dimension, list: Sheet['rowMetadata']): Sheet {
  return dimension === 'ROWS' ? { ...sheet, rowMetadata: list } : { ...sheet, columnMetadata: list };
}

export const dimensionRequests: RequestFamily = {
  insertDimension: handler(insertDimension),
  appendDimension: handler(appendDimension),
  deleteDimension: handler(deleteDimension),
  moveDimension: handler(moveDimensionRequest),
  updateDimensionProperties: handler(updateDimensionProperties),
};
