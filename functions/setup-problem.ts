import type { Language } from '../src/domain/language.ts';
import type { ProblemCode } from '../src/domain/messages/problem-messages.ts';
import { SETUP_PROBLEMS } from '../src/domain/messages/setup-problem-messages.ts';
import { type Problem, problem, problemOf } from './problem.ts';

type OwnCode = keyof typeof SETUP_PROBLEMS;

const STATUS: Readonly<Record<OwnCode, number>> = {
  'not-a-control-workbook': 422,
  'last-year-has-errors': 422,
  'same-period': 409,
  'no-criteria': 422,
  'criteria-have-errors': 422,
  'not-empty': 409,
};

function isOwn(code: string): code is OwnCode {
  return code in STATUS;
}

/** A refusal of setting up a year, whose words are loaded with that function. */
export function setupProblem(
  code: OwnCode | ProblemCode,
  language: Language,
  details: Readonly<Record<string, unknown>> = {},
): Problem {
  if (!isOwn(code)) return problem(code, language, details);
  return problemOf({ status: STATUS[code], code, ...SETUP_PROBLEMS[code] }, language, details);
}
