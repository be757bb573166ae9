import type { Adjustment, Override } from '../../../src/domain/adjustment.ts';
import type { Assessment, Exemption } from '../../../src/domain/assessment.ts';
import { type Component, type CriteriaSet, componentsOfSet } from '../../../src/domain/criteria-set.ts';
import type { DeclaredValue } from '../../../src/domain/declared-value.ts';
import { compareRatios, type Ratio, ratio, subtractRatios } from '../../../src/domain/ratio.ts';
import { DEFAULT_SCORING_OPTIONS } from '../../../src/domain/scoring-options.ts';
import type { Unit } from '../../../src/domain/unit.ts';
import { indexScore } from '../../../src/engine/index-score.ts';
import { scoreSheet } from '../../../src/engine/score-sheet.ts';
import { scorerOf } from '../../../src/engine/set-scorer.ts';
import type { DemoLevel } from '../../criteria-sets/demo-set.ts';
import { declaredFor, partOf, printedIndex, wholeFor } from './declared-values.ts';
import { attainedShare } from './texture.ts';

/** What is decided about a unit before its marks are made up; its index has to come out all the same. */
export interface Decisions {
  readonly exemptions: readonly Exemption[];
  readonly overrides: readonly Override[];
  readonly adjustments: readonly Adjustment[];
}

export interface UnitToFit {
  readonly unit: Unit;
  readonly level: DemoLevel;
  readonly set: CriteriaSet;
  readonly decisions: Decisions;
  /** The index that the engine must give, in percent. */
  readonly target: Ratio;
}

/** The declared value of every component that applies. */
export type Declared = ReadonlyMap<Component, DeclaredValue>;

const ATTEMPTS = 400;
const STRONGEST = 16;
const HALVINGS = 40;

/** What the last step may leave: far less than the further decimals keep free below and above a hundredth. */
const CLOSE = ratio(3, 10_000);

/** The satisfaction rate and the digital index take up what the strain leaves: coarse, then fine. */
const COARSE = '8.2';
const FINE = '7.1.3';

/** The satisfaction rate stays this near to what the strain gives, so that it still looks like the rest. */
const COARSE_REACH = 0.06;

/** Room above the digital index, in its hundredths, for the fine step. */
const FINE_ROOM = 900;

/** The two blocks of a unit's marks. */
export function assessmentsOf({ id }: Unit, declared: Declared): readonly Assessment[] {
  return (['appraisal', 'survey'] as const).map((stage) => ({
    unitId: id,
    stage,
    marks: new Map(),
    declared: new Map(
      [...declared].flatMap(([{ basis, code }, value]) => (basis === stage ? [[code, value] as const] : [])),
    ),
  }));
}

/** The exact index that the engine gives the unit for these values. */
function indexOf({ unit, set, decisions }: UnitToFit, declared: Declared): Ratio {
  const entries = {
    assessments: new Map(assessmentsOf(unit, declared).map((each) => [each.stage, each] as const)),
    exemptions: new Map(decisions.exemptions.map((each) => [each.code, each] as const)),
    overrides: new Map(decisions.overrides.map((each) => [each.code, each] as const)),
    adjustments: decisions.adjustments,
  };
  const sheet = scoreSheet(unit, scorerOf(set), entries, DEFAULT_SCORING_OPTIONS);
  const index = sheet.missing.length > 0 ? undefined : indexScore(sheet, 'block');
  if (index === undefined) throw new Error(`the unit ${unit.id} is not complete`);
  return index;
}

/** The largest whole number in a range whose index does not exceed the target; undefined when even the least does. */
function largestBelow(
  [least, most]: readonly [number, number],
  target: Ratio,
  indexAt: (value: number) => Ratio,
): number | undefined {
  if (least > most || compareRatios(indexAt(least), target) > 0) return undefined;
  let [low, high] = [least, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (compareRatios(indexAt(middle), target) <= 0) low = middle;
    else high = middle - 1;
  }
  return low;
}

function declareAll({ unit, level, set, decisions }: UnitToFit, strain: number, attempt: number): Declared {
  const exempt = new Set(decisions.exemptions.map(({ code }) => code));
  return new Map(
    componentsOfSet(set)
      .filter(({ code }) => !exempt.has(code))
      .map((component) => [component, declaredFor(component, { unit, level, strain, attempt })] as const),
  );
}

/** The least strain, halved down, under which the unit earns no more than its target. */
function strainFor(toFit: UnitToFit, attempt: number): number {
  let [weak, strong] = [0, STRONGEST];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (weak + strong) / 2;
    const index = indexOf(toFit, declareAll(toFit, middle, attempt));
    if (compareRatios(index, toFit.target) > 0) weak = middle;
    else strong = middle;
  }
  return strong;
}

function replaced(declared: Declared, code: string, value: DeclaredValue): Declared {
  return new Map([...declared].map(([component, old]) => [component, component.code === code ? value : old]));
}

/** Moves the coarse figure, then the fine one, up to the target; undefined when they do not reach it. */
function settle(toFit: UnitToFit, attempt: number): Declared | undefined {
  const { unit, level, target } = toFit;
  const strain = strainFor(toFit, attempt);
  const situation = { unit, level, strain, attempt };
  const usual = 10_000 * Math.min(attainedShare(situation, FINE), 0.98);
  const lowFine = Math.max(Math.floor(usual) - FINE_ROOM, 0);
  const strained = replaced(declareAll(toFit, strain, attempt), FINE, printedIndex(lowFine));
  const [whole, share] = [wholeFor(situation, COARSE), attainedShare(situation, COARSE)];
  const [least, most] = [share - COARSE_REACH, Math.min(share + COARSE_REACH, 0.995)];
  const coarseAt = (satisfied: number) => replaced(strained, COARSE, partOf(satisfied, whole));
  const part = largestBelow([Math.ceil(least * whole), Math.floor(most * whole)], target, (value) =>
    indexOf(toFit, coarseAt(value)),
  );
  if (part === undefined) return undefined;
  const coarse = coarseAt(part);
  const fineAt = (hundredths: number) => replaced(coarse, FINE, printedIndex(hundredths));
  const fine = largestBelow([lowFine, Math.min(lowFine + 2 * FINE_ROOM, 9800)], target, (value) =>
    indexOf(toFit, fineAt(value)),
  );
  if (fine === undefined) return undefined;
  const declared = fineAt(fine);
  const left = subtractRatios(target, indexOf(toFit, declared));
  return compareRatios(left, CLOSE) <= 0 ? declared : undefined;
}

/**
 * Made-up values under which the engine itself gives the unit its index, in exact arithmetic: the strain is
 * halved until the unit earns just less than its target, then the satisfaction rate is raised one answer at a time
 * and the digital index by hundredths, to within 0.0003 below it. Where that does not reach, other values are drawn.
 */
export function fitUnit(toFit: UnitToFit): Declared {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const declared = settle(toFit, attempt);
    if (declared !== undefined) return declared;
  }
  throw new Error(`no values were found for the unit ${toFit.unit.id}`);
}
