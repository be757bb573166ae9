import { COLUMNS as ADJUSTMENTS } from '../adjustments-tab.ts';
import { CASE_COLUMNS } from '../cases-columns.ts';
import { COLUMNS as CRITERIA } from '../criteria-tab.ts';
import { COLUMNS as GROUPS } from '../groups-tab.ts';
import { COLUMNS as NOT_APPLICABLE } from '../not-applicable-tab.ts';
import { COLUMNS as OVERRIDES } from '../overrides-tab.ts';
import { COLUMNS as PAST_RESULTS } from '../past-results-tab.ts';
import { COLUMNS as PREDECESSORS } from '../predecessors-tab.ts';
import { SETTINGS_COLUMNS } from '../setting-rows.ts';
import type { TabKey } from '../tab-key.ts';
import { type Columns, namesOf } from '../table.ts';
import { COLUMNS as UNITS } from '../units-tab.ts';

const TABLES = {
  settings: SETTINGS_COLUMNS,
  groups: GROUPS,
  units: UNITS,
  criteria: CRITERIA,
  cases: CASE_COLUMNS,
  'not-applicable': NOT_APPLICABLE,
  adjustments: ADJUSTMENTS,
  overrides: OVERRIDES,
  'past-results': PAST_RESULTS,
  predecessors: PREDECESSORS,
} as const satisfies { readonly [Kind in TabKey['kind']]?: Columns<string> };

/** Kinds of tabs that are one table each. */
export type TableKind = keyof typeof TABLES;

export const TABLE_KINDS: readonly TableKind[] = namesOf(TABLES as Readonly<Record<TableKind, never>>);

/** The columns of a kind of table, by their stable names, in the order in which they are rendered. */
export function columnsOf(kind: TableKind): Columns<string> {
  return TABLES[kind];
}
