import { numberOrWordsIn } from '../../../domain/number-or-word-formula.ts';
import { parseUserEntered } from '../../stand-in/values/user-entered.ts';
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

type Allows = (value: CellValue) => boolean | undefined;

const NO_FORMULA = () => undefined;

/** Whatever the year: a day without one is no entry of these cells. */
const NO_YEAR = 2000;

/** A text is judged by what it would be if it were typed: dates and numbers also stand as text, and count as such. */
function asTyped(value: CellValue, locale: string): CellValue {
  if (typeof value !== 'string') return value;
  return parseUserEntered(value, { locale, year: NO_YEAR }).value?.numberValue ?? value;
}

/** A formula of the product's own: a number between its bounds, or one of its words, without regard to case. */
function numberOrWord(condition: Condition, locale: string): Allows | undefined {
  const own = condition.type === 'CUSTOM_FORMULA' ? numberOrWordsIn(condition.values[0] ?? '') : undefined;
  if (own === undefined) return undefined;
  const { from, to, words } = own;
  const allowed = [
    compileCondition({ type: 'NUMBER_BETWEEN', values: [from, to] }, locale),
    ...words.map((word) => compileCondition({ type: 'TEXT_EQ', values: [word] }, locale)),
  ];
  return (value) => allowed.some((holds) => holds(asTyped(value, locale), NO_FORMULA) === true);
}

/** Reads a rule once, for all the cells that have it: what it allows; undefined where it cannot be asked about here. */
export function compileRule({ condition }: CellRule, locale: string): Allows {
  const own = numberOrWord(condition, locale);
  if (own !== undefined) return own;
  const holds = compileCondition(condition, locale);
  return (value) => holds(value, NO_FORMULA);
}

/** Whether a value may stand in the cell: blank always may, and so may what the rule cannot be asked about here. */
export function mayStand(rule: CellRule, value: CellValue | undefined, locale: string): boolean {
  if (value === undefined || value === '') return true;
  return compileRule(rule, locale)(value) !== false;
}
