import type { Issue, IssueCode } from '../issue.ts';
import type { Language } from '../language.ts';
import type { DetailOf, IssueMessage } from './issue-message.ts';
import { ISSUE_MESSAGES } from './issue-messages.ts';

/** An issue in words; where it stands is said apart, by its location. */
export function describeIssue(issue: Issue, language: Language): IssueMessage {
  return describeDetail(issue.code, issue, language);
}

function describeDetail<Code extends IssueCode>(
  code: Code,
  detail: DetailOf[Code],
  language: Language,
): IssueMessage {
  return ISSUE_MESSAGES[code](detail)[language];
}
