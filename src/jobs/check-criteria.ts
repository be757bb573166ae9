import { type CriteriaSet, codesBelow, componentsOfSet } from '../domain/criteria-set.ts';
import { type Issue, isBlocking } from '../domain/issue.ts';
import { isNewerVersion } from '../domain/newer-version.ts';
import type { SetDifference } from '../domain/set-difference.ts';
import { compareSets } from '../engine/compare/compare-sets.ts';
import { type CriteriaContext, type ParsedCriteria, parseCriteria } from '../workbook/criteria-tab.ts';
import type { InputTab } from '../workbook/input-tab.ts';

/** A table of criteria, and how it is to be read as a set. */
export interface CriteriaSource {
  readonly tab: InputTab;
  readonly context: CriteriaContext;
}

export interface CheckedCriteria {
  /** As far as it could be read; sound when no issue blocks. */
  readonly set: CriteriaSet;
  readonly issues: readonly Issue[];
  /** Absent without a version before, and while the set cannot be read as a whole. */
  readonly difference?: SetDifference;
}

/** Scored rows of which nothing says how points come about. */
function withoutRule({ set, locate }: ParsedCriteria): readonly Issue[] {
  return componentsOfSet(set).flatMap(({ code, rule, ruleText }): readonly Issue[] =>
    rule === undefined && ruleText === undefined
      ? [{ location: locate(code, 'ruleKind'), code: 'component-without-rule', given: code }]
      : [],
  );
}

function changedMaxima({ nodes }: SetDifference, { locate }: ParsedCriteria): readonly Issue[] {
  return nodes.flatMap((node): readonly Issue[] => {
    if (node.kind !== 'changed' || !node.aspects.includes('maximum')) return [];
    const { before, after } = node;
    const location = locate(after.node.code, 'maxScore');
    return [{ location, code: 'maximum-changed', before: before.maxScore, now: after.maxScore }];
  });
}

/** Codes of the version before that lead nowhere. */
function lostPredecessors({ set, locate }: ParsedCriteria, before: CriteriaSet): readonly Issue[] {
  const known = new Set<string>(before.fields.flatMap(codesBelow));
  return componentsOfSet(set).flatMap(({ code, previousCode: given }): readonly Issue[] =>
    given === undefined || known.has(given)
      ? []
      : [{ location: locate(code, 'previousCode'), code: 'unknown-previous-code', given }],
  );
}

/** A set that differs from the version before has to be a later version of it. */
function olderVersion(difference: SetDifference, tab: string): readonly Issue[] {
  const { before, after = '' } = difference.versions;
  const isFine = difference.nodes.length === 0 || before === undefined || isNewerVersion(after, before);
  return isFine ? [] : [{ location: { tab }, code: 'version-not-newer', given: after, before }];
}

/**
 * A criteria set by itself and against the version before: everything that keeps it from being used, and what somebody
 * should look at before it is.
 */
export function checkCriteria({ tab, context }: CriteriaSource, before?: CriteriaSet): CheckedCriteria {
  const parsed = parseCriteria(tab, context);
  const issues = [...parsed.issues, ...withoutRule(parsed)];
  if (before === undefined || issues.some(isBlocking)) return { set: parsed.set, issues };
  const difference = compareSets(parsed.set, before);
  return {
    set: parsed.set,
    issues: [
      ...issues,
      ...lostPredecessors(parsed, before),
      ...changedMaxima(difference, parsed),
      ...olderVersion(difference, tab.title),
    ],
    difference,
  };
}
