import type { Issue } from '../../domain/issue.ts';
import type { Language } from '../../domain/language.ts';
import { issuesLine, OFFLINE_WORDS, unreadLine } from '../../domain/messages/offline-words.ts';
import { OUTPUT_WORDS } from '../../domain/messages/output-messages.ts';
import { countIssues } from '../../workbook/output/issues-tab.ts';
import { issueRows } from '../issue-rows.ts';

/** All issues of a workbook as a document. */
export function issueDocument(issues: readonly Issue[], language: Language) {
  return {
    format: 'par-index-issues/1',
    ...countIssues(issues),
    issues: issueRows(issues, language),
  };
}

/**
 * One line per issue: how grave, where, what is there, what would be right; and beside errors the files that were not
 * read, one of which may be a tab under another name.
 */
export function issueLines(
  issues: readonly Issue[],
  language: Language,
  unread: readonly string[] = [],
): readonly string[] {
  if (issues.length === 0) return [OFFLINE_WORDS.sound[language]];
  const { issues: rows, errors, warnings } = issueDocument(issues, language);
  return [
    ...rows.map(({ severity, tab, cell, problem, remedy }) => {
      const word = severity === 'error' ? OUTPUT_WORDS.error : OUTPUT_WORDS.warning;
      const where = [tab, cell].filter((part) => part !== undefined).join(', ');
      return `${word[language]} · ${where}: ${problem} ${remedy}`;
    }),
    ...(errors === 0 || unread.length === 0 ? [] : [unreadLine(unread)[language]]),
    issuesLine(errors, warnings)[language],
  ];
}
