import { type Checked, checked } from '../domain/checked.ts';
import type { Issue } from '../domain/issue.ts';
import type { SetDifference } from '../domain/set-difference.ts';
import { type CriteriaSource, checkCriteria } from './check-criteria.ts';
import type { LastYear } from './last-year.ts';
import { datedComponents, type NewYear, newYear, type YearChoices } from './new-year.ts';

/** A year that can be begun, and what somebody should know of its criteria sets before it is. */
export interface YearPlan {
  readonly year: NewYear;
  /** Of each set that takes the place of last year's: what is different in it. */
  readonly changed: readonly { readonly setId: string; readonly difference: SetDifference }[];
  /** Codes of criteria that go on although their day is one of last year, by set. */
  readonly dated: readonly { readonly setId: string; readonly codes: readonly string[] }[];
}

/** Tables that claim to be the same set: which of them is meant? */
function doubled(sources: readonly CriteriaSource[]): readonly Issue[] {
  return sources.flatMap((source): readonly Issue[] => {
    const same = sources.filter(({ context }) => context.id === source.context.id);
    if (same.length === 1 || same[0] !== source) return [];
    const titles = same.map(({ tab }) => tab.title);
    return [{ location: { tab: source.tab.title }, code: 'ambiguous-tab', titles }];
  });
}

/** The year that the choices make; criteria sets with errors, or no newer than last year's, are refused. */
export function planYear(
  choices: Omit<YearChoices, 'sets'>,
  sources: readonly CriteriaSource[],
  last?: LastYear,
): Checked<YearPlan> {
  const before = last?.input.sets ?? [];
  const found = sources.map((source) =>
    checkCriteria(
      source,
      before.find(({ id }) => id === source.context.id),
    ),
  );
  const sets = found.map(({ set }) => set);
  const chosen = new Set(sets.map(({ id }) => id));
  const year = newYear({ ...choices, sets }, last);
  const changed = found.flatMap(({ set, difference }) =>
    difference === undefined ? [] : [{ setId: set.id, difference }],
  );
  const dated = year.input.sets.flatMap((set) => {
    const codes = chosen.has(set.id) ? [] : datedComponents(set).map(({ code }) => code);
    return codes.length === 0 ? [] : [{ setId: set.id, codes }];
  });
  const issues = [...doubled(sources), ...found.flatMap((each) => each.issues), ...(last?.doubts ?? [])];
  return checked({ year, changed, dated }, issues);
}
