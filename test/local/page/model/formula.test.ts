import { expect, test } from 'vitest';
import { formulaHolds } from '../../../../src/local/page/model/formula/evaluate.ts';
import { parseFormula } from '../../../../src/local/page/model/formula/parse.ts';

const CELLS: readonly (readonly (string | number | boolean | null)[])[] = [
  ['Mã', 'Mức', 'Điểm'],
  ['TA', 'Tốt', 1.5],
  ['BC', 'Yếu', 0.5],
  ['DA', null, 2],
];

/** The formula at a cell, written for the cell A2. */
function holds(formula: string, row = 1, column = 0, decimal: ',' | '.' = ','): boolean | undefined {
  const expression = parseFormula(formula, decimal);
  const valueAt = (tab: string | undefined, at: number, across: number) =>
    tab === undefined ? (CELLS[at]?.[across] ?? null) : tab === 'Khác' ? 7 : undefined;
  return expression && formulaHolds(expression, { row, column, origin: { row: 1, column: 0 }, valueAt });
}

test('a reference moves with its cell, and stays where a $ holds it', () => {
  expect([1, 2, 3].map((row) => holds('=$B2="Yếu"', row))).toEqual([false, true, false]);
  expect([0, 1, 2].map((column) => holds('=A2=$C$2', 1, column))).toEqual([false, false, true]);
});

test.each([
  ['=AND($C2>1; $B2="tốt")', true],
  ['=OR(ISBLANK($B2), $C2<1)', false],
  ['=NOT(C2=1,5)', false],
  ['=C2+0,5=2', true],
  ['=-C2<0', true],
  ['=150%=C2', true],
  ['=C2*2^2=6', true],
  ['="T"&"A"=A2', true],
  ['=COUNTIF($B$2:$B$4; "Tốt")=1', true],
  ['=C2=MAX($C$2:$C$4)', false],
  ['=AVERAGE(C2:C4)=4/3', true],
  ['=IF(C2>1; TRUE; FALSE)', true],
  ["='Khác'!A1=7", true],
  ['=LEN(A2)=2', true],
  ['=MOD(ROW();2)=0', true],
  ['=ISNUMBER(SEARCH("ố";B2))', true],
])('%s is %s at A2', (formula, expected) => {
  expect(holds(formula)).toBe(expected);
});

test.each([
  '=VLOOKUP(A2;B:C;2)',
  '=C2/0',
  '=A2+1',
  '=Trống!A1=1',
  '=(C2',
  '=C2 C3',
  '=#REF!',
  `=${'('.repeat(200)}1${')'.repeat(200)}`,
])('%s comes to nothing that is known: it neither holds nor fails', (formula) => {
  expect(holds(formula)).toBeUndefined();
});

test('where the decimal sign is a point, numbers are written with one', () => {
  expect(holds('=C2=1.5', 1, 0, '.')).toBe(true);
});
