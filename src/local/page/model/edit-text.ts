import type { NumberFormat } from '../../stand-in/values/cell-value.ts';
import { formatValue } from '../../stand-in/values/format-value.ts';
import { localeData } from '../../stand-in/values/locale-data.ts';
import { isDateFormat } from '../../stand-in/values/number-format.ts';
import { parseUserEntered } from '../../stand-in/values/user-entered.ts';
import type { CellValue } from './cell-value.ts';
import type { Look } from './look.ts';
import type { PageCell } from './page-workbook.ts';

const SECONDS_A_DAY = 86_400;

export interface Typing {
  readonly locale: string;
  /** For dates typed without a year. */
  readonly year: number;
}

/** How a text is read that is typed into a cell of this look. */
function typingInto(look: Look | undefined, typing: Typing) {
  return { ...typing, format: formatFor(look, undefined) };
}

/** A plain number in the locale's writing: what somebody would type. */
function numberText(value: number, decimal: string): string {
  return String(value).replace('.', decimal);
}

function dateText(value: number, locale: string): string {
  const { date, time } = localeData(locale);
  // Noon and later are told apart from midnight to the second; more than that nobody types.
  const seconds = Math.round((value - Math.floor(value)) * SECONDS_A_DAY);
  const pattern = value < 1 ? time : seconds === 0 ? date : `${date} ${time}`;
  return formatValue({ numberValue: value }, { type: 'DATE_TIME', pattern }, locale);
}

function percentText(value: number, decimal: string): string | undefined {
  // Two places to the right in decimal digits: 0.07 × 100 is 7, not 7.000000000000001.
  const hundredfold = Number(`${value}e2`);
  return Number.isNaN(hundredfold) ? undefined : `${numberText(hundredfold, decimal)}%`;
}

/** As it is shown where typing that gives the number again; days before the calendar of dates, say, stay plain numbers. */
function textOfNumber(value: number, look: Look | undefined, typing: Typing): string {
  const { decimal } = localeData(typing.locale);
  const isPercent = look?.numberType === 'PERCENT' || look?.pattern?.includes('%') === true;
  const asShown = isDateFormat(formatFor(look, undefined))
    ? dateText(value, typing.locale)
    : isPercent
      ? percentText(value, decimal)
      : undefined;
  const isSafe =
    asShown !== undefined && parseUserEntered(asShown, typingInto(look, typing)).value?.numberValue === value;
  return isSafe ? asShown : numberText(value, decimal);
}

/**
 * The text with which a cell is edited: what a person would type to get what is in it. A text that would be taken for something else
 * begins with an apostrophe, as it would have to be typed.
 */
export function editText(
  cell: PageCell | null,
  look: Look | undefined,
  locale: string,
  year: number,
): string {
  if (cell?.formula !== undefined) return cell.formula;
  const value = cell?.value;
  if (typeof value === 'number') return textOfNumber(value, look, { locale, year });
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value === undefined) return '';
  const typed = parseUserEntered(value, typingInto(look, { locale, year })).value;
  return typed?.stringValue === value ? value : `'${value}`;
}

/** The format in which a value is shown: the cell's own, else the one that typing it gives. */
function formatFor(look: Look | undefined, typed: NumberFormat | undefined): NumberFormat | undefined {
  if (look?.pattern === undefined && look?.numberType === undefined) return typed;
  return {
    ...(look.pattern === undefined ? {} : { pattern: look.pattern }),
    ...(look.numberType === undefined ? {} : { type: look.numberType }),
  };
}

function readGiven(
  given: CellValue,
  look: Look | undefined,
  typing: Typing,
): ReturnType<typeof parseUserEntered> {
  if (typeof given === 'string') return parseUserEntered(given, typingInto(look, typing));
  return { value: typeof given === 'number' ? { numberValue: given } : { boolValue: given } };
}

/** What a cell of this look would hold if this were entered: undefined for a blank cell. */
export function meantBy(given: CellValue, look: Look | undefined, typing: Typing): CellValue | undefined {
  const { value } = readGiven(given, look, typing);
  return value?.numberValue ?? value?.boolValue ?? value?.stringValue ?? value?.formulaValue;
}

/** What a cell holds and shows once this has been entered into it, as the server will see it; its look and note stay. */
export function enteredCell(
  given: CellValue,
  before: PageCell | null,
  look: Look | undefined,
  typing: Typing,
): PageCell {
  const { look: name, note } = before ?? {};
  const kept = { ...(name === undefined ? {} : { look: name }), ...(note === undefined ? {} : { note }) };
  const { value, effectiveValue, numberFormat } = readGiven(given, look, typing);
  if (value === undefined) return kept;
  const known = value.formulaValue === undefined ? value : effectiveValue;
  const formula = value.formulaValue === undefined ? {} : { formula: value.formulaValue };
  const plain = known?.numberValue ?? known?.stringValue ?? known?.boolValue;
  if (known === undefined || plain === undefined) return { ...kept, ...formula, shown: String(given) };
  const shown = formatValue(known, formatFor(look, numberFormat), typing.locale);
  return { ...kept, ...formula, value: plain, ...(shown === String(plain) ? {} : { shown }) };
}
