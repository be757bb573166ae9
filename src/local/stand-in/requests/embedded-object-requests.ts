import { isJsonObject, type JsonObject } from '../contract/json.ts';
import { echoedRange, sheetOf } from '../model/box.ts';
import { normalizeColors } from '../model/color.ts';
import { mapGridRanges } from '../model/grid-ranges.ts';
import { mergeByMask } from '../model/masked-merge.ts';
import type { GridCoordinate } from '../model/wire.ts';
import { type Sheet, type Workbook, withAttachments, withSheet } from '../model/workbook.ts';
import { NotBuilt, Refusal } from '../refusal.ts';
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

function addObject(place: Place, workbook: Workbook, wanted: Embedded, context: BatchContext) {
  const idName = ID_NAMES[place];
  const id = typeof wanted[idName] === 'number' ? wanted[idName] : context.newId();
  if (find(workbook, id) !== undefined)
    throw new Refusal(`An embedded object with id: ${id} already exists.`);
  if (!isJsonObject(wanted.spec)) throw new Refusal('The spec of the object must be specified.');
  const { sheet, position } = placed(workbook, wanted.position);
  const kept = normalizeColors({ ...wanted, [idName]: id, spec: echoed(wanted.spec), position });
  return { workbook: withObjects(workbook, sheet, place, [...sheet.attachments[place], kept]), kept };
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

/** Where an object floats: on the sheet of its anchor cell. */
function placed(workbook: Workbook, given: JsonObject | undefined): { sheet: Sheet; position: JsonObject } {
  const { newSheet, sheetId, overlayPosition } = (given ?? {}) as Position;
  if (newSheet === true || sheetId !== undefined) throw new NotBuilt('a chart on a sheet of its own');
  const anchorCell = overlayPosition?.anchorCell ?? {};
  const sheet = sheetOf(workbook, anchorCell.sheetId);
  return {
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

function echoed(spec: JsonObject): JsonObject {
  return mapGridRanges(spec, echoedRange) ?? spec;
}

function updateChartSpec(
  workbook: Workbook,
  { chartId = 0, spec }: { readonly chartId?: number; readonly spec?: JsonObject },
): Applied {
  if (spec === undefined) throw new Refusal('The spec of the chart must be specified.');
  return {
    workbook: edited(workbook, chartId, (object) => normalizeColors({ ...object, spec: echoed(spec) }))
      .workbook,
  };
}

function updateSlicerSpec(
  workbook: Workbook,
  request: { readonly slicerId?: number; readonly spec?: JsonObject; readonly fields?: string },
): Applied {
  const paths = maskOf('SlicerSpec', request.fields);
  const change = (object: JsonObject): JsonObject => {
    const spec = isJsonObject(object['spec']) ? object['spec'] : {};
    return normalizeColors({ ...object, spec: echoed(mergeByMask(spec, request.spec ?? {}, paths)) });
  };
  return { workbook: edited(workbook, request.slicerId ?? 0, change).workbook };
}

function updateEmbeddedObjectBorder(
  workbook: Workbook,
  request: { readonly objectId?: number; readonly border?: JsonObject; readonly fields?: string },
): Applied {
  const paths = maskOf('EmbeddedObjectBorder', request.fields);
  const change = (object: JsonObject): JsonObject => {
    const border = isJsonObject(object['border']) ? object['border'] : {};
    return { ...object, border: normalizeColors(mergeByMask(border, request.border ?? {}, paths)) };
  };
  return { workbook: edited(workbook, request.objectId ?? 0, change).workbook };
}

interface UpdatePosition {
  readonly objectId?: number;
  readonly newPosition?: Position;
  readonly fields?: string;
}

/** The mask is about the overlay position (`anchorCell`, `offsetXPixels` …) [D]; another sheet's anchor moves the object there. */
function updateEmbeddedObjectPosition(workbook: Workbook, request: UpdatePosition): Applied {
  if (request.newPosition?.newSheet === true) throw new NotBuilt('a chart on a sheet of its own');
  const paths = maskOf('OverlayPosition', request.fields);
  const { sheet: before, place, object } = existing(workbook, request.objectId ?? 0);
  const old = ((object['position'] ?? {}) as Position).overlayPosition ?? {};
  const overlayPosition = mergeByMask(old, request.newPosition?.overlayPosition ?? {}, paths);
  const { sheet, position } = placed(workbook, { overlayPosition });
  const moved = { ...object, position };
  const others = before.attachments[place].filter((one) => one !== object);
  if (sheet.sheetId === before.sheetId) {
    const objects = before.attachments[place].map((one) => (one === object ? moved : one));
    return { workbook: withObjects(workbook, before, place, objects), reply: { position } };
  }
  const left = withObjects(workbook, before, place, others);
  return {
    workbook: withObjects(left, sheet, place, [...sheet.attachments[place], moved]),
    reply: { position },
  };
}

function deleteEmbeddedObject(workbook: Workbook, { objectId = 0 }: { readonly objectId?: number }): Applied {
  const { sheet, place, object } = existing(workbook, objectId);
  const rest = sheet.attachments[place].filter((one) => one !== object);
  return { workbook: withObjects(workbook, sheet, place, rest) };
}

function edited(workbook: Workbook, id: number, change: (object: JsonObject) => JsonObject) {
  const { sheet, place, object } = existing(workbook, id);
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
