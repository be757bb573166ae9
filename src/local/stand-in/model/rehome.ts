import { isJsonObject, type JsonObject } from '../contract/json.ts';
import { type AnchorChanges, mapAnchors, mapAnchorsKept } from './anchors.ts';
import type { GridRange } from './wire.ts';
import { type Sheet, withAttachments } from './workbook.ts';

interface NewHome {
  readonly sheetId: number;
  readonly title: string;
  readonly newId: () => number;
  /** What becomes of ranges on other tabs: in another spreadsheet they are not there. */
  readonly elsewhere: (range: GridRange) => GridRange | undefined;
}

type Place = { readonly sheetId?: number };

/** A copy of the sheet under another id: what named its cells names the copy's, what has an id gets a new one. */
export function rehomed(source: Sheet, { sheetId, title, newId, elsewhere }: NewHome): Sheet {
  const anchors = movedAnchors(source.sheetId, sheetId, elsewhere);
  const rehome = <T extends JsonObject>(schema: string, items: readonly T[]): readonly T[] =>
    items.map((item) => mapAnchors(schema, item, anchors)).filter((item): item is T => item !== undefined);
  const floating = (schema: string, items: readonly JsonObject[]): readonly JsonObject[] =>
    items.map((item) => mapAnchorsKept(schema, item, anchors));
  const renumber = <T extends JsonObject>(items: readonly T[], idName: string): readonly T[] =>
    items.map((item) => ({ ...item, [idName]: newId() }));
  const { attachments } = source;
  return {
    ...source,
    sheetId,
    properties: { ...source.properties, sheetId, title },
    attachments: {
      merges: rehome('GridRange', attachments.merges),
      conditionalFormats: rehome('ConditionalFormatRule', attachments.conditionalFormats),
      basicFilter: rehome('BasicFilter', attachments.basicFilter),
      rowGroups: rehome('DimensionGroup', attachments.rowGroups),
      columnGroups: rehome('DimensionGroup', attachments.columnGroups),
      protectedRanges: renumber(rehome('ProtectedRange', attachments.protectedRanges), 'protectedRangeId'),
      filterViews: renumber(rehome('FilterView', attachments.filterViews), 'filterViewId'),
      bandedRanges: renumber(rehome('BandedRange', attachments.bandedRanges), 'bandedRangeId'),
      charts: renumber(floating('EmbeddedChart', attachments.charts), 'chartId').map((chart) =>
        withOwnSheet(chart, sheetId),
      ),
      slicers: renumber(floating('Slicer', attachments.slicers), 'slicerId'),
      tables: [],
    },
  };
}

/** A chart that fills its tab names the tab itself. */
function withOwnSheet(chart: JsonObject, sheetId: number): JsonObject {
  const { position } = chart;
  if (!isJsonObject(position) || position['sheetId'] === undefined) return chart;
  return { ...chart, position: { ...position, sheetId } };
}

function movedAnchors(from: number, to: number, elsewhere: NewHome['elsewhere']): AnchorChanges {
  const isHere = (place: Place): boolean => (place.sheetId ?? 0) === from;
  const moved = <T extends Place>(place: T): T => {
    const { sheetId: _old, ...rest } = place;
    // The id is put in or left out, nothing else.
    return (to === 0 ? rest : { sheetId: to, ...rest }) as unknown as T;
  };
  return {
    GridRange: (range) => (isHere(range) ? moved(range) : elsewhere(range)),
    GridCoordinate: (cell) => (isHere(cell) ? moved(cell) : cell),
    DimensionRange: (lines) => (isHere(lines) ? moved(lines) : lines),
  };
}

/** The sheet after another one is gone: its charts stay, without what they showed of the other. */
export function withoutSources(sheet: Sheet, goneSheetId: number): Sheet {
  const { charts } = sheet.attachments;
  const changed = charts.map((chart) =>
    mapAnchorsKept('EmbeddedChart', chart, {
      GridRange: (range) => ((range.sheetId ?? 0) === goneSheetId ? undefined : range),
      GridCoordinate: (cell) => cell,
      DimensionRange: (lines) => lines,
    }),
  );
  return changed.every((chart, index) => chart === charts[index])
    ? sheet
    : withAttachments(sheet, { charts: changed });
}
