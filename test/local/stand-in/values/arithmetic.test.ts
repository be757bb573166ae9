import { expect, test } from 'vitest';
import { evaluateArithmetic } from '../../../../src/local/stand-in/values/arithmetic.ts';

test.each([
  ['=1+1', 2],
  ['=3/2', 1.5],
  ['=2+3*4', 14],
  ['=(2+3)*4', 20],
  ['=10-4-3', 3],
  ['=2^3^2', 64],
  ['=-2^2', 4],
  ['=--3', 3],
  ['=50%*2', 1],
  ['=1.5e2+.5', 150.5],
])('%s is %d', (formula, numberValue) => {
  expect(evaluateArithmetic(formula)).toEqual({ numberValue });
});

test('a division by zero is Google’s error', () => {
  expect(evaluateArithmetic('=1/0')).toEqual({
    errorValue: { type: 'DIVIDE_BY_ZERO', message: 'Function DIVIDE parameter 2 cannot be zero.' },
  });
});

test.each([
  '=A1',
  '=SUM(1)',
  '=1+',
  '=(1',
  '=1)',
  '=1 2',
  '="a"',
  '=',
  '1+1',
  '=1e999',
  `=${'('.repeat(5000)}1`,
])('nothing is made up for %s', (formula) => {
  expect(evaluateArithmetic(formula)).toBeUndefined();
});
