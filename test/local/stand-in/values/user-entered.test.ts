import { describe, expect, test } from 'vitest';
import { parseUserEntered } from '../../../../src/local/stand-in/values/user-entered.ts';

const typed = (text: string, locale = 'en_US') => parseUserEntered(text, { locale, year: 2026 });

/** The number and the pattern of its format, or the text it stayed. */
function read(text: string, locale: string): unknown {
  const { value, numberFormat } = typed(text, locale);
  if (value?.numberValue === undefined) return value?.stringValue ?? value;
  return numberFormat === undefined ? value.numberValue : [value.numberValue, numberFormat.pattern];
}

describe('as recorded or measured from Google', () => {
  test.each([
    ['2020-01-01', [43_831, 'yyyy-mm-dd']],
    ['1999-01-02', [36_162, 'yyyy-mm-dd']],
    ['2026-09-05', [46_270, 'yyyy-mm-dd']],
    ['1-2', [46_024, 'm-d']],
    ['2,000,000.01', [2_000_000.01, '#,##0.00']],
    ['007', 7],
    ['0042', 42],
    ['3_1_0', '3_1_0'],
    ['test_update_cell 1', 'test_update_cell 1'],
    ['1234,1234', [12_341_234, '#,##0']],
    ['2,41', '2,41'],
    ['1 234,1234', '1 234,1234'],
  ])('%s in an English workbook', (text, value) => {
    expect(read(text, 'en_US')).toEqual(value);
  });

  test('an amount in dollars is a currency', () => {
    expect(typed('$100.15')).toEqual({
      value: { numberValue: 100.15 },
      numberFormat: { type: 'CURRENCY', pattern: '"$"#,##0.00' },
    });
    expect(typed('$100.15', 'en_GB').numberFormat).toEqual({ type: 'CURRENCY', pattern: '[$$]#,##0.00' });
  });

  test('digits in groups of another locale become one large number', () => {
    expect(read('1.123456789', 'de_DE')).toEqual([1_123_456_789, '#,##0']);
    expect(read('1 234,1234', 'sv_SE')).toEqual([1234.1234, '#,##0.00']);
    expect(read('3.5', 'nb_NO')).toEqual([46_145, 'd.m']);
  });
});

describe('a Vietnamese workbook', () => {
  test.each([
    ['96,89', 96.89],
    ['7,5', 7.5],
    ['0,001', 0.001],
    ['1.234', [1234, '#,##0']],
    ['1.234,5', [1234.5, '#,##0.00']],
    ['7.5', [46_149, 'd.m']],
    ['96.89', '96.89'],
    ['12,5%', [0.125, '0.00%']],
    ['95%', [0.95, '0%']],
    ['100.000 ₫', [100_000, '#,##0\\ "₫"']],
    ['01/02/2026', [46_054, 'dd/mm/yyyy']],
    ['1/2', [46_054, 'd/m']],
    ['13/1/2026', [46_035, 'd/m/yyyy']],
    ['31.12.2026', [46_387, 'dd.mm.yyyy']],
    ['1/13/2026', '1/13/2026'],
    ['Đạt', 'Đạt'],
    ['190/200', '190/200'],
    ['1.10.2', '1.10.2'],
  ])('%s', (text, value) => {
    expect(read(text, 'vi_VN')).toEqual(value);
  });
});

describe('dates and times', () => {
  test.each([
    ['1/2/2026', 'en_US', [46_024, 'm/d/yyyy']],
    ['1/2/2026', 'en_GB', [46_054, 'd/m/yyyy']],
    ['13/1/2026', 'en_US', '13/1/2026'],
    ['1900-01-01', 'en_US', [2, 'yyyy-mm-dd']],
    ['1900-03-01', 'en_US', [61, 'yyyy-mm-dd']],
    ['Mar 1 2016', 'en_US', [42_430, 'mmm d yyyy']],
    ['5 Feb 2026', 'en_GB', [46_058, 'd mmm yyyy']],
    ['5-Feb', 'en_US', [46_058, 'd-mmm']],
    ['Feb 5', 'en_US', [46_058, 'mmm d']],
    ['12:00', 'en_US', [0.5, 'hh:mm']],
    ['6:00 pm', 'en_US', [0.75, 'h:mm AM/PM']],
    ['2026-09-05 12:00', 'en_US', [46_270.5, 'yyyy-mm-dd hh:mm']],
    ['25:10', 'en_US', '25:10'],
    ['2026-02-30', 'en_US', '2026-02-30'],
  ])('%s in %s', (text, locale, value) => {
    expect(read(text, locale)).toEqual(value);
  });

  test('a day without a year is of the year that was passed in', () => {
    const in2024 = parseUserEntered('29/2', { locale: 'vi_VN', year: 2024 });
    expect(in2024.value).toEqual({ numberValue: 45_351 });
    expect(parseUserEntered('29/2', { locale: 'vi_VN', year: 2026 }).value).toEqual({ stringValue: '29/2' });
  });

  test('the kind of format follows from what was typed', () => {
    const types = ['2026-09-05', '12:30', '2026-09-05 12:30', '1e3', '5%', '1,000'].map(
      (text) => typed(text).numberFormat?.type,
    );
    expect(types).toEqual(['DATE', 'TIME', 'DATE_TIME', 'SCIENTIFIC', 'PERCENT', 'NUMBER']);
  });
});

describe('numbers', () => {
  test.each([
    [' 5 ', 5],
    ['-5', -5],
    ['+5', 5],
    ['(5)', -5],
    ['.5', 0.5],
    ['12.34%', [0.1234, '0.00%']],
    ['-$5', [-5, '"$"#,##0']],
    ['$-5', [-5, '"$"#,##0']],
    ['1E+3', [1000, '0.00E+00']],
    ['--5', '--5'],
    ['$5%', '$5%'],
    ['1e999', '1e999'],
    ['0x10', '0x10'],
    ['Infinity', 'Infinity'],
    ['.', '.'],
    ['-', '-'],
    ['%', '%'],
    ['9'.repeat(70), '9'.repeat(70)],
  ])('%s', (text, value) => {
    expect(read(text, 'en_US')).toEqual(value);
  });
});

describe('truth, text and formulas', () => {
  test('TRUE and FALSE are booleans in any case', () => {
    expect([typed('TRUE').value, typed('false').value]).toEqual([{ boolValue: true }, { boolValue: false }]);
  });

  test('an apostrophe in front forces text and goes away', () => {
    expect(typed("'0123")).toEqual({ value: { stringValue: '0123' } });
    expect(typed("'=1+1")).toEqual({ value: { stringValue: '=1+1' } });
  });

  test('the empty text clears the cell', () => {
    expect(typed('')).toEqual({ value: undefined });
  });

  test('text keeps its spaces', () => {
    expect(typed(' a ')).toEqual({ value: { stringValue: ' a ' } });
    expect(typed('   ')).toEqual({ value: { stringValue: '   ' } });
  });

  test('arithmetic comes with its value, any other formula with its text alone', () => {
    expect(typed('=4/2')).toEqual({ value: { formulaValue: '=4/2' }, effectiveValue: { numberValue: 2 } });
    expect(typed('= 1 / 1024')).toEqual({
      value: { formulaValue: '= 1 / 1024' },
      effectiveValue: { numberValue: 0.000_976_562_5 },
    });
    expect(typed('=SUM(A1:A3)')).toEqual({ value: { formulaValue: '=SUM(A1:A3)' } });
    expect(typed('=')).toEqual({ value: { stringValue: '=' } });
  });
});

describe('a cell of plain text', () => {
  const format = { type: 'TEXT', pattern: '@' };

  test.each(['6/11', '1/2', '0012', '75%', '96,89', 'TRUE', '=A1+1', ' 5 '])(
    'keeps %s as the text it is',
    (text) => {
      const context = { locale: 'vi_VN', year: 2026, format };
      expect(parseUserEntered(text, context)).toEqual({ value: { stringValue: text } });
    },
  );

  test('is cleared by the empty text, and takes an apostrophe off as any other', () => {
    const context = { locale: 'vi_VN', year: 2026, format };
    expect(parseUserEntered('', context)).toEqual({ value: undefined });
    expect(parseUserEntered("'0012", context)).toEqual({ value: { stringValue: '0012' } });
  });

  test('is told by its pattern where the type is not said; a number format is none', () => {
    const typedInto = (of: object) => parseUserEntered('6/11', { locale: 'vi_VN', year: 2026, format: of });
    expect(typedInto({ pattern: '@' }).value).toEqual({ stringValue: '6/11' });
    expect(typedInto({ type: 'NUMBER', pattern: '@' }).value).toEqual({ numberValue: 46_332 });
  });
});
