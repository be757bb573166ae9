import * as z from 'zod';
import type { Area } from '../../domain/layout.ts';
import type { Structure } from '../../domain/spreadsheet.ts';

/** Where a rule of conditional formatting stands; a bound that is left out is the edge of the tab. */
const ruledRangeSchema = z.object({
  startRowIndex: z.int().default(0),
  endRowIndex: z.int().optional(),
  startColumnIndex: z.int().default(0),
  endColumnIndex: z.int().optional(),
});
export type RuledRange = z.infer<typeof ruledRangeSchema>;

const ruleSchema = z
  .object({ ranges: z.array(ruledRangeSchema).default([]), gradientRule: z.unknown().optional() })
  .transform(({ ranges, gradientRule }) => ({
    ranges,
    by: gradientRule === undefined ? ('highlight' as const) : ('scale' as const),
  }));
/** A rule of conditional formatting: where it stands, and whether it shades by numbers or highlights. */
export type StandingRule = z.infer<typeof ruleSchema>;

/** Whether a range as Google tells it is just this rectangle. */
export function isSameArea(range: RuledRange, area: Area): boolean {
  return (
    range.startRowIndex === area.top &&
    range.endRowIndex === area.top + area.height &&
    range.startColumnIndex === area.left &&
    range.endColumnIndex === area.left + area.width
  );
}

/** A filter, and what people chose to see through it. */
export interface StandingFilter {
  readonly range: RuledRange;
  readonly chosen: Readonly<Record<string, unknown>>;
}

const filterSchema = z
  .object({
    range: ruledRangeSchema,
    criteria: z.record(z.string(), z.unknown()).optional(),
    filterSpecs: z.array(z.unknown()).optional(),
  })
  .transform(({ range, ...chosen }): StandingFilter => ({ range, chosen }));

/** Cells that not everybody may change, whoever saw to that. */
export interface StandingProtection {
  readonly id: number;
  readonly isWholeTab: boolean;
  /** E-mail addresses of those who may. */
  readonly users: readonly string[];
}

const protectionSchema = z
  .object({
    protectedRangeId: z.int().default(0),
    range: z
      .object({
        startRowIndex: z.int().optional(),
        endRowIndex: z.int().optional(),
        startColumnIndex: z.int().optional(),
        endColumnIndex: z.int().optional(),
      })
      .default({}),
    editors: z.object({ users: z.array(z.string()).default([]) }).default({ users: [] }),
  })
  .transform(
    ({ protectedRangeId, range, editors }): StandingProtection => ({
      id: protectedRangeId,
      isWholeTab: Object.keys(range).length === 0,
      users: editors.users,
    }),
  );

/** What a tab has beside cells that a layout must know of, so that nothing is made twice and nothing of staff's goes. */
export interface SheetFeatures {
  readonly chartIds: readonly number[];
  /** In the order in which Google counts the rules. */
  readonly rules: readonly StandingRule[];
  readonly protections: readonly StandingProtection[];
  /** Absent when the tab has none. */
  readonly filter?: StandingFilter;
}

export const NO_FEATURES: SheetFeatures = { chartIds: [], rules: [], protections: [] };

/** A spreadsheet as Google describes it: with what the domain has no need of. */
export interface GoogleStructure extends Structure {
  readonly features?: ReadonlyMap<number, SheetFeatures>;
}

/** The parts of Google's answer that features are read from. */
export const FEATURE_FIELDS = [
  'charts(chartId)',
  'conditionalFormats(ranges,gradientRule(minpoint(type)))',
  'protectedRanges(protectedRangeId,range,editors(users))',
  'basicFilter(range,criteria,filterSpecs)',
].join(',');

export const featuresSchema = z
  .object({
    charts: z.array(z.object({ chartId: z.int().default(0) })).default([]),
    conditionalFormats: z.array(ruleSchema).default([]),
    protectedRanges: z.array(protectionSchema).default([]),
    basicFilter: filterSchema.optional(),
  })
  .transform(
    ({ charts, conditionalFormats, protectedRanges, basicFilter }): SheetFeatures => ({
      chartIds: charts.map(({ chartId }) => chartId),
      rules: conditionalFormats,
      protections: protectedRanges,
      ...(basicFilter === undefined ? {} : { filter: basicFilter }),
    }),
  );
