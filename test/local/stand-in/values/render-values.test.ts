import { describe, expect, test } from 'vitest';
import {
  type ReadableCell,
  type RenderOptions,
  renderCell,
  renderValues,
} from '../../../../src/local/stand-in/values/render-values.ts';

const FORMATTED: RenderOptions = {
  valueRender: 'FORMATTED_VALUE',
  dateTimeRender: 'SERIAL_NUMBER',
  locale: 'en_US',
};
const UNFORMATTED: RenderOptions = { ...FORMATTED, valueRender: 'UNFORMATTED_VALUE' };
const FORMULA: RenderOptions = { ...FORMATTED, valueRender: 'FORMULA' };

const text = (stringValue: string): ReadableCell => ({ userEnteredValue: { stringValue } });
const number = (numberValue: number): ReadableCell => ({ userEnteredValue: { numberValue } });
const formula = (formulaValue: string, numberValue: number): ReadableCell => ({
  userEnteredValue: { formulaValue },
  effectiveValue: { numberValue },
});
const date = (numberValue: number): ReadableCell => ({
  userEnteredValue: { numberValue },
  userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } },
});

describe('the recorded sheet under every option', () => {
  const rows = [
    [formula('=4/2', 2), date(43_831), text('string'), number(53)],
    [formula('=3/2', 1.5), number(0.12), date(36_162), undefined],
  ];
  const read = (options: RenderOptions) => renderValues(rows, { ...options, majorDimension: 'ROWS' });

  test('formatted values are texts, whatever the date option says', () => {
    const expected = [
      ['2', '2020-01-01', 'string', '53'],
      ['1.5', '0.12', '1999-01-02'],
    ];
    expect(read(FORMATTED)).toEqual(expected);
    expect(read({ ...FORMATTED, dateTimeRender: 'FORMATTED_STRING' })).toEqual(expected);
  });

  test('unformatted values keep their kinds, dates are serial numbers or texts by option', () => {
    expect(read(UNFORMATTED)).toEqual([
      [2, 43_831, 'string', 53],
      [1.5, 0.12, 36_162],
    ]);
    expect(read({ ...UNFORMATTED, dateTimeRender: 'FORMATTED_STRING' })).toEqual([
      [2, '2020-01-01', 'string', 53],
      [1.5, 0.12, '1999-01-02'],
    ]);
  });

  test('formulas read as their text, everything else as unformatted', () => {
    expect(read(FORMULA)).toEqual([
      ['=4/2', 43_831, 'string', 53],
      ['=3/2', 0.12, 36_162],
    ]);
  });
});

describe('what is trimmed', () => {
  const read = (
    rows: readonly (readonly (ReadableCell | undefined)[])[],
    majorDimension: 'ROWS' | 'COLUMNS',
  ) => renderValues(rows, { ...UNFORMATTED, majorDimension });

  test('trailing empty cells and rows fall away, gaps are "" and rows between are []', () => {
    const rows = [
      [undefined, text('b'), undefined],
      [],
      [undefined, undefined],
      [number(0), undefined],
      [undefined],
    ];
    expect(read(rows, 'ROWS')).toEqual([['', 'b'], [], [], [0]]);
  });

  test('an empty range has no values at all', () => {
    expect(read([[undefined], [text('')]], 'ROWS')).toBeUndefined();
    expect(read([], 'COLUMNS')).toBeUndefined();
  });

  test('columns are trimmed column by column', () => {
    const rows = [[text('a'), undefined, text('c')], [undefined, undefined, text('f')], [text('g')]];
    expect(read(rows, 'COLUMNS')).toEqual([['a', '', 'g'], [], ['c', 'f']]);
  });
});

describe('single cells', () => {
  test('truth is a boolean, or a word when formatted', () => {
    const cell = { userEnteredValue: { boolValue: false } };
    expect([renderCell(cell, UNFORMATTED), renderCell(cell, FORMATTED)]).toEqual([false, 'FALSE']);
  });

  test('an error reads as its sign under every option', () => {
    const cell = {
      userEnteredValue: { formulaValue: '=1/0' },
      effectiveValue: { errorValue: { type: 'DIVIDE_BY_ZERO' } },
    };
    expect([UNFORMATTED, FORMATTED].map((options) => renderCell(cell, options))).toEqual([
      '#DIV/0!',
      '#DIV/0!',
    ]);
    expect(renderCell(cell, FORMULA)).toBe('=1/0');
  });

  test('a formula whose value nobody knows reads as nothing, and as its text when asked for', () => {
    const cell = { userEnteredValue: { formulaValue: '=SUM(A1)' } };
    expect([UNFORMATTED, FORMATTED, FORMULA].map((options) => renderCell(cell, options))).toEqual([
      '',
      '',
      '=SUM(A1)',
    ]);
  });

  test('a Vietnamese workbook shows a decimal comma and keeps the number', () => {
    const options = { ...FORMATTED, locale: 'vi_VN' };
    expect([
      renderCell(number(96.89), options),
      renderCell(number(96.89), { ...options, ...UNFORMATTED }),
    ]).toEqual(['96,89', 96.89]);
  });
});
