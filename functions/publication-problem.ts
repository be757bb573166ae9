import type { ProblemCode } from '../src/domain/messages/problem-messages.ts';
import { PUBLICATION_PROBLEMS } from '../src/domain/messages/publication-problem-messages.ts';
import { problemsWith } from './problem.ts';

export type PublicationProblemCode = keyof typeof PUBLICATION_PROBLEMS | ProblemCode;

/** A refusal of publishing, withdrawing or verifying, whose words are loaded with these functions. */
export const publicationProblem = problemsWith(PUBLICATION_PROBLEMS, {
  'cannot-publish': 422,
  'cannot-verify': 422,
  'results-out-of-date': 409,
  'results-are-provisional': 409,
  'not-publishable': 422,
  'words-not-public': 422,
  'no-results-file': 409,
  'results-file-unreachable': 409,
  'not-a-results-file': 409,
  'chain-broken': 409,
  'leaks-found': 422,
  'draft-changed': 409,
  'publication-superseded': 409,
  'withdrawn-meanwhile': 409,
  'nothing-published': 409,
  'not-these-results': 409,
  'closed-without-log': 409,
});
