import type { NumberFormat } from './cell-value.ts';
import type { LocaleData } from './locale-data.ts';

/** A number somebody typed and the format Sheets gives the cell for the way it was typed. */
export interface TypedNumber {
  readonly value: number;
  readonly numberFormat?: NumberFormat;
}

interface Digits {
  readonly value: number;
  readonly grouped: boolean;
  readonly hasDecimals: boolean;
  readonly hasExponent: boolean;
}

const SPACES = /^[\s\u00a0\u202f]$/;
const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * After a group separator at least three digits: `1234,1234` is taken as 12341234 and `1.123456789` in German as
 * 1123456789, while `2,41` stays text (burnash/gspread#501 and #53, nithinmurali/pygsheets#414).
 */
function digitsPattern({ decimal, group }: LocaleData): RegExp {
  const groupClass = SPACES.test(group) ? '[ \\u00a0\\u202f]' : escapeRegExp(group);
  const point = escapeRegExp(decimal);
  return new RegExp(`^(\\d+(?:${groupClass}\\d{3,})*)?(?:(${point})(\\d*))?([eE][+-]?\\d+)?$`);
}

const PATTERNS = new Map<string, RegExp>();

function patternFor(locale: LocaleData): RegExp {
  const known = PATTERNS.get(locale.name);
  if (known !== undefined) return known;
  const pattern = digitsPattern(locale);
  PATTERNS.set(locale.name, pattern);
  return pattern;
}

function parseDigits(text: string, locale: LocaleData, scale: number): Digits | undefined {
  const match = patternFor(locale).exec(text);
  if (match === null) return undefined;
  const [, integer = '', point, fraction = '', exponent = ''] = match;
  if (integer === '' && fraction === '') return undefined;
  const whole = integer.replace(/\D/g, '');
  const power = Number(exponent.slice(1) || 0) - scale;
  // One conversion of the decimal text, so that 12.34 % is 0.1234 exactly as typed.
  const value = Number(`${whole || '0'}.${fraction || '0'}e${power}`);
  if (!Number.isFinite(value)) return undefined;
  return {
    value,
    grouped: whole !== integer,
    hasDecimals: point !== undefined && fraction !== '',
    hasExponent: exponent !== '',
  };
}

const decimalsOf = ({ hasDecimals }: Digits): string => (hasDecimals ? '.00' : '');

function numberFormatOf(digits: Digits): NumberFormat | undefined {
  if (digits.hasExponent) return { type: 'SCIENTIFIC', pattern: '0.00E+00' };
  return digits.grouped ? { type: 'NUMBER', pattern: `#,##0${decimalsOf(digits)}` } : undefined;
}

const CURRENCIES = '$£€₫¥';

interface Affixes {
  readonly prefix: string;
  readonly body: string;
  readonly suffix: string;
}

function splitCurrency(text: string): Affixes {
  const [, prefix = '', body = '', suffix = ''] =
    new RegExp(`^([${CURRENCIES}])?\\s?(.*?)\\s?([${CURRENCIES}])?$`).exec(text) ?? [];
  return { prefix, body, suffix };
}

/** A symbol that is not the locale's own is written as `[$₫]`. */
function currencyFormat({ prefix, suffix }: Affixes, digits: Digits, locale: LocaleData): NumberFormat {
  const symbol = prefix || suffix;
  const shown = symbol === locale.currency.symbol ? `"${symbol}"` : `[$${symbol}]`;
  const number = `#,##0${decimalsOf(digits)}`;
  return { type: 'CURRENCY', pattern: prefix === '' ? `${number}\\ ${shown}` : `${shown}${number}` };
}

interface Signed {
  readonly negative: boolean;
  readonly body: string;
}

function splitSign(text: string): Signed {
  const parenthesised = /^\(([^()]+)\)$/.exec(text);
  if (parenthesised !== null) return { negative: true, body: parenthesised[1] ?? '' };
  const [, before = '', symbol = '', after = '', body = ''] =
    new RegExp(`^([+-]?)([${CURRENCIES}]?)([+-]?)(.*)$`).exec(text) ?? [];
  if (before !== '' && after !== '') return { negative: false, body: text };
  return { negative: before === '-' || after === '-', body: symbol + body };
}

/** A number as typed in this locale: plain, grouped, scientific, percent or money; undefined for anything else. */
export function parseTypedNumber(text: string, locale: LocaleData): TypedNumber | undefined {
  const { negative, body } = splitSign(text);
  const percent = /^(.*\S)\s?%$/.exec(body);
  const affixes = splitCurrency(percent?.[1] ?? body);
  const digits = parseDigits(affixes.body, locale, percent === null ? 0 : 2);
  if (digits === undefined) return undefined;
  const value = negative ? -digits.value : digits.value;
  const isMoney = affixes.prefix !== '' || affixes.suffix !== '';
  if (percent !== null) {
    const pattern = `0${digits.hasDecimals ? '.00' : ''}%`;
    return isMoney ? undefined : { value, numberFormat: { type: 'PERCENT', pattern } };
  }
  if (isMoney) return { value, numberFormat: currencyFormat(affixes, digits, locale) };
  const numberFormat = numberFormatOf(digits);
  return numberFormat === undefined ? { value } : { value, numberFormat };
}
