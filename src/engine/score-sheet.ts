import {
  type Component,
  type CriteriaSet,
  type CriterionCode,
  type CriterionNode,
  componentsOfSet,
} from '../domain/criteria-set.ts';
import { NO_POINTS, type Points, sumPoints } from '../domain/points.ts';
import type { ComponentResult, NodeResult, ScoreSheet } from '../domain/scoreboard.ts';
import type { ScoringOptions } from '../domain/scoring-options.ts';
import type { Unit } from '../domain/unit.ts';
import { blocksOf } from './blocks.ts';
import { componentResult } from './component-result.ts';
import { adjustmentOnTotal, afterPenalty, penaltiesByCode } from './penalties.ts';
import { rollUp } from './roll-up.ts';
import type { ScoredComponent } from './scored-component.ts';
import type { UnitEntries } from './unit-entries.ts';

/** The points of one unit by field and by block, with what was taken out for it and what is still blank. */
export function scoreSheet(
  unit: Unit,
  set: CriteriaSet,
  entries: UnitEntries,
  options: ScoringOptions,
): ScoreSheet {
  const penalties = penaltiesByCode(entries.adjustments);
  assertKnownCodes(set, penalties);
  const scored = scoreComponents(set, entries, options, penalties);
  const all = [...scored.values()];
  const inScale = all.filter(({ leftOut }) => !leftOut);
  const fields = set.fields.map((field) =>
    rollUp(field, (component) => resultOf(scored, component), penalties),
  );
  const adjustment = adjustmentOnTotal(entries.adjustments, sumOfMaxima(all), options);
  const deducted = sumPoints([...fields.flatMap(deductedBelow), adjustment?.penalty ?? NO_POINTS]);
  return {
    unit,
    fields,
    blocks: blocksOf(inScale, fields),
    earned: sumPoints(fields.map((field) => field.earned)),
    attainable: sumPoints(fields.map((field) => field.attainable)),
    fullMax: sumOfMaxima(inScale),
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

const sumOfMaxima = (all: readonly ScoredComponent[]): Points =>
  sumPoints(all.map(({ component }) => component.maxScore));

const codesOf = (all: readonly ScoredComponent[]): readonly CriterionCode[] =>
  all.map(({ component }) => component.code);

const blankCodes = (all: readonly ScoredComponent[]): readonly CriterionCode[] =>
  codesOf(all.filter(({ result }) => result.mark.kind === 'blank'));

/** The list under its name, or nothing when it is empty. */
function listed<K extends string>(name: K, codes: readonly CriterionCode[]) {
  return codes.length === 0 ? {} : ({ [name]: codes } as { readonly [_ in K]: readonly CriterionCode[] });
}

function scoreComponents(
  set: CriteriaSet,
  entries: UnitEntries,
  options: ScoringOptions,
  penalties: ReadonlyMap<CriterionCode, Points>,
): ReadonlyMap<CriterionCode, ScoredComponent> {
  const results = componentsOfSet(set).map((component) => ({
    component,
    result: componentResult(component, entries, options.status),
  }));
  const surveyed = results.filter(({ component }) => component.basis === 'survey');
  const noSurvey =
    options.missingSurvey === 'rescale' && surveyed.every(({ result }) => result.mark.kind === 'blank');
  const scored = new Map<CriterionCode, ScoredComponent>();
  for (const { component, result } of results) {
    if (scored.has(component.code)) throw new Error(`two components with the code ${component.code}`);
    const leftOut = noSurvey && component.basis === 'survey';
    const applied = leftOut ? { ...result, attainable: NO_POINTS } : afterPenalty(result, penalties);
    scored.set(component.code, { component, result: applied, leftOut });
  }
  return scored;
}

function resultOf(
  scored: ReadonlyMap<CriterionCode, ScoredComponent>,
  component: Component,
): ComponentResult {
  const found = scored.get(component.code);
  if (found === undefined) throw new Error(`no result for the component ${component.code}`);
  return found.result;
}

function deductedBelow(result: NodeResult): readonly Points[] {
  const own = result.deducted === undefined ? [] : [result.deducted];
  return result.kind === 'component' ? own : [...own, ...result.children.flatMap(deductedBelow)];
}

function codesBelow(node: CriterionNode): readonly CriterionCode[] {
  return node.kind === 'component' ? [node.code] : [node.code, ...node.children.flatMap(codesBelow)];
}

/** A penalty on a row that is not in the set would be lost in silence. */
function assertKnownCodes(set: CriteriaSet, penalties: ReadonlyMap<CriterionCode, Points>): void {
  if (penalties.size === 0) return;
  const known = new Set(set.fields.flatMap(codesBelow));
  for (const code of penalties.keys()) {
    if (!known.has(code)) throw new Error(`a penalty on the unknown row ${code}`);
  }
}
