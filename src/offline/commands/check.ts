import { isBlocking } from '../../domain/issue.ts';
import { caseLines } from '../../domain/messages/case-words.ts';
import { unfinishedLine } from '../../domain/messages/unfinished-line.ts';
import { check } from '../../jobs/check.ts';
import { unreadFiles } from '../files/csv-files.ts';
import { openWorkbook } from '../files/open-workbook.ts';
import { EXIT } from '../offline-failure.ts';
import { answer, type Command } from './command.ts';
import { issueDocument, issueLines } from './issue-report.ts';

/** Everything that has to be corrected before a recompute; nothing is written. */
export const checkCommand: Command = async (options, host) => {
  const [input = ''] = options.operands;
  const { spreadsheet } = await openWorkbook(input);
  const { issues, cases, unfinished } = await check(spreadsheet, host.onPhase);
  const unread = await unreadFiles(input);
  answer(options, host, { ...issueDocument(issues, options.language), cases, unfinished }, (language) => [
    ...issueLines(issues, language, unread),
    ...(unfinished === undefined ? [] : [unfinishedLine(unfinished)[language]]),
    ...caseLines(cases).map((line) => line[language]),
  ]);
  return issues.some(isBlocking) ? EXIT.entriesHaveErrors : EXIT.fine;
};
