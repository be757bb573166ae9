import { assertNever } from '../domain/assert-never.ts';
import type { Issue } from '../domain/issue.ts';
import { formatPoints, formatRatio } from '../domain/number-format.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import type { Expectation, Mismatch, ProofCase } from '../domain/proof-case.ts';
import type { Ratio } from '../domain/ratio.ts';
import { DEFAULT_SCORING_OPTIONS } from '../domain/scoring-options.ts';
import { proveCase } from '../engine/prove-case.ts';
import type { InputTab } from '../workbook/input-tab.ts';
import { parseProofCases } from '../workbook/parse-cases.ts';

/** What the cases that the office wrote itself say of the rules. */
export interface Proof {
  /** Cases that cannot be read, and each figure that came out differently than the office expects. */
  readonly issues: readonly Issue[];
  readonly passed: number;
  readonly failed: number;
}

function shownIndex(index: Ratio | undefined, { settings }: PeriodInput): string | undefined {
  return index === undefined ? undefined : `${formatRatio(index, settings, settings.language)} %`;
}

function shownPoints(value: Expectation | undefined, { settings }: PeriodInput): string | undefined {
  return value?.kind === 'points' ? formatPoints(value.points, settings.language) : value && '—';
}

function issueOf(proof: ProofCase, mismatch: Mismatch, tab: string, input: PeriodInput): Issue {
  const location = { tab };
  const given = proof.name;
  switch (mismatch.kind) {
    case 'unknown-component':
      return { location, code: 'unknown-code', given: mismatch.code, referent: 'component' };
    case 'component': {
      const [expected, result] = [mismatch.expected, mismatch.given].map((each) => shownPoints(each, input));
      const criterion = { criterion: mismatch.code };
      return {
        location,
        code: 'case-failed',
        given,
        ...criterion,
        expected: expected ?? '',
        ...shown(result),
      };
    }
    case 'index': {
      const [expected, result] = [mismatch.expected, mismatch.given].map((each) => shownIndex(each, input));
      return { location, code: 'case-failed', given, expected: expected ?? '', ...shown(result) };
    }
    default:
      return assertNever(mismatch);
  }
}

function shown(result: string | undefined): { readonly result?: string } {
  return result === undefined ? {} : { result };
}

/** Scores every case of the workbook with its own rules and settings, exactly as a real unit is scored. */
export function proveRules(tabs: readonly InputTab[], input: PeriodInput): Proof {
  const parsed = parseProofCases(tabs, input);
  if (!parsed.ok) return { issues: parsed.issues, passed: 0, failed: 0 };
  const options = { ...DEFAULT_SCORING_OPTIONS, ...input.scoring };
  const results = parsed.value.flatMap((proof) => {
    const set = input.sets.find(({ id }) => id === proof.setId);
    const group = input.groups.find(({ setId }) => setId === proof.setId);
    const unit = input.units.find(({ groupId }) => groupId === group?.id);
    if (set === undefined || unit === undefined) return [];
    const tab = tabs.find(({ key }) => key.kind === 'cases' && key.setId === proof.setId)?.title ?? '';
    const { mismatches } = proveCase(proof, { set, settings: input.settings, options, unit });
    return [mismatches.map((mismatch) => issueOf(proof, mismatch, tab, input))];
  });
  const failed = results.filter((issues) => issues.length > 0).length;
  return { issues: [...parsed.issues, ...results.flat()], passed: results.length - failed, failed };
}
