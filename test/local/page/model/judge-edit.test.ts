import { expect, test } from 'vitest';
import { allowedText } from '../../../../src/domain/messages/edit-messages.ts';
import { numberOrWordFormula } from '../../../../src/domain/number-or-word-formula.ts';
import type { CellEdit } from '../../../../src/local/page/model/cell-edit.ts';
import { judgeEdit } from '../../../../src/local/page/model/judge-edit.ts';
import { lineMarks } from '../../../../src/local/page/model/line-marks.ts';
import type { PageWorkbook } from '../../../../src/local/page/model/page-workbook.ts';
import { mayStand } from '../../../../src/local/page/model/validation.ts';
import { aPage, aTab } from '../page-states.ts';

const box = (top: number, left: number, bottom = top + 1, right = left + 1) => ({ top, left, bottom, right });

function edit(
  row: number,
  column: number,
  value: CellEdit['values'][number][number],
  seen: CellEdit['seen'][number][number] = null,
): CellEdit {
  return { id: 'e', tab: 1, row, column, values: [[value]], seen: [[seen]], marks: [] };
}

function reason(of: CellEdit, page: Partial<PageWorkbook> = {}) {
  return judgeEdit(of, { workbook: aPage(page), year: 2026 })?.vi;
}

const between = (strict: boolean) =>
  aTab({
    validations: [
      {
        boxes: [box(0, 0)],
        rule: { condition: { type: 'NUMBER_BETWEEN', values: ['0', '0,5'] }, strict, offered: false },
      },
    ],
  });

test('whoever may not edit the workbook edits no cell of it', () => {
  expect(reason(edit(0, 0, '1'), { canEdit: false })).toBe('Bạn chỉ được xem bảng tính này, không được sửa.');
});

test('a strict rule refuses what it does not allow, read as typed; one that is not strict refuses nothing', () => {
  expect(reason(edit(0, 0, '0,75'), { tabs: [between(true)] })).toBe(
    '«0,75» không nhập được vào ô A1: ô này nhận số từ 0 đến 0,5.',
  );
  expect(reason(edit(0, 0, '0,25'), { tabs: [between(true)] })).toBeUndefined();
  expect(reason(edit(0, 0, ''), { tabs: [between(true)] })).toBeUndefined();
  expect(reason(edit(0, 0, '0,75'), { tabs: [between(false)] })).toBeUndefined();
});

test('protected cells are refused, those left open within them are not', () => {
  const protections = [{ box: box(0, 0, 5, 5), open: [box(2, 2)], description: '', allowed: false }];
  const tabs = [aTab({ protections })];
  expect(reason(edit(1, 1, 'x'), { tabs })).toBe('Ô B2 được bảo vệ, bạn không được sửa ô này.');
  expect(reason(edit(2, 2, 'x'), { tabs })).toBeUndefined();
});

test('what somebody else entered meanwhile is not written over', () => {
  const tabs = [aTab({ rows: [[{ value: 2, shown: '2,00' }]] })];
  expect(reason(edit(0, 0, '1', 0.5), { tabs })).toBe(
    'Ô A1 vừa được người khác sửa thành «2,00», nên «1» của bạn chưa được ghi. Hãy nhập lại nếu vẫn muốn thay.',
  );
  expect(reason(edit(0, 0, '1', 2), { tabs })).toBeUndefined();
});

test('an edit that is sent a second time, because its answer was lost, is no conflict', () => {
  const tabs = [aTab({ rows: [[{ value: 1 }]] })];
  expect(reason(edit(0, 0, '1', 0.5), { tabs })).toBeUndefined();
});

test('a tab that is gone and a cell beyond the tab are refused in words', () => {
  expect(reason({ ...edit(0, 0, '1'), tab: 9 })).toContain('vừa bị xóa');
  expect(reason(edit(20, 0, '1'))).toBe(
    'Ô A21 nằm ngoài trang tính (có 20 dòng, 10 cột), nên chưa ghi gì. Hãy thêm dòng hoặc cột trong Google Sheets hay trong tệp .xlsx rồi nhập lại.',
  );
});

test('one bad cell of a block keeps the whole block out, and is named', () => {
  const block: CellEdit = {
    ...edit(0, 0, ''),
    values: [
      ['0,25', 'a'],
      ['x', '9'],
    ],
    seen: [
      [null, null],
      [null, null],
    ],
  };
  const tabs = [
    { ...between(true), protections: [{ box: box(1, 1), open: [], description: 'Kết quả', allowed: false }] },
  ];
  expect(reason(block, { tabs })).toBe('Ô B2 được bảo vệ («Kết quả»), bạn không được sửa ô này.');
});

test('in a cell of plain text a share is the text that it is: sent again it is no conflict, and a rule about numbers refuses it', () => {
  const looks = { a: { pattern: '@', numberType: 'TEXT' } };
  const rows = [[{ value: '6/11', look: 'a' }]];
  expect(reason(edit(0, 0, '6/11', null), { looks, tabs: [aTab({ rows })] })).toBeUndefined();
  const strict = { ...between(true), rows };
  expect(reason(edit(0, 0, '0,25', '6/11'), { looks, tabs: [strict] })).toContain('số từ 0 đến 0,5');
});

test('an entry for a line that was moved meanwhile is refused with what stood and stands at its head, also into a blank cell', () => {
  const before = aTab({
    frozenRows: 1,
    frozenColumns: 1,
    rows: [[{ value: 'Mã' }, { value: '1.1' }], [{ value: 'TA' }]],
  });
  const entered = { ...edit(1, 1, '1'), marks: [...lineMarks(before, edit(1, 1, '1'), () => false)] };
  expect(entered.marks).toEqual([
    { row: 1, column: 0, seen: 'TA' },
    { row: 0, column: 1, seen: '1.1' },
  ]);
  expect(reason(entered, { tabs: [before] })).toBeUndefined();
  const [head = [], unit = []] = before.rows;
  const rowAbove = { ...before, rows: [head, [{ value: 'TDM' }], unit] };
  expect(reason(entered, { tabs: [rowAbove] })).toBe(
    'Dòng hoặc cột của ô B2 vừa bị dời: lúc bạn nhập, đầu dòng hoặc đầu cột ghi «TA», nay ghi «TDM». «1» của bạn chưa được ghi. Hãy nhập lại vào đúng dòng.',
  );
  const columnBefore = { ...before, rows: [[head[0] ?? null, { value: '1.0' }, head[1] ?? null], unit] };
  expect(reason(entered, { tabs: [columnBefore] })).toContain('ghi «1.1», nay ghi «1.0»');
});

test('cells that the entry itself fills, or one that waits, tell nothing of its line', () => {
  const tab = aTab({ frozenRows: 1, rows: [[{ value: 'Mã' }, { value: 'Tên' }, { value: 'Lý do' }]] });
  const isWaiting = ({ column }: { readonly column: number }) => column === 1;
  expect(lineMarks(tab, edit(4, 0, 'TA'), isWaiting)).toEqual([{ row: 0, column: 0, seen: 'Mã' }]);
});

test('what a rule by formula takes is told where the formula is the product’s own: numbers between bounds, and words', () => {
  const allowed = { kind: 'number-between', from: 0, to: 2.5, orWords: ['Không áp dụng'] } as const;
  const area = { top: 3, left: 2, height: 9, width: 1 };
  const formula = numberOrWordFormula(allowed, area, (value) => String(value).replace('.', ','));
  const told = (text: string) => allowedText({ type: 'CUSTOM_FORMULA', values: [text] }).vi;
  expect(told(`=${formula}`)).toBe('số từ 0 đến 2,5, hoặc «Không áp dụng»');
  expect(told('=A1>0')).toBe('giá trị theo công thức kiểm tra của ô, xem ghi chú của cột');
});

test('a strict rule by the product’s own formula is held: numbers between its bounds, its words in either case, nothing else', () => {
  const allowed = { kind: 'number-between', from: 0, to: 2.5, orWords: ['Không áp dụng'] } as const;
  const formula = numberOrWordFormula(allowed, { top: 0, left: 0, height: 1, width: 1 }, (value) =>
    String(value).replace('.', ','),
  );
  const condition = { type: 'CUSTOM_FORMULA', values: [`=${formula}`] };
  const tab = aTab({
    validations: [{ boxes: [box(0, 0)], rule: { condition, strict: true, offered: false } }],
  });
  const given = ['2,5', 'không áp dụng', '', '2,75', '-1', 'abc'];
  expect(given.map((value) => reason(edit(0, 0, value), { tabs: [tab] }))).toEqual([
    undefined,
    undefined,
    undefined,
    ...['2,75', '-1', 'abc'].map(
      (value) => `«${value}» không nhập được vào ô A1: ô này nhận số từ 0 đến 2,5, hoặc «Không áp dụng».`,
    ),
  ]);
  const rule = { condition, strict: true, offered: false };
  const asText = ['2,5', '75%', '2,75', '14/01/2022', 'abc'];
  expect(asText.map((value) => mayStand(rule, value, 'vi_VN'))).toEqual([true, true, false, false, false]);
  const foreign = { condition: { type: 'CUSTOM_FORMULA', values: ['=A1>9'] }, strict: true, offered: false };
  expect(
    reason(edit(0, 0, '1'), { tabs: [aTab({ validations: [{ boxes: [box(0, 0)], rule: foreign }] })] }),
  ).toBeUndefined();
});
