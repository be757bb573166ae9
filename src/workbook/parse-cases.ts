import { type Checked, checked } from '../domain/checked.ts';
import type { Issue } from '../domain/issue.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import { type LocatedCase, parseCases } from './cases-tab.ts';
import type { InputTab } from './input-tab.ts';

/** The rule cases of every set that has a tab of them. */
export function parseProofCases(
  tabs: readonly InputTab[],
  input: PeriodInput,
): Checked<readonly LocatedCase[]> {
  const issues: Issue[] = [];
  const cases = input.sets.flatMap((set) => {
    const tab = tabs.find(({ key }) => key.kind === 'cases' && key.setId === set.id);
    if (tab === undefined) return [];
    const parsed = parseCases(tab, set, input.settings.language);
    issues.push(...parsed.issues);
    return parsed.cases;
  });
  return checked(cases, issues);
}
