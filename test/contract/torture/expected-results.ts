import type { Grid } from '../../../src/domain/grid.ts';
import { analysePeriod } from '../../../src/engine/analysis/analyse-period.ts';
import { shortHash } from '../../../src/jobs/fingerprint.ts';
import { readEntries } from '../../../src/jobs/read-entries.ts';
import { scoreEntries } from '../../../src/jobs/score-entries.ts';
import { countIssues } from '../../../src/workbook/output/issues-tab.ts';
import { resultTabs } from '../../../src/workbook/output/result-tabs.ts';
import { parseTabKey } from '../../../src/workbook/tab-key.ts';
import { withoutStaff } from '../../jobs/staff-at-work.ts';

/** What the engine makes of entries. */
export interface Expected {
  /** The first digits of the fingerprints; absent where entries have errors. */
  readonly entriesHash?: string;
  readonly resultsHash?: string;
  readonly issues: number;
  /** By tab key, the rows that a result tab has to hold, the status line aside. */
  readonly tabs: ReadonlyMap<string, readonly string[]>;
}

const known = new Map<string, Expected>();

function rowsOf(content: {
  readonly rows: readonly (readonly { readonly value: Grid[number][number] }[])[];
}) {
  return withoutStaff(content.rows.map((row) => row.map(({ value }) => (value === '' ? null : value))));
}

function compute(entries: ReadonlyMap<string, Grid>): Expected {
  const inputs = [...entries].flatMap(([text, grid]) => {
    const key = parseTabKey(text);
    return key === undefined ? [] : [{ key, title: text, grid }];
  });
  const structure = { title: '', locale: 'vi_VN', timeZone: '', sheets: [], namedRanges: [], metadata: [] };
  const workbook = { structure, inputs, inputSheets: [], standing: new Map(), issues: [] };
  const { input, context, history } = readEntries(workbook);
  if (!input.ok) return { issues: input.issues.length, tabs: new Map() };
  const { scoreboard, entriesHash, resultsHash } = scoreEntries(input.value);
  const analysis = analysePeriod(input.value, scoreboard, history);
  const mark = {
    status: '',
    resultsHash: shortHash(resultsHash),
    issueCounts: countIssues(input.issues),
  };
  const tabs = resultTabs({ input: input.value, scoreboard, analysis }, context, mark);
  return {
    entriesHash: shortHash(entriesHash),
    resultsHash: shortHash(resultsHash),
    issues: input.issues.length,
    tabs: new Map(tabs.map(({ key, content }) => [key, rowsOf(content)])),
  };
}

/** What a recompute of these entries, by tab key, has to show; worked out once for the same entries. */
export function expectedOf(entries: ReadonlyMap<string, Grid>): Expected {
  const text = JSON.stringify([...entries]);
  const expected = known.get(text) ?? compute(entries);
  known.set(text, expected);
  return expected;
}
