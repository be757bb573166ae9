import { componentResultsOf } from '../domain/components-of-results.ts';
import type { CriteriaSet, CriterionCode } from '../domain/criteria-set.ts';
import type { Expectation, Mismatch, ProofCase, ProofResult } from '../domain/proof-case.ts';
import { compareRatios, type Ratio } from '../domain/ratio.ts';
import type { ComponentResult, ScoreSheet } from '../domain/scoreboard.ts';
import type { ScoringOptions } from '../domain/scoring-options.ts';
import type { Settings } from '../domain/settings.ts';
import type { Unit } from '../domain/unit.ts';
import { indexScore } from './index-score.ts';
import { rankFigure } from './rank-figure.ts';
import { scoreSheet } from './score-sheet.ts';
import type { UnitEntries } from './unit-entries.ts';

/** What a case is scored with: its set, the options of the period, and a unit to stand in for the invented one. */
export interface ProofBench {
  readonly set: CriteriaSet;
  readonly settings: Settings;
  readonly options: ScoringOptions;
  readonly unit: Unit;
}

/** Scores an invented unit exactly like a real one and lists whatever came out differently than expected. */
export function proveCase(proof: ProofCase, bench: ProofBench): ProofResult {
  const sheet = scoreSheet(bench.unit, bench.set, entriesFor(proof, bench.unit), bench.options);
  const results = new Map(componentResultsOf(sheet.fields).map((result) => [result.code, result] as const));
  const mismatches = [
    ...[...proof.expected].flatMap(([code, expected]) =>
      componentMismatch(code, expected, results.get(code)),
    ),
    ...indexMismatch(proof, sheet, bench.settings),
  ];
  return { name: proof.name, passed: mismatches.length === 0, mismatches };
}

function entriesFor(proof: ProofCase, unit: Unit): UnitEntries {
  return {
    assessments: new Map(
      proof.assessments.map((each) => [each.stage, { ...each, unitId: unit.id }] as const),
    ),
    exemptions: new Map(proof.exemptions.map((each) => [each.code, { ...each, unitId: unit.id }] as const)),
    overrides: new Map(),
    adjustments: [],
  };
}

function componentMismatch(
  code: CriterionCode,
  expected: Expectation,
  result: ComponentResult | undefined,
): readonly Mismatch[] {
  if (result === undefined) return [{ kind: 'unknown-component', code }];
  const given = givenBy(result);
  if (given !== undefined && isSame(given, expected)) return [];
  return [{ kind: 'component', code, expected, ...(given === undefined ? {} : { given }) }];
}

/** Undefined for a blank: nothing came out. */
function givenBy(result: ComponentResult): Expectation | undefined {
  if (result.mark.kind === 'blank') return undefined;
  if (result.mark.kind === 'not-applicable') return { kind: 'not-applicable' };
  return { kind: 'points', points: result.earned };
}

function isSame(a: Expectation, b: Expectation): boolean {
  if (a.kind === 'points' && b.kind === 'points') return a.points === b.points;
  return a.kind === b.kind;
}

/** People expect the index that they see: exact, or as it is shown. */
function isIndex(given: Ratio, expected: Ratio, settings: Settings): boolean {
  const shown = rankFigure(given, 'as-shown', settings);
  return compareRatios(given, expected) === 0 || compareRatios(shown, expected) === 0;
}

function indexMismatch(proof: ProofCase, sheet: ScoreSheet, settings: Settings): readonly Mismatch[] {
  const expected = proof.expectedIndex;
  if (expected === undefined) return [];
  const given = sheet.missing.length > 0 ? undefined : indexScore(sheet, settings.notApplicable);
  if (given !== undefined && isIndex(given, expected, settings)) return [];
  return [{ kind: 'index', expected, ...(given === undefined ? {} : { given }) }];
}
