import { type Checked, checked } from '../domain/checked.ts';
import type { Issue } from '../domain/issue.ts';
import type { PastResult, PredecessorLink } from '../domain/past-result.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import type { InputTab } from './input-tab.ts';
import { parsePastResults } from './past-results-tab.ts';
import { parsePredecessors } from './predecessors-tab.ts';
import type { UnitCodes } from './unit-codes.ts';

/** What a period is compared with: earlier results as published, and who took over from whom. */
export interface History {
  readonly results: readonly PastResult[];
  readonly links: readonly PredecessorLink[];
}

/** The history that a workbook holds; both tabs may be left out. */
export function parseHistory(tabs: readonly InputTab[], input: PeriodInput): Checked<History> {
  const { language } = input.settings;
  const known: UnitCodes = {
    unitIds: new Set(input.units.map((unit) => unit.id)),
    codesOf: () => new Map(),
    isUnread: () => false,
  };
  const resultsTab = tabs.find((tab) => tab.key.kind === 'past-results');
  const linksTab = tabs.find((tab) => tab.key.kind === 'predecessors');
  const past = resultsTab === undefined ? undefined : parsePastResults(resultsTab, language);
  const succession = linksTab === undefined ? undefined : parsePredecessors(linksTab, known, language);
  const issues: readonly Issue[] = [...(past?.issues ?? []), ...(succession?.issues ?? [])];
  return checked({ results: past?.results ?? [], links: succession?.links ?? [] }, issues);
}
