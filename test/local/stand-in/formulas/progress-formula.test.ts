import { expect, test } from 'vitest';
import { progressFormula } from '../../../../src/domain/progress-formula.ts';
import { computeWithIronCalc } from '../../../../src/local/stand-in/formulas/iron-calc.ts';

const MAXIMA = ['1', '1,5', '2', '', 'ghi chú'];
const PROGRESS = { columnsRight: 1, width: MAXIMA.length, rowsUp: 1, exemptWord: 'Không áp dụng' };

test.each([
  [['31/12/2024', '190/200', '0', '', ''], '3/3'],
  [['31/12/2024', '', '', '', ''], '1/3'],
  [['31/12/2024', 'Không áp dụng', '', 'ngoài cột', 'ngoài cột'], '1/2'],
  [['', '', '', '', ''], '0/3'],
])('entries %j are counted as %s: what has a maximum and is not exempt', (entries, shown) => {
  const cellsOf = (row: number, texts: readonly string[]) =>
    texts.flatMap((input, i) => (input === '' ? [] : [{ sheet: 0, row, column: 3 + i, input }]));
  const formula = `=${progressFormula(PROGRESS, { row: 5, column: 2, maximaRow: 1 })}`;
  const computed = computeWithIronCalc({
    sheetCount: 1,
    cells: [...cellsOf(1, MAXIMA), ...cellsOf(5, entries)],
    formulas: [{ sheet: 0, row: 5, column: 2, input: formula, known: undefined }],
    decimalComma: true,
    timeZone: 'Asia/Ho_Chi_Minh',
  });
  expect(computed).toEqual([{ kind: 'text', value: shown }]);
});
