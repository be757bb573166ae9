import type { PeriodInput } from '../../domain/period-input.ts';
import { DEFAULT_SCORING_OPTIONS } from '../../domain/scoring-options.ts';
import { analysePeriod } from '../../engine/analysis/analyse-period.ts';
import type { SpreadsheetPort } from '../../sheets/spreadsheet-port.ts';
import type { OutputContext } from '../../workbook/output/output-context.ts';
import { findOutputRecord } from '../../workbook/output/output-record.ts';
import type { PeriodResults } from '../../workbook/output/period-results.ts';
import { planResults } from '../../workbook/output/plan-run.ts';
import type { History } from '../../workbook/parse-history.ts';
import { contactTexts } from '../../workbook/publication/contact-texts.ts';
import type { ContactTexts } from '../../workbook/publication/leak-texts.ts';
import { findReleaseRecord, type ReleaseRecord } from '../../workbook/publication/release-record.ts';
import { sha256, shortHash } from '../fingerprint.ts';
import { type Entries, readEntries } from '../read-entries.ts';
import { type ReadWorkbook, readWorkbook } from '../read-workbook.ts';
import { type ScoredEntries, scoreEntries } from '../score-entries.ts';
import { lastRun } from '../status.ts';
import type { PublishRefusal } from './publish-outcome.ts';
import { type PublishedFigures, publishedFigures } from './render-publication.ts';
import { bindingOf } from './results-file.ts';

/** A control workbook whose results may be published. */
export interface PublishableControl {
  readonly workbook: ReadWorkbook;
  readonly context: OutputContext;
  readonly input: PeriodInput;
  readonly scored: ScoredEntries;
  readonly history: History;
  /** What may be shown of the results. */
  readonly figures: PublishedFigures;
  readonly contacts: ContactTexts;
  readonly record?: ReleaseRecord;
}

export type ReadControl =
  | { readonly ok: true; readonly control: PublishableControl }
  | { readonly ok: false; readonly refusal: PublishRefusal; readonly context: OutputContext };

/** What the log of publications says, whatever else is wrong with the workbook; in a copy of it that counts for nothing. */
export function recordIn(workbook: ReadWorkbook, controlId: string): ReleaseRecord | undefined {
  const record = findReleaseRecord(workbook.standing.get('releases')?.sheet)?.record;
  return record?.of === bindingOf(controlId) ? record : undefined;
}

/** Whether the result tabs hold, cell by cell, what follows from the entries now, and none of them says otherwise. */
function resultsStand(
  workbook: ReadWorkbook,
  { context, cases, input: { issues } }: Entries,
  results: PeriodResults,
  resultsHash: string,
): boolean {
  if (lastRun(workbook)?.resultsHash !== resultsHash) return false;
  const { structure, standing: tabs } = workbook;
  const states = [...tabs.values()].map(({ sheet }) => findOutputRecord(sheet)?.record.state);
  if (states.includes('stale')) return false;
  const plan = planResults(
    // With the issues: the summary counts them.
    { results, issues, status: '', resultsHash },
    {
      structure,
      standing: tabs,
      context,
      cases,
      moment: '',
      anchored: new Map(),
      distrustsRecords: false,
      attemptId: '',
      fingerprint: (text) => shortHash(sha256(text)),
    },
    () => ({
      number: 0,
      when: '',
      who: '',
      outcome: 'unchanged',
      issues: { errors: 0, warnings: 0 },
      milliseconds: 0,
      calls: 0,
    }),
  );
  return !plan.resultsChanged;
}

interface Asked {
  readonly controlId: string;
  readonly onPhase?: (phase: string) => void;
  /** True when the publisher accepts results that are provisional, labelled so. */
  readonly provisional: boolean;
}

/** Reads and scores a control workbook afresh; refused unless its results may be published as they stand. */
export async function readControl(
  spreadsheet: SpreadsheetPort,
  { controlId, onPhase, provisional }: Asked,
): Promise<ReadControl> {
  onPhase?.('read');
  const workbook = await readWorkbook(spreadsheet);
  onPhase?.('parse');
  const entries = readEntries(workbook);
  const { input, context, history } = entries;
  if (!input.ok)
    return { ok: false, context, refusal: { kind: 'entries-have-errors', issues: input.issues } };
  onPhase?.('score');
  const scored = scoreEntries(input.value);
  const { status } = { ...DEFAULT_SCORING_OPTIONS, ...input.value.scoring };
  const { scoreboard } = scored;
  const analysis = analysePeriod(input.value, scoreboard, history);
  const results = { input: input.value, scoreboard, analysis };
  if (!resultsStand(workbook, entries, results, shortHash(scored.resultsHash)))
    return { ok: false, context, refusal: { kind: 'results-out-of-date' } };
  if (status === 'provisional' && !provisional)
    return { ok: false, context, refusal: { kind: 'results-are-provisional' } };
  const units = workbook.inputs.find(({ key }) => key.kind === 'units');
  const record = recordIn(workbook, controlId);
  return {
    ok: true,
    control: {
      workbook,
      context,
      input: input.value,
      scored,
      history,
      figures: publishedFigures(results, context),
      contacts: contactTexts(units, input.value.units),
      ...(record === undefined ? {} : { record }),
    },
  };
}
