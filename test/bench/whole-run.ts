import type { Grid } from '../../src/domain/grid.ts';
import { analysePeriod } from '../../src/engine/analysis/analyse-period.ts';
import { canonicalInput } from '../../src/engine/canonical-input.ts';
import { canonicalScoreboard } from '../../src/engine/canonical-results.ts';
import { scorePeriod } from '../../src/engine/score-period.ts';
import { sha256, shortHash } from '../../src/jobs/fingerprint.ts';
import type { InputTab } from '../../src/workbook/input-tab.ts';
import { outputContext } from '../../src/workbook/output/output-context.ts';
import { planResults } from '../../src/workbook/output/plan-run.ts';
import { parseControlWorkbook } from '../../src/workbook/parse-control-workbook.ts';
import { renderControlWorkbook } from '../../src/workbook/render-control-workbook.ts';
import { type Work, workPeriod } from './bench-period.ts';

export const PHASES = ['parse', 'score', 'fingerprints', 'render', 'analysis'] as const;
type Phase = (typeof PHASES)[number];

/** The entries of the work as the tabs of a control workbook, as they are read from a spreadsheet. */
export function workTabs(work: Work): readonly InputTab[] {
  return renderControlWorkbook(workPeriod(work), 'vi').map(({ key, title, content }) => ({
    key,
    title,
    grid: content.rows.map((row) => row.map(({ value }) => value)) satisfies Grid,
  }));
}

/** Runs what a recompute does between reading and writing, and tells each phase to whoever times it. */
export function wholeRun(tabs: readonly InputTab[], time: <T>(phase: Phase, work: () => T) => T): void {
  const parsed = time('parse', () => parseControlWorkbook(tabs));
  if (!parsed.ok) throw new Error('the work is sound');
  const input = parsed.value;
  const scoreboard = time('score', () => scorePeriod(input));
  time('fingerprints', () => [sha256(canonicalInput(input)), sha256(canonicalScoreboard(scoreboard))]);
  const frame = {
    structure: { title: '', locale: 'vi_VN', timeZone: '', sheets: [], namedRanges: [], metadata: [] },
    standing: new Map(),
    context: outputContext(input),
    cases: { passed: 0, failed: 0 },
    fingerprint: (text: string) => shortHash(sha256(text)),
    moment: '',
    anchored: new Map(),
    distrustsRecords: false,
    attemptId: 'bench',
  };
  const record = {
    number: 1,
    when: '',
    who: '',
    outcome: 'recomputed',
    issues: { errors: 0, warnings: 0 },
    milliseconds: 0,
    calls: 0,
  } as const;
  const analysis = time('analysis', () => analysePeriod(input, scoreboard, { results: [], links: [] }));
  const shown = {
    results: { input, scoreboard, analysis },
    issues: parsed.issues,
    status: '',
    resultsHash: '',
  };
  time('render', () => planResults(shown, frame, () => record));
}
