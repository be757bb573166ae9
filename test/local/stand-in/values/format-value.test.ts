import { describe, expect, test } from 'vitest';
import { formatValue } from '../../../../src/local/stand-in/values/format-value.ts';
import { isDateFormat } from '../../../../src/local/stand-in/values/number-format.ts';

const shown = (numberValue: number, pattern?: string, locale = 'en_US') =>
  formatValue({ numberValue }, pattern === undefined ? undefined : { type: 'NUMBER', pattern }, locale);

describe('without a format', () => {
  test.each([
    [0.000_976_562_5, '0.0009765625'],
    [53, '53'],
    [42.01, '42.01'],
    [1.5, '1.5'],
    [0, '0'],
    [-0, '0'],
    [-7.25, '-7.25'],
    [0.1 + 0.2, '0.3'],
    [1 / 3, '0.3333333333'],
    [200 / 3, '66.66666667'],
    [123_456_789_012_345, '123456789012345'],
    [2 ** 53, '9.0072E+15'],
    [1e21, '1E+21'],
    [1e-7, '1E-07'],
  ])('%d is shown as %s', (value, text) => {
    expect(shown(value)).toBe(text);
  });

  test('a Vietnamese workbook shows a decimal comma', () => {
    expect([shown(96.89, undefined, 'vi_VN'), shown(1234.5, undefined, 'vi_VN')]).toEqual([
      '96,89',
      '1234,5',
    ]);
  });
});

describe('with a pattern', () => {
  test.each([
    ['#,##0.00', 2_000_000.01, 'en_US', '2,000,000.01'],
    ['#,##0.00', 2_000_000.01, 'vi_VN', '2.000.000,01'],
    ['0.00', 96.885, 'vi_VN', '96,89'],
    ['0.00%', 0.1234, 'en_US', '12.34%'],
    ['0.00%', 0.1234, 'vi_VN', '12,34%'],
    ['"$"#,##0.00', 100.15, 'en_US', '$100.15'],
    ['#,##0\\ "₫"', 100_000, 'vi_VN', '100.000 ₫'],
    ['yyyy-mm-dd', 43_831, 'en_US', '2020-01-01'],
    ['yyyy-mm-dd', 36_162, 'en_US', '1999-01-02'],
    ['dd/mm/yyyy', 46_054, 'vi_VN', '01/02/2026'],
    ['mmmm', 46_054, 'vi_VN', 'tháng 2'],
    ['h:mm am/pm', 0.75, 'en_US', '6:00 PM'],
    ['[h+]:mm', 1.5, 'en_US', '36:00'],
    ['0.00E+00', 12_345.678, 'en_US', '1.23E+04'],
    ['General', 0.5, 'vi_VN', '0,5'],
    ['@', 12.5, 'vi_VN', '12,5'],
    ['0.0;[Red]-0.0', -2.25, 'en_US', '-2.3'],
  ])('%s of %d in %s', (pattern, value, locale, text) => {
    expect(shown(value, pattern, locale)).toBe(text);
  });

  test('serial 0 is 30 December 1899 and 1900 has no 29 February', () => {
    expect([0, 1, 2, 60, 61].map((serial) => shown(serial, 'yyyy-mm-dd'))).toEqual([
      '1899-12-30',
      '1899-12-31',
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
    ]);
  });

  test('a pattern that cannot be read leaves the automatic look', () => {
    expect(shown(1.5, '[[[')).toBe('1.5');
  });

  test('a kind without a pattern has the look of the locale', () => {
    const look = (type: string, numberValue: number, locale: string) =>
      formatValue({ numberValue }, { type }, locale);
    expect([
      look('NUMBER', 1000.12, 'en_US'),
      look('PERCENT', 0.1012, 'vi_VN'),
      look('CURRENCY', 1000.12, 'en_US'),
      look('DATE', 46_054, 'en_US'),
      look('DATE', 46_054, 'vi_VN'),
      look('DATE_TIME', 46_054.5, 'en_GB'),
      look('SCIENTIFIC', 1010, 'en_US'),
      look('TEXT', 1.5, 'vi_VN'),
    ]).toEqual([
      '1,000.12',
      '10,12%',
      '$1,000.12',
      '2/1/2026',
      '01/02/2026',
      '01/02/2026 12:00:00',
      '1.01E+03',
      '1,5',
    ]);
  });

  test('a locale that nobody knows is shown with a point', () => {
    expect([shown(1.5, '0.00', 'xx_YY'), shown(1.5, '0.00', ''), shown(1.5, '0.00', '__proto__')]).toEqual([
      '1.50',
      '1.50',
      '1.50',
    ]);
  });

  test('another locale is shown by its own signs', () => {
    expect([shown(1234.5, '#,##0.00', 'de_DE'), shown(0.5, undefined, 'fr_FR')]).toEqual(['1.234,50', '0,5']);
  });
});

describe('what is no number', () => {
  test('truth is TRUE and FALSE, whatever the format', () => {
    expect(formatValue({ boolValue: true }, { type: 'NUMBER', pattern: '0.00' }, 'vi_VN')).toBe('TRUE');
    expect(formatValue({ boolValue: false }, undefined, 'en_US')).toBe('FALSE');
  });

  test('an error is shown by its sign', () => {
    const types = [
      'DIVIDE_BY_ZERO',
      'N_A',
      'REF',
      'NAME',
      'NUM',
      'VALUE',
      'NULL_VALUE',
      'ERROR',
      'LOADING',
      'NEW',
    ];
    expect(types.map((type) => formatValue({ errorValue: { type } }, undefined, 'en_US'))).toEqual([
      '#DIV/0!',
      '#N/A',
      '#REF!',
      '#NAME?',
      '#NUM!',
      '#VALUE!',
      '#NULL!',
      '#ERROR!',
      'Loading...',
      '#ERROR!',
    ]);
  });

  test('text is shown as it is, or inside the text part of a pattern', () => {
    expect(formatValue({ stringValue: '=1+1' }, { type: 'NUMBER', pattern: '0.00' }, 'en_US')).toBe('=1+1');
    expect(formatValue({ stringValue: 'a' }, { type: 'TEXT', pattern: '"(" @ ")"' }, 'en_US')).toBe('( a )');
    expect(formatValue(undefined, undefined, 'en_US')).toBe('');
  });
});

test('a format is a date by its kind, or by its pattern where it has no kind', () => {
  expect([
    isDateFormat({ type: 'DATE' }),
    isDateFormat({ type: 'TIME', pattern: 'h:mm' }),
    isDateFormat({ pattern: 'dd/mm/yyyy' }),
    isDateFormat({ type: 'NUMBER', pattern: 'yyyy' }),
    isDateFormat({ pattern: '0.00' }),
    isDateFormat(undefined),
  ]).toEqual([true, true, true, false, false, false]);
});
