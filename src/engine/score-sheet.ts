import type { CriterionCode } from '../domain/criteria-set.ts';
import type { Mark } from '../domain/mark.ts';
import { NO_POINTS, type Points, sumPoints } from '../domain/points.ts';
import type { ComponentResult, ScoreSheet } from '../domain/scoreboard.ts';
import type { ScoringOptions } from '../domain/scoring-options.ts';
import type { Unit } from '../domain/unit.ts';
import { blocksOf } from './blocks.ts';
import { adjustmentOnTotal, afterPenalty, penaltiesByCode, totalDeducted } from './penalties.ts';
import { rollUp } from './roll-up.ts';
import type { ScoredComponent } from './scored-component.ts';
import type { SetScorer } from './set-scorer.ts';
import type { UnitEntries } from './unit-entries.ts';

/** The points of one unit by field and by block, with what was taken out for it and what is still blank. */
export function scoreSheet(
  unit: Unit,
  scorer: SetScorer,
  entries: UnitEntries,
  options: ScoringOptions,
): ScoreSheet {
  const penalties = penaltiesByCode(entries.adjustments);
  assertKnownCodes(scorer, penalties);
  const all = scoreComponents(scorer, entries, options, penalties);
  const inScale = all.filter(({ leftOut }) => !leftOut);
  const next = oneAfterAnother(all);
  const fields = scorer.set.fields.map((field) => rollUp(field, next, penalties));
  const adjustment = adjustmentOnTotal(entries.adjustments, scorer.fullMax, options);
  const deducted = totalDeducted(penalties.size === 0 ? [] : fields, adjustment);
  return {
    unit,
    fields,
    blocks: blocksOf(inScale, fields),
    earned: sumPoints(fields.map((field) => field.earned)),
    attainable: sumPoints(fields.map((field) => field.attainable)),
    fullMax: sumPoints(inScale.map(({ component }) => component.maxScore)),
    removed: inScale
      .filter(({ result }) => result.mark.kind === 'not-applicable')
      .map(({ component }) => ({ code: component.code, maxScore: component.maxScore })),
    missing: options.blanks === 'zero' ? [] : blankCodes(inScale),
    ...listed('countedAsZero', options.blanks === 'zero' ? blankCodes(inScale) : []),
    ...listed('selfAssessed', codesOf(all.filter(({ result }) => result.source === 'self-assessment'))),
    ...listed('surveyLeftOut', codesOf(all.filter(({ leftOut }) => leftOut))),
    ...(adjustment === undefined ? {} : { adjustment }),
    ...(deducted === 0 ? {} : { penalties: deducted }),
  };
}

const codesOf = (all: readonly ScoredComponent[]): readonly CriterionCode[] =>
  all.map(({ component }) => component.code);

const blankCodes = (all: readonly ScoredComponent[]): readonly CriterionCode[] =>
  codesOf(all.filter(({ result }) => result.mark.kind === 'blank'));

/** The list under its name, or nothing when it is empty. */
function listed<K extends string>(name: K, codes: readonly CriterionCode[]) {
  return codes.length === 0 ? {} : ({ [name]: codes } as { readonly [_ in K]: readonly CriterionCode[] });
}

/** The components in printed order. */
function scoreComponents(
  { components }: SetScorer,
  entries: UnitEntries,
  options: ScoringOptions,
  penalties: ReadonlyMap<CriterionCode, Points>,
): readonly ScoredComponent[] {
  const results = components.map((scorer) => ({
    component: scorer.component,
    result: scorer.resultFor(entries, options.status),
  }));
  const surveyed = results.filter(({ component }) => component.basis === 'survey');
  const noSurvey =
    options.missingSurvey === 'rescale' && isWithoutSurvey(surveyed.map(({ result }) => result.mark));
  return results.map(({ component, result }) => {
    const leftOut = noSurvey && component.basis === 'survey';
    if (leftOut) return { component, result: { ...result, attainable: NO_POINTS }, leftOut };
    return { component, result: penalties.size === 0 ? result : afterPenalty(result, penalties), leftOut };
  });
}

/** No survey was held when nothing that applies was answered: some rows are blank, and all others do not apply. */
function isWithoutSurvey(marks: readonly Mark[]): boolean {
  const kinds = new Set(marks.map(({ kind }) => kind));
  return kinds.has('blank') && !kinds.has('zero') && !kinds.has('scored');
}

function oneAfterAnother(all: readonly ScoredComponent[]): () => ComponentResult {
  const rest = all.values();
  return () => {
    const { value } = rest.next();
    if (value === undefined) throw new Error('the set has more components than were scored');
    return value.result;
  };
}

/** A penalty on a row that is not in the set would be lost in silence. */
function assertKnownCodes({ codes }: SetScorer, penalties: ReadonlyMap<CriterionCode, Points>): void {
  for (const code of penalties.keys()) {
    if (!codes.has(code)) throw new Error(`a penalty on the unknown row ${code}`);
  }
}
