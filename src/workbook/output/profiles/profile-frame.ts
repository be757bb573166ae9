import type { ContentCell } from '../../../domain/content.ts';
import { type CriterionCode, componentsOfSet } from '../../../domain/criteria-set.ts';
import type { Bilingual } from '../../../domain/language.ts';
import type { UnitAnalysis } from '../../../domain/period-analysis.ts';
import { cell, emptyCells } from '../content-rows.ts';
import { type FigureCells, figureCells } from '../figure-cells.ts';
import { criterionName, type GroupView } from '../group-view.ts';
import { contextOf, type OutputContext, say } from '../output-context.ts';
import { extraWidth, STYLES } from '../styles.ts';
import type { UnitView } from '../unit-views.ts';

export type Row = readonly ContentCell[];

/** A page has a column of codes, one of names, and six of figures; so wide, it is as long as a sheet of A4. */
export const PAGE_COLUMNS = 8;
const [CODES, NAMES, FIGURES] = [80, 370, 88];

export function pageWidths({ figures }: OutputContext): readonly number[] {
  const figureColumns = Array.from(
    { length: PAGE_COLUMNS - 2 },
    () => FIGURES + extraWidth(figures.decimals),
  );
  return [CODES, NAMES, ...figureColumns];
}

/** What every profile of a group is made from. */
export interface ProfileFrame {
  readonly view: GroupView;
  readonly figures: FigureCells;
  readonly context: OutputContext;
  readonly nameOf: (code: CriterionCode) => string;
  /** Earlier periods of which the result of any unit is known, the newest first. */
  readonly periods: readonly string[];
}

export function profileFrame(view: GroupView, workbook: OutputContext): ProfileFrame {
  const context = contextOf(view.result, workbook);
  const names = new Map(
    componentsOfSet(view.set).map((each) => [each.code, criterionName(each, context.language)] as const),
  );
  return {
    view,
    figures: figureCells(context),
    context,
    nameOf: (code) => names.get(code) ?? '',
    periods: knownPeriods(view.analysis.units),
  };
}

function knownPeriods(units: readonly UnitAnalysis[]): readonly string[] {
  const known = new Set(
    units.flatMap(({ comparison }) =>
      comparison.history.flatMap(({ period, result }) => (result === undefined ? [] : [period])),
    ),
  );
  return (units[0]?.comparison.history ?? []).flatMap(({ period }) => (known.has(period) ? [period] : []));
}

/** Whether any unit of the group has something: a part that none has is left out of all pages alike. */
export function anyUnit({ view }: ProfileFrame, has: (unit: UnitAnalysis) => boolean): boolean {
  return view.analysis.units.some(has);
}

/** A part of the page: as many rows for every unit of a group, so that all pages are alike. */
export type Section = (unit: UnitView, frame: ProfileFrame) => readonly Row[];

export function pageRow(cells: readonly ContentCell[]): Row {
  return [...cells, ...emptyCells(PAGE_COLUMNS - cells.length)];
}

/** The headers of a part; null for a column without a name, nothing for one that the part does not have. */
export function partHeader(
  headers: readonly (Bilingual | null | undefined)[],
  { context }: ProfileFrame,
): Row {
  return pageRow(
    headers.map((header) =>
      header === undefined
        ? cell(null, STYLES.blank)
        : cell(header === null ? null : say(context, header), STYLES.subheader),
    ),
  );
}

/** Exactly so many rows; what is lacking is filled with cells of the same looks without a figure. */
export function exactly(count: number, rows: readonly Row[], width: number): readonly Row[] {
  const filler = pageRow(Array.from({ length: width }, () => cell(null, STYLES.text)));
  return Array.from({ length: count }, (_, place) => rows[place] ?? filler);
}

/** A line of a part that has no figures to show, in the column of names. */
export function wordsRow(words: Bilingual, width: number, { context }: ProfileFrame): Row {
  return pageRow(
    Array.from({ length: width }, (_, column) =>
      column === 1 ? cell(say(context, words), STYLES.muted) : cell(null, STYLES.text),
    ),
  );
}
