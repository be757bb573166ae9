import { shownValue } from '../model/cell-order.ts';
import type { CellData, ExtendedValue, NumberFormat } from '../model/wire.ts';
import type { Workbook } from '../model/workbook.ts';
import { formatValue } from '../values/format-value.ts';
import { parseUserEntered } from '../values/user-entered.ts';
import type { BooleanCondition, ConditionValue } from './boolean-condition.ts';
import { rangeValues } from './range-values.ts';

export interface ConditionContext {
  readonly workbook: Workbook;
  readonly locale: string;
  /** The day on which the condition is judged, as a serial number. */
  readonly today: number;
}

/** Whether a cell meets the condition; undefined where that cannot be told here, as for a formula of somebody's own. */
export type CellTest = (cell: CellData | undefined) => boolean | undefined;

type Wanted = readonly (ExtendedValue | undefined)[];
type Test = (found: Found, wanted: Wanted) => boolean;

interface Found {
  readonly value: ExtendedValue | undefined;
  readonly text: string;
}

export function conditionTest(condition: BooleanCondition, context: ConditionContext): CellTest {
  const { type = '', values = [] } = condition;
  const listed = type === 'ONE_OF_RANGE' ? rangeValues(context.workbook, values[0]) : undefined;
  const wanted = listed ?? values.flatMap((value) => wantedValues(type, value, context));
  const test = TESTS.get(type);
  if (test === undefined || (type === 'ONE_OF_RANGE' && listed === undefined)) return () => undefined;
  if (wanted.some((one) => one === undefined)) return () => undefined;
  return (cell) => test({ value: shownValue(cell), text: textOf(cell, context.locale) }, wanted);
}

function textOf(cell: CellData | undefined, locale: string): string {
  const format = cell?.userEnteredFormat?.['numberFormat'] as NumberFormat | undefined;
  return formatValue(shownValue(cell), format, locale);
}

/** Days from today by their names; a month is taken as thirty days, a year as 365. */
export const RELATIVE_DAYS: ReadonlyMap<string, number> = new Map([
  ['PAST_YEAR', -365],
  ['PAST_MONTH', -30],
  ['PAST_WEEK', -7],
  ['YESTERDAY', -1],
  ['TODAY', 0],
  ['TOMORROW', 1],
]);

/** The value as if typed into a cell; a formula that names cells cannot be told. */
function wantedValue(value: ConditionValue, { locale, today }: ConditionContext): ExtendedValue | undefined {
  const days = RELATIVE_DAYS.get(value.relativeDate ?? '');
  if (days !== undefined) return { numberValue: today + days };
  const typed = parseUserEntered(value.userEnteredValue ?? '', { locale, year: yearOf(today) });
  if (typed.value?.formulaValue !== undefined) return typed.effectiveValue;
  return typed.value ?? { stringValue: '' };
}

/** An option of a list is also the very text, as a cell of plain text keeps it. */
function wantedValues(type: string, value: ConditionValue, context: ConditionContext): Wanted {
  const meant = wantedValue(value, context);
  return type === 'ONE_OF_LIST' ? [meant, { stringValue: value.userEnteredValue ?? '' }] : [meant];
}

const MILLISECONDS_A_DAY = 86_400_000;
const SERIAL_OF_1970 = 25_569;

export function yearOf(serial: number): number {
  return new Date((serial - SERIAL_OF_1970) * MILLISECONDS_A_DAY).getUTCFullYear();
}

export function serialOf(moment: Date): number {
  return Math.floor(moment.getTime() / MILLISECONDS_A_DAY) + SERIAL_OF_1970;
}

function numberTest(holds: (number: number, wanted: readonly number[]) => boolean): Test {
  return ({ value }, wanted) => {
    const limits = wanted.map((one) => one?.numberValue ?? Number.NaN);
    return value?.numberValue !== undefined && holds(value.numberValue, limits);
  };
}

function dayTest(holds: (day: number, wanted: readonly number[]) => boolean): Test {
  return numberTest((number, wanted) => holds(Math.floor(number), wanted.map(Math.floor)));
}

function textTest(holds: (text: string, wanted: string) => boolean): Test {
  return ({ text }, [wanted]) => holds(text.toLowerCase(), plainText(wanted).toLowerCase());
}

function plainText(value: ExtendedValue | undefined): string {
  return String(value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? '');
}

function isBlank({ value }: Found): boolean {
  return value === undefined || value.stringValue === '';
}

/** Equal as the editor takes it: numbers by value, words in any case. */
function isListed({ value, text }: Found, wanted: Wanted): boolean {
  return wanted.some((one) =>
    value?.numberValue !== undefined && one?.numberValue !== undefined
      ? value.numberValue === one.numberValue
      : text.toLowerCase() === plainText(one).toLowerCase(),
  );
}

const first = ([a = Number.NaN]: readonly number[]): number => a;
const isBetween = (number: number, [low = Number.NaN, high = Number.NaN]: readonly number[]): boolean =>
  number >= low && number <= high;

const TESTS: ReadonlyMap<string, Test> = new Map<string, Test>([
  ['NUMBER_GREATER', numberTest((number, limits) => number > first(limits))],
  ['NUMBER_GREATER_THAN_EQ', numberTest((number, limits) => number >= first(limits))],
  ['NUMBER_LESS', numberTest((number, limits) => number < first(limits))],
  ['NUMBER_LESS_THAN_EQ', numberTest((number, limits) => number <= first(limits))],
  ['NUMBER_EQ', numberTest((number, limits) => number === first(limits))],
  ['NUMBER_NOT_EQ', numberTest((number, limits) => number !== first(limits))],
  ['NUMBER_BETWEEN', numberTest(isBetween)],
  ['NUMBER_NOT_BETWEEN', numberTest((number, limits) => !isBetween(number, limits))],
  ['TEXT_CONTAINS', textTest((text, wanted) => text.includes(wanted))],
  ['TEXT_NOT_CONTAINS', textTest((text, wanted) => !text.includes(wanted))],
  ['TEXT_STARTS_WITH', textTest((text, wanted) => text.startsWith(wanted))],
  ['TEXT_ENDS_WITH', textTest((text, wanted) => text.endsWith(wanted))],
  ['TEXT_EQ', textTest((text, wanted) => text === wanted)],
  ['TEXT_IS_EMAIL', ({ text }) => /^[^\s@]{1,64}@[^\s@]{1,255}$/.test(text)],
  ['TEXT_IS_URL', ({ text }) => URL.canParse(text) || /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(text)],
  ['DATE_EQ', dayTest((day, limits) => day === first(limits))],
  ['DATE_BEFORE', dayTest((day, limits) => day < first(limits))],
  ['DATE_AFTER', dayTest((day, limits) => day > first(limits))],
  ['DATE_ON_OR_BEFORE', dayTest((day, limits) => day <= first(limits))],
  ['DATE_ON_OR_AFTER', dayTest((day, limits) => day >= first(limits))],
  ['DATE_BETWEEN', dayTest(isBetween)],
  ['DATE_NOT_BETWEEN', dayTest((day, limits) => !isBetween(day, limits))],
  ['DATE_IS_VALID', ({ value }) => value?.numberValue !== undefined],
  ['ONE_OF_LIST', isListed],
  ['ONE_OF_RANGE', isListed],
  ['BLANK', isBlank],
  ['NOT_BLANK', (found) => !isBlank(found)],
  [
    'BOOLEAN',
    (found, wanted) => (wanted.length === 0 ? found.value?.boolValue !== undefined : isListed(found, wanted)),
  ],
]);
