import { type Checked, checked } from '../domain/checked.ts';
import type { CriteriaSet } from '../domain/criteria-set.ts';
import type { Language } from '../domain/language.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import type { ProofCase } from '../domain/proof-case.ts';
import type { InputTab } from './input-tab.ts';
import { parseProofCases } from './parse-cases.ts';
import { type History, parseHistory } from './parse-history.ts';
import { renderPastResults } from './past-results-tab.ts';
import { renderPredecessors } from './predecessors-tab.ts';
import { renderCases } from './render-cases.ts';
import { type RenderedTab, renderedTab } from './rendered-tab.ts';

/** What a control workbook may hold beside the entries of its period. */
export interface Further {
  readonly history: History;
  readonly cases: readonly ProofCase[];
}

/** The history and the rule cases of a workbook whose entries are sound; each tab may be left out. */
export function parseFurther(tabs: readonly InputTab[], input: PeriodInput): Checked<Further> {
  const history = parseHistory(tabs, input);
  const cases = parseProofCases(tabs, input);
  const issues = [...history.issues, ...cases.issues];
  return checked(
    {
      history: history.ok ? history.value : { results: [], links: [] },
      cases: cases.ok ? cases.value.map(({ proof }) => proof) : [],
    },
    issues,
  );
}

/**
 * Tabs of past results, predecessors, and the cases of each set: those that hold anything, or all of them where people
 * are still to fill them.
 */
export function renderFurther(
  { history, cases }: Further,
  sets: readonly CriteriaSet[],
  language: Language,
  isToBeFilled = false,
): readonly RenderedTab[] {
  const { results, links } = history;
  const pastResults =
    results.length === 0 && !isToBeFilled
      ? []
      : [renderedTab({ kind: 'past-results' }, renderPastResults(results, language), language)];
  const predecessors =
    links.length === 0 && !isToBeFilled
      ? []
      : [renderedTab({ kind: 'predecessors' }, renderPredecessors(links, language), language)];
  const caseTabs = sets.flatMap((set) => {
    const ofSet = cases.filter((each) => each.setId === set.id);
    if (ofSet.length === 0 && !isToBeFilled) return [];
    return [renderedTab({ kind: 'cases', setId: set.id }, renderCases(ofSet, set, language), language)];
  });
  return [...pastResults, ...predecessors, ...caseTabs];
}
