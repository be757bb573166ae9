import type { Language } from '../src/domain/language.ts';
import type { ProblemCode } from '../src/domain/messages/problem-messages.ts';
import { PUBLICATION_PROBLEMS } from '../src/domain/messages/publication-problem-messages.ts';
import { type Problem, problem, problemOf } from './problem.ts';

type OwnCode = keyof typeof PUBLICATION_PROBLEMS;
export type PublicationProblemCode = OwnCode | ProblemCode;

const STATUS: Readonly<Record<OwnCode, number>> = {
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
};

function isOwn(code: string): code is OwnCode {
  return code in STATUS;
}

/** A refusal of publishing, withdrawing or verifying, whose words are loaded with these functions. */
export function publicationProblem(
  code: PublicationProblemCode,
  language: Language,
  details: Readonly<Record<string, unknown>> = {},
): Problem {
  if (!isOwn(code)) return problem(code, language, details);
  return problemOf({ status: STATUS[code], code, ...PUBLICATION_PROBLEMS[code] }, language, details);
}
