import type { Issue, IssueCode } from '../issue.ts';
import type { Language } from '../language.ts';
import { type DetailOf, ISSUE_MESSAGES } from './issue-messages.ts';

export interface IssueDescription {
  /** What is there. */
  readonly problem: string;
  /** What would be right. */
  readonly remedy: string;
}

/** An issue in words; where it stands is said apart, by its location. */
export function describeIssue(issue: Issue, language: Language): IssueDescription {
  return describeDetail(issue.code, issue, language);
}

function describeDetail<Code extends IssueCode>(code: Code, detail: DetailOf[Code], language: Language) {
  return ISSUE_MESSAGES[code](detail)[language];
}
