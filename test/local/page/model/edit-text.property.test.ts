import { fc, test } from '@fast-check/vitest';
import { test as example, expect } from 'vitest';
import { editText, enteredCell } from '../../../../src/local/page/model/edit-text.ts';
import type { Look } from '../../../../src/local/page/model/look.ts';

const typing = { locale: 'vi_VN', year: 2026 };

const PERCENT: Look = { pattern: '0%', numberType: 'PERCENT' };
const DATE: Look = { pattern: 'dd/mm/yyyy', numberType: 'DATE' };

const looks = fc.constantFrom<Look | undefined>(
  undefined,
  { pattern: '0.00', numberType: 'NUMBER' },
  PERCENT,
);

test.prop([fc.double({ min: -1e6, max: 1e6, noNaN: true }), looks])(
  'a number that is opened and closed again is the same number, however it is shown',
  (value, look) => {
    const exact = value === 0 ? 0 : value;
    const text = editText({ value: exact }, look, typing.locale, typing.year);
    expect(enteredCell(text, null, look, typing).value).toBe(exact);
  },
);

test.prop([fc.integer({ min: 1, max: 80_000 })])(
  'a date that is opened and closed again is the same day',
  (day) => {
    const text = editText({ value: day }, DATE, typing.locale, typing.year);
    expect(enteredCell(text, null, DATE, typing).value).toBe(day);
  },
);

test.prop([
  fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('1.10', '0,5', '1/3', 'TRUE', '=A1', "'x", '75%')),
])('a text that is opened and closed again is the same text, whatever it looks like', (text) => {
  const offered = editText({ value: text }, undefined, typing.locale, typing.year);
  expect(enteredCell(offered, null, undefined, typing).value).toBe(text);
});

const TEXT: Look = { pattern: '@', numberType: 'TEXT' };

example.each(['6/11', '1/2', '0012', '75%', '=A1', '1250', 'TRUE'])(
  '%s stays the text that was typed in a cell of plain text, and is opened as it was typed',
  (text) => {
    expect(enteredCell(text, null, TEXT, typing)).toEqual({ value: text });
    expect(editText({ value: text }, TEXT, typing.locale, typing.year)).toBe(text);
  },
);

example.each([
  ['0,5', undefined, 0.5, '0,5'],
  ['1/3/2026', undefined, 46082, '1/3/2026'],
  ['75%', undefined, 0.75, '75%'],
  ['75%', PERCENT, 0.75, '75%'],
  ['1.250,5', undefined, 1250.5, '1.250,50'],
])('%s is read and shown as at the server', (text, look, value, shown) => {
  expect(enteredCell(text, null, look, typing)).toEqual({ value, shown });
});

example('what stays with a cell stays: its look and its note', () => {
  expect(enteredCell('', { value: 1, look: 'a', note: 'n' }, undefined, typing)).toEqual({
    look: 'a',
    note: 'n',
  });
});
