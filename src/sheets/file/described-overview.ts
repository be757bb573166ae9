import * as z from 'zod';
import type { DescribedChart, DescribedPlace, DescribedTab } from '../../domain/file-description.ts';
import type { Metadata, Sheet } from '../../domain/spreadsheet.ts';
import { METADATA_FIELDS, metadataSchema } from '../metadata-schema.ts';
import { rangeSchema } from '../range-schema.ts';

/** Everything about a spreadsheet but its cells, as far as anything could be written in it. */
export const OVERVIEW_FIELDS = [
  'sheets(properties(sheetId,title,hidden,sheetType,gridProperties(rowCount,columnCount))',
  METADATA_FIELDS,
  'charts(spec)',
  'protectedRanges(description,range)',
  'filterViews(title,range)',
  'conditionalFormats(booleanRule(condition(values)))',
  'slicers(slicerId)',
  'tables(tableId))',
  METADATA_FIELDS,
  'namedRanges(name,range)',
  'dataSources(dataSourceId)',
].join(',');

function placeSchema(textField: 'description' | 'title' | 'name') {
  return z.looseObject({ range: rangeSchema.optional() }).transform(
    (place): DescribedPlace => ({
      text: String(place[textField] ?? ''),
      range: place.range ?? { sheetId: 0 },
    }),
  );
}

const ruleSchema = z.object({
  booleanRule: z
    .object({
      condition: z
        .object({ values: z.array(z.object({ userEnteredValue: z.string().optional() })).default([]) })
        .optional(),
    })
    .optional(),
});

const sheetSchema = z.object({
  properties: z.object({
    sheetId: z.int().default(0),
    title: z.string(),
    hidden: z.boolean().default(false),
    sheetType: z.string().default('GRID'),
    gridProperties: z.object({ rowCount: z.int().default(0), columnCount: z.int().default(0) }).optional(),
  }),
  developerMetadata: z.array(metadataSchema).default([]),
  charts: z.array(z.object({ spec: z.unknown() })).default([]),
  protectedRanges: z.array(placeSchema('description')).default([]),
  filterViews: z.array(placeSchema('title')).default([]),
  conditionalFormats: z.array(ruleSchema).default([]),
  slicers: z.array(z.unknown()).default([]),
  tables: z.array(z.unknown()).default([]),
});

const overviewSchema = z.object({
  sheets: z.array(sheetSchema).default([]),
  developerMetadata: z.array(metadataSchema).default([]),
  namedRanges: z.array(placeSchema('name')).default([]),
  dataSources: z.array(z.unknown()).default([]),
});

/** A tab without its cells, and its size for reading them. */
export interface OverviewTab {
  readonly tab: Omit<DescribedTab, 'cells' | 'hiddenRows' | 'hiddenColumns' | 'lineMetadata'>;
  readonly sheet: Sheet;
}

export interface Overview {
  readonly tabs: readonly OverviewTab[];
  readonly namedRanges: readonly DescribedPlace[];
  readonly metadata: readonly Metadata[];
  readonly objects: readonly string[];
}

const SpecSchema = z.record(z.string(), z.unknown());

/** Keys under which a chart keeps what people read in it. */
const TEXT_KEYS: ReadonlySet<string> = new Set(['title', 'subtitle', 'altText', 'text']);

/** Every text and every source of a chart, however deep in its description. */
function chartParts(value: unknown): DescribedChart {
  if (Array.isArray(value)) return merged(value.map(chartParts));
  const object = SpecSchema.safeParse(value);
  if (!object.success) return { texts: [], sources: [] };
  const parts = Object.entries(object.data).map(([key, inner]): DescribedChart => {
    if (typeof inner === 'string') return { texts: TEXT_KEYS.has(key) ? [inner] : [], sources: [] };
    if (key === 'sources' && Array.isArray(inner))
      return { texts: [], sources: inner.map((range) => rangeSchema.parse(range)) };
    return chartParts(inner);
  });
  return merged(parts);
}

function merged(parts: readonly DescribedChart[]): DescribedChart {
  return { texts: parts.flatMap(({ texts }) => texts), sources: parts.flatMap(({ sources }) => sources) };
}

function times(name: string, items: readonly unknown[]): readonly string[] {
  return items.map(() => name);
}

function overviewTab(read: z.infer<typeof sheetSchema>): OverviewTab {
  const { properties, developerMetadata, charts, protectedRanges, filterViews, conditionalFormats } = read;
  const { sheetId, title, hidden, sheetType, gridProperties } = properties;
  return {
    tab: {
      sheetId,
      title,
      hidden,
      metadata: developerMetadata,
      charts: charts.map(({ spec }) => chartParts(spec)),
      protectedRanges,
      filterViews,
      ruleFormulas: conditionalFormats.flatMap(
        ({ booleanRule }) =>
          booleanRule?.condition?.values.flatMap(({ userEnteredValue }) => userEnteredValue ?? []) ?? [],
      ),
      objects: [
        ...(sheetType === 'GRID' ? [] : [sheetType]),
        ...times('slicers', read.slicers),
        ...times('tables', read.tables),
      ],
    },
    sheet: {
      sheetId,
      title,
      hidden,
      metadata: developerMetadata,
      rowCount: gridProperties?.rowCount ?? 0,
      columnCount: gridProperties?.columnCount ?? 0,
    },
  };
}

/** Google's answer to the call for everything but cells. */
export function parseOverview(answer: unknown): Overview {
  const { sheets, developerMetadata, namedRanges, dataSources } = overviewSchema.parse(answer);
  return {
    tabs: sheets.map(overviewTab),
    namedRanges,
    metadata: developerMetadata,
    objects: times('dataSources', dataSources),
  };
}
