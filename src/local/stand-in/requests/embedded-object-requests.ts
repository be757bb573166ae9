import { isJsonObject, type JsonObject } from '../contract/json.ts';
import { CHART_KINDS } from '../contract/oneofs.ts';
import { mapAnchors } from '../model/anchors.ts';
import { boxOf, echoedRange, sheetAround } from '../model/box.ts';
import { normalizeColors } from '../model/color.ts';
import { mergeByMask } from '../model/masked-merge.ts';
import { assertSheetOpen } from '../model/protection.ts';
import type { GridCoordinate, GridRange } from '../model/wire.ts';
import { isObjectSheet, type Sheet, type Workbook, withAttachments, withSheet } from '../model/workbook.ts';
import { Refusal } from '../refusal.ts';
import { withChartSheet, withoutChartSheet } from './chart-sheets.ts';
import { type Applied, type BatchContext, handler, type RequestFamily } from './handler.ts';
import { maskOf } from './update-mask.ts';

interface Position {
  readonly sheetId?: number;
  readonly newSheet?: boolean;
  readonly overlayPosition?: JsonObject & { readonly anchorCell?: GridCoordinate };
}

type Embedded = JsonObject & { readonly position?: JsonObject; readonly spec?: JsonObject };

/** The size of a chart that nobody sized [D]. */
const DEFAULT_SIZE = { widthPixels: 600, heightPixels: 371 };

type Place = 'charts' | 'slicers';
const ID_NAMES = { charts: 'chartId', slicers: 'slicerId' } as const;
const SPEC_SCHEMAS = { charts: 'ChartSpec', slicers: 'SlicerSpec' } as const;

function addObject(place: Place, workbook: Workbook, wanted: Embedded, context: BatchContext) {
  const idName = ID_NAMES[place];
  const id = typeof wanted[idName] === 'number' ? wanted[idName] : context.newId();
  if (find(workbook, id) !== undefined)
    throw new Refusal(`An embedded object with id: ${id} already exists.`);
  const spec = checkedSpec(workbook, place, wanted.spec);
  const home = placed(workbook, place, wanted.position, context);
  const { sheet, position } = home;
  assertSheetOpen(sheet, context.editor);
  const kept = normalizeColors({ ...wanted, [idName]: id, spec, position });
  const objects = [...sheet.attachments[place], kept];
  return { workbook: withObjects(home.workbook, sheet, place, objects), kept };
}

function addChart(
  workbook: Workbook,
  { chart = {} }: { readonly chart?: Embedded },
  context: BatchContext,
): Applied {
  const added = addObject('charts', workbook, chart, context);
  return { workbook: added.workbook, reply: { chart: added.kept } };
}

function addSlicer(
  workbook: Workbook,
  { slicer = {} }: { readonly slicer?: Embedded },
  context: BatchContext,
): Applied {
  const added = addObject('slicers', workbook, slicer, context);
  return { workbook: added.workbook, reply: { slicer: added.kept } };
}

interface Home {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly position: JsonObject;
}

/** Where an object comes to be: it floats on the sheet of its anchor cell, or a chart fills a new sheet of its own. */
function placed(
  workbook: Workbook,
  place: Place,
  given: JsonObject | undefined,
  context: BatchContext,
): Home {
  const { newSheet, sheetId, overlayPosition } = (given ?? {}) as Position;
  if (newSheet === true || sheetId !== undefined) {
    if (place === 'slicers') throw new Refusal('A slicer must be placed over a grid.');
    const own = withChartSheet(workbook, sheetId, context);
    return { ...own, position: { sheetId: own.sheet.sheetId } };
  }
  const anchorCell = overlayPosition?.anchorCell ?? {};
  const sheet = sheetAround(workbook, anchorCell);
  return {
    workbook,
    sheet,
    position: {
      overlayPosition: { ...DEFAULT_SIZE, ...overlayPosition, anchorCell: echoedAnchor(anchorCell) },
    },
  };
}

/** Zeros fall away in an anchor (general knowledge: `anchorCell: {}` is A1 of sheet 0). */
function echoedAnchor(anchor: GridCoordinate): JsonObject {
  return Object.fromEntries(Object.entries(anchor).filter(([, value]) => value !== 0)) as JsonObject;
}

/** The spec as it is kept: a chart of some kind, whose ranges lie on tabs that are there. */
function checkedSpec(workbook: Workbook, place: Place, spec: JsonObject | undefined): JsonObject {
  if (!isJsonObject(spec)) throw new Refusal('The spec of the object must be specified.');
  if (place === 'charts' && !CHART_KINDS.some((kind) => kind in spec))
    throw new Refusal('The chart spec must name the kind of the chart.');
  const checkedRange = (range: GridRange): GridRange => {
    boxOf(workbook, range);
    return echoedRange(range);
  };
  return (
    mapAnchors(SPEC_SCHEMAS[place], spec, {
      GridRange: checkedRange,
      GridCoordinate: (cell) => cell,
      DimensionRange: (lines) => lines,
    }) ?? spec
  );
}

function updateChartSpec(
  workbook: Workbook,
  { chartId = 0, spec }: { readonly chartId?: number; readonly spec?: JsonObject },
  context: BatchContext,
): Applied {
  const kept = checkedSpec(workbook, 'charts', spec);
  const change = (object: JsonObject): JsonObject => normalizeColors({ ...object, spec: kept });
  return edited(workbook, { place: 'charts', id: chartId }, change, context);
}

function updateSlicerSpec(
  workbook: Workbook,
  request: { readonly slicerId?: number; readonly spec?: JsonObject; readonly fields?: string },
  context: BatchContext,
): Applied {
  const paths = maskOf('SlicerSpec', request.fields);
  const change = (object: JsonObject): JsonObject => {
    const spec = isJsonObject(object['spec']) ? object['spec'] : {};
    const merged = mergeByMask(spec, request.spec ?? {}, paths);
    return normalizeColors({ ...object, spec: checkedSpec(workbook, 'slicers', merged) });
  };
  return edited(workbook, { place: 'slicers', id: request.slicerId ?? 0 }, change, context);
}

function updateEmbeddedObjectBorder(
  workbook: Workbook,
  request: { readonly objectId?: number; readonly border?: JsonObject; readonly fields?: string },
  context: BatchContext,
): Applied {
  const paths = maskOf('EmbeddedObjectBorder', request.fields);
  const change = (object: JsonObject): JsonObject => {
    const border = isJsonObject(object['border']) ? object['border'] : {};
    return { ...object, border: normalizeColors(mergeByMask(border, request.border ?? {}, paths)) };
  };
  return edited(workbook, { id: request.objectId ?? 0 }, change, context);
}

interface UpdatePosition {
  readonly objectId?: number;
  readonly newPosition?: Position;
  readonly fields?: string;
}

/**
 * The mask is about the overlay position (`anchorCell`, `offsetXPixels` …) and asked for with one only [D]. An anchor on
 * another sheet moves the object there; a chart's own sheet comes and goes with its place on it.
 */
function updateEmbeddedObjectPosition(
  workbook: Workbook,
  request: UpdatePosition,
  context: BatchContext,
): Applied {
  const { sheet: before, place, object } = existing(workbook, request.objectId ?? 0);
  const wanted = newPlace(object, request);
  const { workbook: roomy, sheet, position } = placed(workbook, place, wanted, context);
  assertSheetOpen(before, context.editor);
  assertSheetOpen(sheet, context.editor);
  const moved = { ...object, position };
  if (sheet.sheetId === before.sheetId) {
    const objects = before.attachments[place].map((one) => (one === object ? moved : one));
    return { workbook: withObjects(roomy, before, place, objects), reply: { position } };
  }
  const left = withoutObject(roomy, { sheet: before, place, object });
  return {
    workbook: withObjects(left, sheet, place, [...sheet.attachments[place], moved]),
    reply: { position },
  };
}

function newPlace(object: JsonObject, { newPosition = {}, fields }: UpdatePosition): JsonObject {
  const { newSheet, sheetId, overlayPosition } = newPosition;
  if (newSheet === true) return { newSheet };
  if (sheetId !== undefined) return { sheetId };
  const paths = maskOf('OverlayPosition', fields);
  const old = ((object['position'] ?? {}) as Position).overlayPosition ?? {};
  return { overlayPosition: mergeByMask(old, overlayPosition ?? {}, paths) };
}

/** A sheet that is there for one chart goes with it. */
function withoutObject(workbook: Workbook, { sheet, place, object }: Found): Workbook {
  if (isObjectSheet(sheet)) return withoutChartSheet(workbook, sheet);
  const rest = sheet.attachments[place].filter((one) => one !== object);
  return withObjects(workbook, sheet, place, rest);
}

function deleteEmbeddedObject(
  workbook: Workbook,
  { objectId = 0 }: { readonly objectId?: number },
  context: BatchContext,
): Applied {
  const found = existing(workbook, objectId);
  assertSheetOpen(found.sheet, context.editor);
  return { workbook: withoutObject(workbook, found) };
}

/** One object changed in its place; where a kind is asked for, an object of the other kind is not there. */
function edited(
  workbook: Workbook,
  wanted: { readonly place?: Place; readonly id: number },
  change: (object: JsonObject) => JsonObject,
  context: BatchContext,
): Applied {
  const { sheet, place, object } = existing(workbook, wanted.id);
  if (wanted.place !== undefined && place !== wanted.place)
    throw new Refusal(`No embedded object with id: ${wanted.id}`);
  assertSheetOpen(sheet, context.editor);
  const objects = sheet.attachments[place].map((one) => (one === object ? change(object) : one));
  return { workbook: withObjects(workbook, sheet, place, objects) };
}

function withObjects(
  workbook: Workbook,
  sheet: Sheet,
  place: Place,
  objects: readonly JsonObject[],
): Workbook {
  return withSheet(workbook, withAttachments(sheet, { [place]: objects }));
}

interface Found {
  readonly sheet: Sheet;
  readonly place: Place;
  readonly object: JsonObject;
}

function find(workbook: Workbook, id: number): Found | undefined {
  const places: readonly Place[] = ['charts', 'slicers'];
  return workbook.sheets
    .flatMap((sheet) =>
      places.flatMap((place) => sheet.attachments[place].map((object): Found => ({ sheet, place, object }))),
    )
    .find(({ place, object }) => object[ID_NAMES[place]] === id);
}

function existing(workbook: Workbook, id: number): Found {
  const found = find(workbook, id);
  if (found === undefined) throw new Refusal(`No embedded object with id: ${id}`);
  return found;
}

export const embeddedObjectRequests: RequestFamily = {
  addChart: handler(addChart),
  updateChartSpec: handler(updateChartSpec),
  addSlicer: handler(addSlicer),
  updateSlicerSpec: handler(updateSlicerSpec),
  updateEmbeddedObjectBorder: handler(updateEmbeddedObjectBorder),
  updateEmbeddedObjectPosition: handler(updateEmbeddedObjectPosition),
  deleteEmbeddedObject: handler(deleteEmbeddedObject),
};
