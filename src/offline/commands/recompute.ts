import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { caseLines } from '../../domain/messages/case-words.ts';
import { OFFLINE_FAILURES } from '../../domain/messages/offline-messages.ts';
import { hashLines, OFFLINE_WORDS, refusedLine, writtenLine } from '../../domain/messages/offline-words.ts';
import { type RecomputeReport, recompute } from '../../jobs/recompute.ts';
import type { SpreadsheetPort } from '../../sheets/spreadsheet-port.ts';
import { findTabs } from '../../workbook/find-tabs.ts';
import { renderRanking } from '../../workbook/output/ranking/ranking-tab.ts';
import { parseTabKey } from '../../workbook/tab-key.ts';
import type { Arguments } from '../arguments.ts';
import { unreadFiles } from '../files/csv-files.ts';
import { writing } from '../files/file-reading.ts';
import { openWorkbook } from '../files/open-workbook.ts';
import { replaceFile } from '../files/replace-file.ts';
import { withoutWriting } from '../files/without-writing.ts';
import { EXIT, type ExitCode, OfflineFailure } from '../offline-failure.ts';
import { makeResult } from '../result/make-result.ts';
import { RESULT_FORMAT } from '../result/result-schema.ts';
import { answer, type Command, type Host } from './command.ts';
import { issueDocument, issueLines } from './issue-report.ts';
import { tableLines } from './shown-table.ts';

type Recomputed = Extract<RecomputeReport['outcome'], { readonly kind: 'recomputed' }>;

interface Written {
  readonly workbook: string;
  readonly result: string;
}

/** A scoreboard of an earlier run beside entries that now have errors would pass for theirs. */
async function removeOldResult(path: string): Promise<void> {
  const text = await readFile(path, 'utf8').catch(() => '');
  if (text.includes(`"${RESULT_FORMAT}"`)) await writing(path, () => rm(path));
}

/** Whether a workbook holds results of an earlier run. */
async function holdsRanking(spreadsheet: SpreadsheetPort): Promise<boolean> {
  const { tabs } = findTabs(await spreadsheet.readStructure());
  return [...tabs.keys()].some((key) => parseTabKey(key)?.kind === 'ranking');
}

/** A terminal shows the results of the period alone. */
const VIEW = { status: '', comparisons: new Map() } as const;

async function reportResults(
  outcome: Recomputed,
  { context, cases }: RecomputeReport,
  options: Arguments,
  host: Host,
  written: Written | undefined,
): Promise<ExitCode> {
  const result = makeResult(outcome, outcome.input, context, outcome.issues);
  if (written !== undefined)
    await writing(written.result, () => replaceFile(written.result, `${JSON.stringify(result, null, 2)}\n`));
  answer(options, host, result, (language) => [
    ...outcome.scoreboard.groups.flatMap((group) =>
      tableLines(renderRanking(group, { ...context, language, numbers: language }, VIEW), language),
    ),
    ...(outcome.issues.length === 0 ? [] : issueLines(outcome.issues, language)),
    ...caseLines(cases).map((line) => line[language]),
    hashLines(outcome.entriesHash, outcome.resultsHash)[language],
    written === undefined
      ? OFFLINE_WORDS.notWritten[language]
      : writtenLine([written.workbook, written.result])[language],
  ]);
  return EXIT.fine;
}

/** Scores a workbook and ranks its units; with --out the same recompute as online is written to files. */
export const recomputeCommand: Command = async (options, host) => {
  const [input = ''] = options.operands;
  const { out } = options;
  const { spreadsheet, target } = await openWorkbook(input, out);
  const written = out === undefined ? undefined : target;
  if (written !== undefined)
    await writing(written.workbook, () => mkdir(dirname(written.workbook), { recursive: true }));
  const port = written === undefined ? withoutWriting(spreadsheet) : spreadsheet;
  const report = await recompute({ spreadsheet: port, ...host }, options.by);
  const { outcome } = report;
  switch (outcome.kind) {
    case 'recomputed':
      return reportResults(outcome, report, options, host, written);
    case 'refused': {
      if (written !== undefined) await removeOldResult(written.result);
      const unread = await unreadFiles(input);
      const hasResults = await holdsRanking(spreadsheet);
      const document = { ...issueDocument(outcome.issues, options.language), cases: report.cases };
      answer(options, host, document, (language) => [
        ...issueLines(outcome.issues, language, unread),
        ...caseLines(report.cases).map((line) => line[language]),
        (written === undefined ? OFFLINE_WORDS.notScored : refusedLine(written.workbook, hasResults))[
          language
        ],
      ]);
      return EXIT.entriesHaveErrors;
    }
    default:
      throw new OfflineFailure(OFFLINE_FAILURES.changedMeanwhile(input));
  }
};
