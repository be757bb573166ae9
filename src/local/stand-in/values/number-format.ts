import { isDateFormat as isDatePattern } from 'numfmt';
import type { NumberFormat } from './cell-value.ts';
import type { LocaleData } from './locale-data.ts';

const DATE_TYPES: readonly string[] = ['DATE', 'TIME', 'DATE_TIME'];

/** Google writes an open hour count as `[h+]`; the number-format library knows `[h]`. */
const neutralPattern = (pattern: string): string => pattern.replace(/\[(h+|m+|s+)\+\]/gi, '[$1]');

/** The pattern to show a number with; `undefined` means automatic. */
export function patternOf(format: NumberFormat | undefined, locale: LocaleData): string | undefined {
  if (format === undefined) return undefined;
  if (format.pattern !== undefined && format.pattern !== '') return neutralPattern(format.pattern);
  switch (format.type) {
    case 'NUMBER':
      return '#,##0.00';
    case 'PERCENT':
      return '0.00%';
    case 'CURRENCY':
      return locale.currency.pattern;
    case 'DATE':
      return locale.date;
    case 'TIME':
      return locale.time;
    case 'DATE_TIME':
      return `${locale.date} ${locale.time}`;
    case 'SCIENTIFIC':
      return '0.00E+00';
    default:
      return undefined;
  }
}

/** Whether the format keeps what is typed as the text it is. */
export function isTextFormat(format: NumberFormat | undefined): boolean {
  if (format === undefined) return false;
  const { type = 'NUMBER_FORMAT_TYPE_UNSPECIFIED', pattern } = format;
  return type === 'TEXT' || (type === 'NUMBER_FORMAT_TYPE_UNSPECIFIED' && pattern === '@');
}

/** Whether the number under this format is a date, a time or a duration. */
export function isDateFormat(format: NumberFormat | undefined): boolean {
  if (format === undefined) return false;
  if (format.type !== undefined && format.type !== 'NUMBER_FORMAT_TYPE_UNSPECIFIED') {
    return DATE_TYPES.includes(format.type);
  }
  return format.pattern !== undefined && isDatePattern(neutralPattern(format.pattern));
}
