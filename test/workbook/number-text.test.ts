import { expect, test } from 'vitest';
import { ratio } from '../../src/domain/ratio.ts';
import { readNumberText } from '../../src/workbook/number-text.ts';

test.for<[string, number, number]>([
  ['0,75', 3, 4],
  ['0.75', 3, 4],
  [' 12,50 ', 25, 2],
  ['0,125', 1, 8],
  ['0.125', 1, 8],
  ['1250,500', 2501, 2],
  ['1.234,5', 2469, 2],
  ['1,234.5', 2469, 2],
  ['1.234.567', 1234567, 1],
  ['1,234,567.25', 4938269, 4],
  ['1.234,567', 1234567, 1000],
  ['-2,5', -5, 2],
  ['−2,5', -5, 2],
  ['+3', 3, 1],
  ['007', 7, 1],
  ['1,2500', 5, 4],
])('%j is read exactly', ([text, numerator, denominator]) => {
  expect(readNumberText(text)).toEqual({ kind: 'number', value: ratio(numerator, denominator) });
});

test.for<[string, string[]]>([
  ['1.250', ['1250', '1.25']],
  ['1,250', ['1250', '1.25']],
  ['12.000', ['12000', '12']],
  ['-1.250', ['-1250', '-1.25']],
  ['999,999', ['999999', '999.999']],
  ['1.250%', ['1250', '1.25']],
])('%j may be two numbers and is refused with both', ([text, readings]) => {
  expect(readNumberText(text)).toEqual({
    kind: 'ambiguous',
    readings,
    asDecimals: ratio(Math.round(Number(readings[1]) * 1000), 1000),
  });
});

test.for<[string, bigint, bigint]>([
  ['3/4', 3n, 4n],
  ['190 / 200', 190n, 200n],
  ['0/5', 0n, 5n],
  ['-3/4', -3n, 4n],
])('%j is a fraction below 1', ([text, top, of]) => {
  const part = top < 0n ? -top : top;
  expect(readNumberText(text)).toEqual({ kind: 'fraction', value: ratio(top, of), part, of });
});

test.for(['12/5', '5/5', '31/12', '-12/5'])(
  '%j may be a day or a count: no fraction of 1 or more is read',
  (text) => {
    expect(readNumberText(text)).toEqual({ kind: 'improper-fraction' });
  },
);

test('a percentage is told apart from a number', () => {
  expect(readNumberText('75%')).toEqual({ kind: 'percent', value: ratio(75, 1) });
  expect(readNumberText('97,5 %')).toEqual({ kind: 'percent', value: ratio(195, 2) });
});

test.for([
  '',
  'abc',
  '1,2,3',
  '1.234.5',
  '1.23.456',
  '12.34,5',
  '1,234,56',
  '1 250',
  '1e3',
  '0x10',
  'NaN',
  'Infinity',
  '#N/A',
  '1/0',
  '1/2/3',
  '%',
  '١٢',
  '１２',
  ',5',
  '5,',
  '--1',
  '9'.repeat(50),
])('%j is no number', (text) => {
  expect(readNumberText(text)).toEqual({ kind: 'not-a-number' });
});
