import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { formatValue } from '../../../../src/local/stand-in/values/format-value.ts';
import { transpose, trimValues } from '../../../../src/local/stand-in/values/render-values.ts';
import { parseUserEntered } from '../../../../src/local/stand-in/values/user-entered.ts';

const anyLocale = fc.constantFrom('en_US', 'en_GB', 'vi_VN', 'de_DE', 'fr_FR', 'xx_YY');

/** Marks and indexes as they occur: up to six decimals. */
const anyMark = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.nat(6))
  .map(([units, decimals]) => units / 10 ** decimals);

const retype = (value: number, locale: string, pattern?: string) => {
  const format = pattern === undefined ? undefined : { type: 'NUMBER', pattern };
  return parseUserEntered(formatValue({ numberValue: value }, format, locale), { locale, year: 2026 }).value;
};

test.prop([anyMark, anyLocale])(
  'a number shown in a locale and typed again in it is the same number',
  (value, locale) => {
    expect(retype(value, locale)).toEqual({ numberValue: value + 0 });
  },
);

test.prop([fc.integer({ min: -999_999_999, max: 999_999_999 }), anyLocale])(
  'so is one shown in groups with two decimals',
  (cents, locale) => {
    expect(retype(cents / 100, locale, '#,##0.00')).toEqual({ numberValue: cents / 100 });
  },
);

test.prop([fc.integer({ min: 1, max: 73_000 }), fc.constantFrom('en_US', 'en_GB', 'vi_VN')])(
  'so is a day shown as year, month, day or in the order of the locale',
  (serial, locale) => {
    fc.pre(serial >= 2);
    const order = locale === 'en_US' ? 'm/d/yyyy' : 'dd/mm/yyyy';
    const days = ['yyyy-mm-dd', order].map((pattern) => retype(serial, locale, pattern));
    expect(days).toEqual([{ numberValue: serial }, { numberValue: serial }]);
  },
);

test.prop([fc.string(), anyLocale])('whatever is typed becomes one value or none', (text, locale) => {
  const { value } = parseUserEntered(text, { locale, year: 2026 });
  expect(Object.keys(value ?? {}).length).toBe(text === '' ? 0 : 1);
  if (value?.numberValue !== undefined) expect(Number.isFinite(value.numberValue)).toBe(true);
});

const anyGrid = fc.array(
  fc.array(fc.constantFrom<string | number | boolean>('', '', 'a', 0, false), { maxLength: 5 }),
  {
    maxLength: 6,
  },
);

test.prop([anyGrid])('trimming again changes nothing, and what is left ends in something', (rows) => {
  const trimmed = trimValues(rows);
  expect(trimValues(trimmed ?? [])).toEqual(trimmed);
  expect(trimmed?.at(-1)?.at(-1)).not.toBe('');
  if (trimmed === undefined) expect(rows.flat().every((cell) => cell === '')).toBe(true);
});

test.prop([anyGrid])('columns of columns are the rows again, but for empty ends', (rows) => {
  expect(trimValues(transpose(transpose(rows)))).toEqual(trimValues(rows));
});
