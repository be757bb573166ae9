import { CASE_ISSUE_MESSAGES } from './case-issue-messages.ts';
import { CRITERIA_ISSUE_MESSAGES } from './criteria-issue-messages.ts';
import { CRITERIA_VERSION_MESSAGES } from './criteria-version-messages.ts';
import { ENTRY_ISSUE_MESSAGES } from './entry-issue-messages.ts';
import type { IssueMessages } from './issue-message.ts';
import { STRUCTURE_ISSUE_MESSAGES } from './structure-issue-messages.ts';

/** Written to be read by office staff: what stands in the cell, then what to do about it. */
export const ISSUE_MESSAGES: IssueMessages = {
  ...STRUCTURE_ISSUE_MESSAGES,
  ...ENTRY_ISSUE_MESSAGES,
  ...CRITERIA_ISSUE_MESSAGES,
  ...CRITERIA_VERSION_MESSAGES,
  ...CASE_ISSUE_MESSAGES,
};
