import { expect, test } from 'vitest';
import { engineText } from '../../../../src/local/stand-in/formulas/engine-text.ts';

test('commas between arguments become semicolons where a number has a decimal comma', () => {
  expect(engineText('=ROUND(A1,2)', true)).toBe('=ROUND(A1;2)');
  expect(engineText('=ROUND(A1;2)', true)).toBe('=ROUND(A1;2)');
  expect(engineText('=ROUND(A1,2)', false)).toBe('=ROUND(A1,2)');
});

test.each([
  ['=HYPERLINK("https://example.test/a","Văn bản")', true, '=CHOOSE(2;"https://example.test/a";"Văn bản")'],
  ['=HYPERLINK("https://example.test/a","Văn bản")', false, '=CHOOSE(2,"https://example.test/a","Văn bản")'],
  ['=HYPERLINK("https://example.test/a")', true, '="https://example.test/a"'],
  ['=IF(A1="HYPERLINK(",1,hyperlink(B1;B2))', false, '=IF(A1="HYPERLINK(",1,CHOOSE(2,B1;B2))'],
])('a link shows its words: %s', (formula, decimalComma, text) => {
  expect(engineText(formula, decimalComma)).toBe(text);
});
