import type { CellValue } from './cell-value.ts';
import { type Condition, compileCondition } from './condition.ts';

/** What may stand in a cell. */
export interface CellRule {
  readonly condition: Condition;
  /** True where anything else is refused. */
  readonly strict: boolean;
  /** Whether its options are offered in a drop-down. */
  readonly offered: boolean;
  /** What staff are told about the cell. */
  readonly message?: string;
}

/** Whether a value may stand in the cell: blank always may, and so may what the rule cannot be asked about here. */
export function mayStand(rule: CellRule, value: CellValue | undefined, locale: string): boolean {
  if (value === undefined || value === '') return true;
  return compileCondition(rule.condition, locale)(value, () => undefined) !== false;
}
