import { assertNever } from '../domain/assert-never.ts';
import type { Issue } from '../domain/issue.ts';
import { formatPoints, formatRatio } from '../domain/number-format.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import type { Expectation, Mismatch } from '../domain/proof-case.ts';
import type { Ratio } from '../domain/ratio.ts';
import type { Settings } from '../domain/settings.ts';
import { GroupIdSchema, LevelSchema, type Unit, UnitIdSchema } from '../domain/unit.ts';
import { methodOf } from '../engine/method-of.ts';
import { proveCase } from '../engine/prove-case.ts';
import type { LocatedCase } from '../workbook/cases-tab.ts';
import type { InputTab } from '../workbook/input-tab.ts';
import { parseProofCases } from '../workbook/parse-cases.ts';

/** What the cases that the office wrote itself say of the rules. */
export interface Proof {
  /** Cases that cannot be read, and each figure that came out differently than the office expects. */
  readonly issues: readonly Issue[];
  readonly passed: number;
  readonly failed: number;
}

function shownIndex(index: Ratio | undefined, settings: Settings): string | undefined {
  return index === undefined ? undefined : `${formatRatio(index, settings, settings.language)} %`;
}

function shownPoints(value: Expectation | undefined, settings: Settings): string | undefined {
  return value?.kind === 'points' ? formatPoints(value.points, settings.language) : value && '—';
}

function issueOf({ proof, locate }: LocatedCase, mismatch: Mismatch, settings: Settings): Issue {
  const location = locate(mismatch.kind === 'index' ? undefined : mismatch.code);
  const given = proof.name;
  switch (mismatch.kind) {
    case 'unknown-component':
      return { location, code: 'unknown-code', given: mismatch.code, referent: 'component' };
    case 'component': {
      const [expected, result] = [mismatch.expected, mismatch.given].map((each) =>
        shownPoints(each, settings),
      );
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
      const [expected, result] = [mismatch.expected, mismatch.given].map((each) =>
        shownIndex(each, settings),
      );
      return { location, code: 'case-failed', given, expected: expected ?? '', ...shown(result) };
    }
    default:
      return assertNever(mismatch);
  }
}

function shown(result: string | undefined): { readonly result?: string } {
  return result === undefined ? {} : { result };
}

/** Cases are about rules: which unit they invent has no bearing on points. */
const INVENTED: Unit = {
  id: UnitIdSchema.parse('case'),
  name: 'case',
  level: LevelSchema.parse('case'),
  groupId: GroupIdSchema.parse('case'),
  ranked: false,
};

/** Scores every case of the workbook with its own rules and settings, exactly as a real unit is scored. */
export function proveRules(tabs: readonly InputTab[], input: PeriodInput): Proof {
  const parsed = parseProofCases(tabs, input);
  if (!parsed.ok) return { issues: parsed.issues, passed: 0, failed: 0 };
  const results = parsed.value.flatMap((located) => {
    const { proof } = located;
    const set = input.sets.find(({ id }) => id === proof.setId);
    if (set === undefined) return [];
    const method = methodOf(input, set.id);
    const { mismatches } = proveCase(proof, { set, ...method, unit: INVENTED });
    return [mismatches.map((mismatch) => issueOf(located, mismatch, method.settings))];
  });
  const failed = results.filter((issues) => issues.length > 0).length;
  return { issues: [...parsed.issues, ...results.flat()], passed: results.length - failed, failed };
}
