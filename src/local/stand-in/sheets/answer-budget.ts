import { answerTooLarge } from '../contract/google-error.ts';

/** How much one answer may hold, whatever ranges it is asked for: the same range may be named a thousand times. */
export interface AnswerBudget {
  /** Counts in, or ends the call. */
  spend(count: number): void;
}

/** Rows and values: more than the largest spreadsheet of five columns holds. */
const MOST_VALUES = 12_000_000;
/** A cell with its formats takes some hundred times the memory of a value. */
const MOST_GRID_ITEMS = 2_000_000;

export const valuesBudget = (): AnswerBudget => answerBudget(MOST_VALUES);
/** Cells, rows and columns of grid data. */
export const gridBudget = (): AnswerBudget => answerBudget(MOST_GRID_ITEMS);

function answerBudget(most: number): AnswerBudget {
  let spent = 0;
  return {
    spend: (count) => {
      spent += count;
      if (spent > most) throw answerTooLarge();
    },
  };
}
