import { format as formatWithPattern, isTextFormat } from 'numfmt';
import { type ExtendedValue, errorText, type NumberFormat } from './cell-value.ts';
import { type LocaleData, localeData } from './locale-data.ts';
import { patternOf } from './number-format.ts';

/** Automatic format: so many significant digits in the fraction (recorded: 1/1024 shows as 0.0009765625). */
const SIGNIFICANT_DIGITS = 10;
const EXPONENT_DIGITS = 6;
const PLAIN_BELOW = 1e15;
const PLAIN_FROM = 1e-6;

const trimZeros = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

function exponential(value: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(EXPONENT_DIGITS - 1).split('e');
  const sign = exponent.startsWith('-') ? '-' : '+';
  return `${trimZeros(mantissa)}E${sign}${exponent.slice(1).padStart(2, '0')}`;
}

function plain(value: number): string {
  const shortest = String(value);
  // So short a text has no more digits than are shown.
  if (shortest.length <= SIGNIFICANT_DIGITS && !shortest.includes('e')) return shortest;
  const integerDigits = Math.trunc(Math.abs(value)).toString().length;
  const exponent = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  const decimals = Math.max(0, SIGNIFICANT_DIGITS - (exponent < 0 ? exponent + 1 : integerDigits));
  return trimZeros(value.toFixed(decimals));
}

/** A number without a format, as Google shows it. */
function formatAutomatic(value: number, locale: LocaleData): string {
  const size = Math.abs(value);
  const text = size >= PLAIN_BELOW || (size > 0 && size < PLAIN_FROM) ? exponential(value) : plain(value);
  const shown = text === '-0' ? '0' : text;
  return locale.decimal === ',' ? shown.replace('.', ',') : shown;
}

/** Serial 0 is 30 December 1899 and 1900 is no leap year: Google's calendar, not the older one of 1-2-3. */
const OPTIONS = { leap1900: false, dateSpanLarge: true, throws: false, invalid: '\u0000' } as const;

/** Undefined where the pattern cannot be read or shown: then the automatic format stands in. */
function applyPattern(pattern: string, value: number | string, locale: LocaleData): string | undefined {
  const shown = formatWithPattern(pattern, value, { ...OPTIONS, locale: locale.name });
  return shown === OPTIONS.invalid ? undefined : shown;
}

function formatNumber(value: number, pattern: string | undefined, locale: LocaleData): string {
  if (pattern === undefined || isTextFormat(pattern) || /^general$/i.test(pattern)) {
    return formatAutomatic(value, locale);
  }
  return applyPattern(pattern, value, locale) ?? formatAutomatic(value, locale);
}

/** What a cell shows. A formula has no look of its own: pass its effective value. */
export function formatValue(
  value: ExtendedValue | undefined,
  numberFormat: NumberFormat | undefined,
  locale: string,
): string {
  if (value === undefined) return '';
  const data = localeData(locale);
  const { numberValue, stringValue, boolValue, errorValue } = value;
  if (numberValue !== undefined) return formatNumber(numberValue, patternOf(numberFormat, data), data);
  if (boolValue !== undefined) return boolValue ? 'TRUE' : 'FALSE';
  if (errorValue !== undefined) return errorText(errorValue);
  const text = stringValue ?? '';
  const pattern = numberFormat?.pattern ?? '';
  return pattern.includes('@') ? (applyPattern(pattern, text, data) ?? text) : text;
}
