import { SETUP_PROBLEMS } from '../src/domain/messages/setup-problem-messages.ts';
import { problemsWith } from './problem.ts';

/** A refusal of setting up a year, whose words are loaded with that function. */
export const setupProblem = problemsWith(SETUP_PROBLEMS, {
  'not-a-control-workbook': 422,
  'last-year-has-errors': 422,
  'same-period': 409,
  'no-criteria': 422,
  'criteria-have-errors': 422,
  'not-empty': 409,
});
