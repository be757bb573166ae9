import { evaluateArithmetic } from './arithmetic.ts';
import type { ExtendedValue, NumberFormat } from './cell-value.ts';
import { type LocaleData, localeData } from './locale-data.ts';
import { isTextFormat } from './number-format.ts';
import { parseTypedDate } from './typed-date.ts';
import { parseTypedNumber } from './typed-number.ts';

interface TypingContext {
  /** The spreadsheet's. */
  readonly locale: string;
  /** For dates typed without a year. */
  readonly year: number;
  /** Of the cell that is typed into. */
  readonly format?: NumberFormat | undefined;
}

interface UserEntered {
  /** As the cell keeps it. Undefined for the empty text, which clears the cell. */
  readonly value: ExtendedValue | undefined;
  /** Of a formula whose value is known; every other formula keeps its text alone. */
  readonly effectiveValue?: ExtendedValue;
  /** The format Sheets gives a cell that has none of its own. */
  readonly numberFormat?: NumberFormat;
}

/** No number and no date is longer; texts of staff are. */
const MAX_TYPED_LENGTH = 64;

function parseFormula(text: string): UserEntered {
  const effectiveValue = evaluateArithmetic(text);
  const value = { formulaValue: text };
  return effectiveValue === undefined ? { value } : { value, effectiveValue };
}

function parseTyped(text: string, locale: LocaleData, year: number): UserEntered | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > MAX_TYPED_LENGTH) return undefined;
  if (/^(true|false)$/i.test(trimmed)) return { value: { boolValue: trimmed.toLowerCase() === 'true' } };
  const typed = parseTypedNumber(trimmed, locale) ?? parseTypedDate(trimmed, locale, year);
  if (typed === undefined) return undefined;
  const value = { numberValue: typed.value };
  return typed.numberFormat === undefined ? { value } : { value, numberFormat: typed.numberFormat };
}

/**
 * A text as if a person had typed it into the sheet (docs/stand-in.md). A cell whose format is plain text keeps what is typed:
 * 6/11 is no day there, 0012 keeps its zeros, =A1 is no formula.
 */
export function parseUserEntered(text: string, { locale, year, format }: TypingContext): UserEntered {
  if (text === '') return { value: undefined };
  if (text.startsWith("'")) return { value: { stringValue: text.slice(1) } };
  if (isTextFormat(format)) return { value: { stringValue: text } };
  if (text.startsWith('=') && text.length > 1) return parseFormula(text);
  return parseTyped(text, localeData(locale), year) ?? { value: { stringValue: text } };
}
