import type { ExtendedValue, NumberFormat } from './cell-value.ts';
import { formatValue } from './format-value.ts';
import { localeData } from './locale-data.ts';
import { isDateFormat, patternOf } from './number-format.ts';

/**
 * What a person would type to get this value into a cell of this format: all digits of a number with the locale's decimal
 * mark, a percentage as one, days and times as they show. So what is read again in the same cell is the same value.
 */
export function typedText(
  value: ExtendedValue | undefined,
  format: NumberFormat | undefined,
  locale: string,
): string {
  if (value?.stringValue !== undefined) return value.stringValue;
  const number = value?.numberValue;
  if (number === undefined || isDateFormat(format)) return formatValue(value, format, locale);
  const data = localeData(locale);
  const isPercent = patternOf(format, data)?.includes('%') === true;
  const digits = isPercent ? `${Number(`${number}e2`)}%` : String(number);
  return data.decimal === ',' ? digits.replace('.', ',') : digits;
}
