import type { InputCheck } from '../conditions/strict-input.ts';
import type { JsonObject } from '../contract/json.ts';
import type { FormulaEvaluator } from '../model/formula.ts';
import type { Editor } from '../model/protection.ts';
import type { Workbook } from '../model/workbook.ts';

export interface BatchContext {
  /** On whose behalf the batch runs: decides about protected ranges. */
  readonly editor: Editor;
  /** A fresh id for what the caller did not number: positive, 31 bits. */
  readonly newId: () => number;
  readonly evaluator: FormulaEvaluator;
  /** For dates typed without a year. */
  readonly year: number;
  /** The day of the call as a serial number. */
  readonly today: number;
  /** Whether the time that Google gives one call is over. */
  readonly isLate: () => boolean;
  readonly checkInput: InputCheck;
}

export interface Applied {
  readonly workbook: Workbook;
  /** What stands under the kind's name in the reply; left out where Google answers `{}`. */
  readonly reply?: JsonObject;
}

export type RequestHandler = (workbook: Workbook, request: JsonObject, context: BatchContext) => Applied;

export type RequestFamily = Readonly<Record<string, RequestHandler>>;

/** Gives a handler its typed view of the request. Sound because the contract has checked names and kinds before. */
export function handler<Request>(
  apply: (workbook: Workbook, request: Request, context: BatchContext) => Applied,
): RequestHandler {
  return (workbook, request, context) => apply(workbook, request as unknown as Request, context);
}
