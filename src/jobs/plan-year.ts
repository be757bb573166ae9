import { type Checked, checked } from '../domain/checked.ts';
import type { Issue } from '../domain/issue.ts';
import { type CriteriaSource, checkCriteria } from './check-criteria.ts';
import type { LastYear } from './last-year.ts';
import { datedComponents, type NewYear, newYear, type YearChoices } from './new-year.ts';

/** A year that can be begun, and what of it goes on from last year although it should not. */
export interface YearPlan {
  readonly year: NewYear;
  /** Codes of criteria whose day is one of last year, by set. */
  readonly dated: readonly { readonly setId: string; readonly codes: readonly string[] }[];
}

/** The year that the choices make; criteria sets with errors, or no newer than last year's, are refused. */
export function planYear(
  choices: Omit<YearChoices, 'sets'>,
  sources: readonly CriteriaSource[],
  last?: LastYear,
): Checked<YearPlan> {
  const before = last?.input.sets ?? [];
  const issues: Issue[] = [];
  const sets = sources.map((source) => {
    const found = checkCriteria(
      source,
      before.find(({ id }) => id === source.context.id),
    );
    issues.push(...found.issues);
    return found.set;
  });
  const chosen = new Set(sets.map(({ id }) => id));
  const year = newYear({ ...choices, sets }, last);
  const dated = year.input.sets.flatMap((set) => {
    const codes = chosen.has(set.id) ? [] : datedComponents(set).map(({ code }) => code);
    return codes.length === 0 ? [] : [{ setId: set.id, codes }];
  });
  return checked({ year, dated }, issues);
}
