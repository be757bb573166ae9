import type { Language } from '../src/domain/language.ts';
import { PROBLEMS, type ProblemCode } from '../src/domain/messages/problem-messages.ts';

/** The status of each refusal. */
const STATUS: Readonly<Record<ProblemCode, number>> = {
  'bad-request': 400,
  'not-json': 400,
  'unknown-function': 404,
  'method-not-allowed': 405,
  moved: 409,
  superseded: 409,
  'body-too-large': 413,
  'entries-have-errors': 422,
  'cannot-preview': 422,
  'no-identity': 401,
  'identity-expired': 401,
  'identity-invalid': 401,
  'email-not-verified': 403,
  'domain-not-allowed': 403,
  'not-a-writer': 403,
  'not-a-publisher': 403,
  'not-for-queue': 403,
  cancelled: 409,
  'too-many-calls': 429,
  'named-workbook-unseen': 404,
  internal: 500,
  'identity-unavailable': 503,
  'took-too-long': 503,
};

/** A refusal as RFC 9457 has it, in the caller's language, with both languages beside it. */
export interface Problem {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export function problem(
  code: ProblemCode,
  language: Language,
  details: Readonly<Record<string, unknown>> = {},
): Problem {
  const { title, detail } = PROBLEMS[code];
  return problemOf({ status: STATUS[code], code, title, detail }, language, details);
}

interface ProblemWords {
  readonly title: Readonly<Record<Language, string>>;
  readonly detail: Readonly<Record<Language, string>>;
}

interface ProblemText extends ProblemWords {
  readonly status: number;
  readonly code: string;
}

/** The refusals of functions that are loaded when they are asked for: their own words, and those of all functions. */
export function problemsWith<Code extends string>(
  words: Readonly<Record<Code, ProblemWords>>,
  statuses: Readonly<Record<Code, number>>,
): (code: Code | ProblemCode, language: Language, details?: Readonly<Record<string, unknown>>) => Problem {
  const isOwn = (code: string): code is Code => code in statuses;
  return (code, language, details) =>
    isOwn(code)
      ? problemOf({ status: statuses[code], code, ...words[code] }, language, details)
      : problem(code, language, details);
}

export function problemOf(
  { status, code, title, detail }: ProblemText,
  language: Language,
  details: Readonly<Record<string, unknown>> = {},
): Problem {
  const body = {
    type: `urn:par-index:problem:${code}`,
    title: title[language],
    status,
    detail: detail[language],
    code,
    languages: {
      vi: { title: title.vi, detail: detail.vi },
      en: { title: title.en, detail: detail.en },
    },
    ...details,
  };
  return { status, body };
}
