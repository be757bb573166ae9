import type { ExtendedValue } from './wire.ts';

/** Computes what a formula shows. `undefined` means: cannot be computed here, the last known value stands. */
export interface FormulaEvaluator {
  evaluate(formula: string): ExtendedValue | undefined;
}
