import { expect, test } from 'vitest';
import { shiftedFormula } from '../../../../src/local/stand-in/formulas/follow-references.ts';
import { mapReferences, referenceText } from '../../../../src/local/stand-in/formulas/reference-text.ts';

const found = (formula: string): readonly string[] => {
  const texts: string[] = [];
  mapReferences(formula, (reference) => {
    texts.push(referenceText(reference));
    return undefined;
  });
  return texts;
};

test.each([
  ['=A1+$B$2*c3', ['A1', '$B$2', 'C3']],
  ["=SUM('Điểm số'!A1:B2)", ["'Điểm số'!A1:B2"]],
  ["='It''s'!A1", ["'It''s'!A1"]],
  ['=SUM(A:A, 2:3, B2:B, B2:4)', ['A:A', '2:3', 'B2:B', 'B2:4']],
  ['=LOG10(A1)+ROUND(B1;2)', ['A1', 'B1']],
  ['="A1 & B2"&C3', ['C3']],
  ['=Sheet2!A1&Sheet2!$B:$B', ['Sheet2!A1', 'Sheet2!$B:$B']],
  ['=Tong_diem+A0+ABCD1+1.5E3', []],
  ['=A1:B', ['A1:B']],
  ['=x.A1', []],
  ['="never closed A1', []],
  ["='never closed A1", []],
])('%s names %j', (formula, expected) => {
  expect(found(formula)).toEqual(expected);
});

test('what is not changed stays as it is written, whatever it is', () => {
  for (const formula of [
    '=  sum( a1 ,"x""A1"&\'q\'!b2 )',
    '={1,2;3,4}',
    '=',
    '',
    '=((',
    '=A1:',
    '=!A1',
    "='",
  ]) {
    expect(mapReferences(formula, () => undefined)).toBe(formula);
  }
});

test('a copied formula moves what no dollar holds, and loses what would leave the sheet', () => {
  expect(shiftedFormula('=A1+$A1+A$1+$A$1+SUM(B2:C$3)', 2, 1)).toBe('=B3+$A3+B$1+$A$1+SUM(C4:D$3)');
  expect(shiftedFormula('=A1+B5', -1, 0)).toBe('=#REF!+B4');
  expect(shiftedFormula('=SUM(A:A)+SUM(2:2)', 3, 2)).toBe('=SUM(C:C)+SUM(5:5)');
});

test('names that are no functions can be told apart', () => {
  const names: string[] = [];
  mapReferences(
    '=Tong(Diem)+A1+TRUE',
    () => undefined,
    (name) => {
      names.push(name);
      return undefined;
    },
  );
  expect(names).toEqual(['Diem', 'TRUE']);
});

test('a formula as long as a cell allows is read in one pass', () => {
  for (const part of ["'", '"', 'A1:', '(', "''!", '$A$1,']) {
    const formula = `=${part.repeat(Math.floor(49_999 / part.length))}`;
    expect(mapReferences(formula, () => undefined)).toBe(formula);
  }
});
