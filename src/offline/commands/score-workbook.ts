import type { Issue } from '../../domain/issue.ts';
import { OFFLINE_FAILURES } from '../../domain/messages/offline-messages.ts';
import type { PeriodInput } from '../../domain/period-input.ts';
import { readEntries } from '../../jobs/read-entries.ts';
import { readWorkbook } from '../../jobs/read-workbook.ts';
import { type ScoredEntries, scoreEntries } from '../../jobs/score-entries.ts';
import { countIssues } from '../../workbook/output/issues-tab.ts';
import type { OutputContext } from '../../workbook/output/output-context.ts';
import type { History } from '../../workbook/parse-history.ts';
import { openWorkbook } from '../files/open-workbook.ts';
import { EXIT, OfflineFailure } from '../offline-failure.ts';
import type { Host } from './command.ts';

/** A workbook that was scored and not written. */
export interface ScoredWorkbook {
  readonly scored: ScoredEntries;
  readonly input: PeriodInput;
  readonly context: OutputContext;
  readonly history: History;
  readonly issues: readonly Issue[];
}

/** Reads and scores a workbook; one whose entries have errors ends the command. */
export async function scoreWorkbook(path: string, { onPhase }: Host): Promise<ScoredWorkbook> {
  const { spreadsheet } = await openWorkbook(path);
  onPhase('read');
  const { input, context, history } = readEntries(await readWorkbook(spreadsheet));
  if (!input.ok) {
    const { errors } = countIssues(input.issues);
    throw new OfflineFailure(OFFLINE_FAILURES.entriesHaveErrors(path, errors), EXIT.entriesHaveErrors);
  }
  onPhase('score');
  return { scored: scoreEntries(input.value), input: input.value, context, history, issues: input.issues };
}
