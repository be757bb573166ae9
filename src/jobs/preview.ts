import type { Issue } from '../domain/issue.ts';
import type { SpreadsheetPort } from '../sheets/spreadsheet-port.ts';
import type { OutputContext } from '../workbook/output/output-context.ts';
import { type Cause, explainEntries, type KnownRun } from './causes/explain-entries.ts';
import { shortHash } from './fingerprint.ts';
import { compareWithStanding, type UnitChange } from './preview-changes.ts';
import { readEntries } from './read-entries.ts';
import { readWorkbook } from './read-workbook.ts';
import { scoreEntries } from './score-entries.ts';
import { lastRun } from './status.ts';
import { makeStopwatch, type Phase } from './stopwatch.ts';

export interface PreviewDependencies {
  readonly spreadsheet: SpreadsheetPort;
  readonly onPhase?: (phase: Phase) => void;
  /** The newest run of this workbook that is still known; it explains only if its results are those that stand. */
  readonly knownRun?: KnownRun;
}

/** A unit that would move, with the entries behind it when the results that stand are still known. */
export interface PreviewedChange extends UnitChange {
  readonly causes?: readonly Cause[];
}

export type PreviewOutcome =
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }
  | {
      readonly kind: 'previewed';
      readonly issues: readonly Issue[];
      readonly changes: readonly PreviewedChange[];
      readonly units: number;
      readonly resultsHash: string;
      /** False while no ranking stands: everything would be new. */
      readonly compared: boolean;
    };

export interface PreviewReport {
  readonly outcome: PreviewOutcome;
  readonly context: OutputContext;
}

/** What a recompute would change, found without writing anything: the same reading, parsing and scoring. */
export async function preview(dependencies: PreviewDependencies): Promise<PreviewReport> {
  const { spreadsheet, onPhase, knownRun } = dependencies;
  const stopwatch = makeStopwatch(() => 0, onPhase);
  const workbook = await stopwatch.time('read', () => readWorkbook(spreadsheet));
  const { input, context } = await stopwatch.time('parse', () => readEntries(workbook));
  if (!input.ok) return { outcome: { kind: 'refused', issues: input.issues }, context };
  const { scoreboard, resultsHash } = await stopwatch.time('score', () => scoreEntries(input.value));
  const after = { board: scoreboard, input: input.value, resultsHash };
  const changes = compareWithStanding(scoreboard, workbook.standing, context);
  const standing = lastRun(workbook)?.resultsHash;
  const explained =
    knownRun !== undefined && shortHash(knownRun.resultsHash) === standing
      ? explainEntries(
          knownRun,
          after,
          workbook.inputs,
          changes.map(({ unitId }) => unitId),
        )
      : undefined;
  return {
    context,
    outcome: {
      kind: 'previewed',
      issues: input.issues,
      changes: changes.map((change) =>
        explained === undefined ? change : { ...change, causes: explained.get(change.unitId) ?? [] },
      ),
      units: input.value.units.length,
      resultsHash,
      compared: [...workbook.standing.keys()].some((key) => key.startsWith('ranking.')),
    },
  };
}
