import type { BooleanCondition, ConditionValue } from '../../conditions/boolean-condition.ts';
import { RELATIVE_DAYS, yearOf } from '../../conditions/condition-test.ts';
import { parseUserEntered } from '../../values/user-entered.ts';
import type { ExportedWorkbook } from './exported-workbook.ts';
import { literal, quoted } from './formula-text.ts';

/** A value of a condition as it stands in a formula; undefined where no other program could tell it. */
export function conditionValue(
  { formulas, conditions }: ExportedWorkbook,
  value: ConditionValue | undefined,
): string | undefined {
  const days = RELATIVE_DAYS.get(value?.relativeDate ?? '');
  if (days !== undefined) return days === 0 ? 'TODAY()' : `TODAY()${days < 0 ? '' : '+'}${days}`;
  const entered = value?.userEnteredValue ?? '';
  if (entered.startsWith('=')) return formulas.plain(entered);
  return literal(
    parseUserEntered(entered, { locale: conditions.locale, year: yearOf(conditions.today) }).value,
  );
}

const COMPARISONS: ReadonlyMap<string, string> = new Map([
  ['NUMBER_GREATER', '>'],
  ['NUMBER_GREATER_THAN_EQ', '>='],
  ['NUMBER_LESS', '<'],
  ['NUMBER_LESS_THAN_EQ', '<='],
  ['NUMBER_EQ', '='],
  ['NUMBER_NOT_EQ', '<>'],
]);

const DAY_COMPARISONS: ReadonlyMap<string, string> = new Map([
  ['DATE_EQ', '='],
  ['DATE_BEFORE', '<'],
  ['DATE_AFTER', '>'],
]);

/**
 * The condition as a formula over the cell at `at`: true for the same cells as here. A comparison asks first whether there
 * is a number: elsewhere an empty cell would be less than five, and a word more.
 */
export function conditionFormula(
  exported: ExportedWorkbook,
  condition: BooleanCondition,
  at: string,
): string | undefined {
  const { type = '', values = [] } = condition;
  const [first, second] = values.map((value) => conditionValue(exported, value));
  if (values.length > 0 && first === undefined) return undefined;
  const comparison = COMPARISONS.get(type);
  if (comparison !== undefined) return `AND(ISNUMBER(${at}),${at}${comparison}${first})`;
  const ofDay = DAY_COMPARISONS.get(type);
  if (ofDay !== undefined) return `AND(ISNUMBER(${at}),INT(${at})${ofDay}INT(${first}))`;
  if (type === 'NUMBER_BETWEEN' && second !== undefined)
    return `AND(ISNUMBER(${at}),${at}>=${first},${at}<=${second})`;
  if (type === 'NUMBER_NOT_BETWEEN' && second !== undefined)
    return `AND(ISNUMBER(${at}),OR(${at}<${first},${at}>${second}))`;
  return wordFormula(type, values[0]?.userEnteredValue ?? '', first, at);
}

/** Conditions on what a cell shows; the case of letters does not count. */
function wordFormula(
  type: string,
  entered: string,
  first: string | undefined,
  at: string,
): string | undefined {
  const words = entered.startsWith('=') ? (first ?? '""') : quoted(entered);
  // Signs that a search takes for any letters stand for themselves here.
  const sought = entered.startsWith('=') ? words : quoted(entered.replace(/[~*?]/g, '~$&'));
  switch (type) {
    case 'TEXT_CONTAINS':
      return `ISNUMBER(SEARCH(${sought},${at}))`;
    case 'TEXT_NOT_CONTAINS':
      return `ISERROR(SEARCH(${sought},${at}))`;
    case 'TEXT_STARTS_WITH':
      return `LEFT(${at},LEN(${words}))=${words}`;
    case 'TEXT_ENDS_WITH':
      return `RIGHT(${at},LEN(${words}))=${words}`;
    case 'TEXT_EQ':
      return `${at}&""=${words}`;
    case 'BLANK':
      return `${at}&""=""`;
    case 'NOT_BLANK':
      return `${at}&""<>""`;
    case 'CUSTOM_FORMULA':
      return entered.startsWith('=') ? first : undefined;
    default:
      return undefined;
  }
}
