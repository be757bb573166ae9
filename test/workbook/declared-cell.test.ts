import { expect, test } from 'vitest';
import { CalendarDateSchema } from '../../src/domain/calendar-date.ts';
import type { DeclaredValue } from '../../src/domain/declared-value.ts';
import type { Cell } from '../../src/domain/grid.ts';
import type { IssueDetail } from '../../src/domain/issue.ts';
import { asPoints } from '../../src/domain/points.ts';
import { ratio } from '../../src/domain/ratio.ts';
import type { Rule, RuleKind } from '../../src/domain/rule.ts';
import { readDeclared } from '../../src/workbook/declared/declared-cell.ts';
import { parseRule } from '../../src/workbook/notation/rule.ts';

function aRule(kind: RuleKind, parameters: string): Rule {
  const rule = parseRule(kind, parameters);
  if (!rule.ok) throw new Error(`stopped at ${rule.stop.at}: ${rule.stop.expected}`);
  return rule.value;
}

const aDate = (text: string) => CalendarDateSchema.parse(text);

const RULES = {
  rate: aRule('bands', '≥ 90%: 2; còn lại: 0'),
  choice: aRule('choice', 'Kịp thời: 1; Không ban hành: 0'),
  ratio: aRule('count-ratio', '(tổng số − quá hạn) / tổng số → Tỷ lệ hài lòng'),
  event: aRule('deduction', 'Vi phạm: 0,5'),
  due: aRule('lateness', 'hạn: 31/12/2024; ≤ 0 ngày: 1; còn lại: 0'),
  late: aRule('lateness', '≤ 0 ngày: 1; còn lại: 0'),
  mean: aRule('mean-of-items', 'thang: 10'),
  index: aRule('outside-index', 'thang: 100'),
  satisfied: aRule('satisfaction', ''),
  plan: aRule('count-ratio', '(tổng số − quá hạn) / kế hoạch → Theo tỷ lệ: đủ: 100%; sàn: ≥ 80%'),
  survey: aRule('survey', 'A: 100%; B: 60%; C: không tính'),
  yesNo: aRule('yes-no', ''),
  count: aRule('per-count', 'mỗi: 0,5'),
  linear: aRule('linear', 'từ: -5; đến: 5'),
};
type RuleName = keyof typeof RULES;

test.for<[RuleName, Cell, DeclaredValue]>([
  ['rate', '95%', { kind: 'rate', rate: ratio(19, 20) }],
  ['rate', '97,5 %', { kind: 'rate', rate: ratio(39, 40) }],
  ['rate', 0.95, { kind: 'rate', rate: ratio(19, 20) }],
  ['rate', 1, { kind: 'rate', rate: ratio(1, 1) }],
  ['rate', '0,95', { kind: 'rate', rate: ratio(19, 20) }],
  ['rate', '190/200', { kind: 'part-of-whole', part: ratio(190, 1), whole: ratio(200, 1) }],
  ['rate', '0 / 0', { kind: 'part-of-whole', part: ratio(0, 1), whole: ratio(0, 1) }],
  ['choice', ' KỊP  THỜI ', { kind: 'label', label: 'Kịp thời' }],
  ['choice', 'Kịp thời'.normalize('NFD'), { kind: 'label', label: 'Kịp thời' }],
  ['yesNo', 'Đạt', { kind: 'yes-no', yes: true }],
  ['yesNo', 'không', { kind: 'yes-no', yes: false }],
  ['yesNo', true, { kind: 'yes-no', yes: true }],
  ['due', '11/10/2024', { kind: 'date', date: aDate('2024-10-11') }],
  ['due', '2025-01-02', { kind: 'date', date: aDate('2025-01-02') }],
  ['due', 45_657, { kind: 'date', date: aDate('2024-12-31') }],
  ['due', 45_351, { kind: 'date', date: aDate('2024-02-29') }],
  ['due', 60, { kind: 'number', value: ratio(60, 1) }],
  ['late', -3, { kind: 'number', value: ratio(-3, 1) }],
  ['late', 'Not done', { kind: 'not-done' }],
  ['mean', '8; 9; 7,5', { kind: 'items', values: [ratio(8, 1), ratio(9, 1), ratio(15, 2)] }],
  ['index', '86,471', { kind: 'number', value: ratio(86_471, 1000) }],
  ['mean', '8,125; 9.250', { kind: 'items', values: [ratio(65, 8), ratio(37, 4)] }],
  ['satisfied', '85,125%', { kind: 'rate', rate: ratio(681, 800) }],
  ['mean', 8.5, { kind: 'items', values: [ratio(17, 2)] }],
  ['mean', 'Không có', { kind: 'items', values: [] }],
  ['event', 3, { kind: 'number', value: ratio(3, 1) }],
  ['count', '3', { kind: 'number', value: ratio(3, 1) }],
  ['linear', -2.5, { kind: 'number', value: ratio(-5, 2) }],
  [
    'survey',
    'b: 30; A: 120',
    {
      kind: 'counts',
      counts: [
        { label: 'B', count: ratio(30, 1) },
        { label: 'A', count: ratio(120, 1) },
      ],
    },
  ],
])('%s: %j is read', ([rule, cell, value]) => {
  expect(readDeclared(cell, RULES[rule], asPoints(2_000_000))).toEqual({ kind: 'value', value });
});

test.for<[RuleName, Cell, IssueDetail]>([
  ['rate', 95, { code: 'ambiguous-number', given: '95', readings: ['95%', '9500%'] }],
  ['index', 845, { code: 'over-scale', given: '845', scale: '100', rule: 'outside-index' }],
  ['index', '100,5', { code: 'over-scale', given: '100,5', scale: '100', rule: 'outside-index' }],
  ['mean', '80; 9; 7,5', { code: 'over-scale', given: '80', scale: '10', rule: 'mean-of-items' }],
  ['mean', 80, { code: 'over-scale', given: '80', scale: '10', rule: 'mean-of-items' }],
  ['satisfied', '855%', { code: 'over-scale', given: '855%', scale: '100%', rule: 'satisfaction' }],
  ['satisfied', '201/200', { code: 'over-scale', given: '201/200', scale: '100%', rule: 'satisfaction' }],
  [
    'ratio',
    'tổng số: 5; quá hạn: 10',
    { code: 'negative-rate', given: 'tổng số: 5; quá hạn: 10', rule: 'count-ratio' },
  ],
  ['satisfied', '5/0', { code: 'over-scale', given: '5/0', scale: '100%', rule: 'satisfaction' }],
  [
    'ratio',
    'tổng số: 0; quá hạn: 5',
    { code: 'negative-rate', given: 'tổng số: 0; quá hạn: 5', rule: 'count-ratio' },
  ],
  ['rate', '1,2', { code: 'ambiguous-number', given: '1,2', readings: ['1.2%', '120%'] }],
  ['rate', '1.250/2000', { code: 'ambiguous-number', given: '1.250', readings: ['1250', '1.25'] }],
  ['rate', -0.5, { code: 'negative-number', given: '-0.5' }],
  ['rate', 'Đạt', { code: 'not-declared', given: 'Đạt', rule: 'bands' }],
  ['rate', '190/200/3', { code: 'not-declared', given: '190/200/3', rule: 'bands' }],
  ['rate', '/200', { code: 'not-declared', given: '/200', rule: 'bands' }],
  ['choice', 'Muộn', { code: 'not-an-option', given: 'Muộn', options: ['Kịp thời', 'Không ban hành'] }],
  ['yesNo', 1, { code: 'not-declared', given: '1', rule: 'yes-no' }],
  ['ratio', 'tổng số: 200', { code: 'not-declared', given: 'tổng số: 200', rule: 'count-ratio' }],
  ['ratio', 0.95, { code: 'not-declared', given: '0.95', rule: 'count-ratio' }],
  ['survey', 'A: 1,5', { code: 'not-declared', given: 'A: 1,5', rule: 'survey' }],
  ['survey', 'A: 1; a: 2', { code: 'not-declared', given: 'A: 1; a: 2', rule: 'survey' }],
  ['survey', 'Z: 1', { code: 'not-an-option', given: 'Z', options: ['A', 'B', 'C'] }],
  ['survey', 'A: -1', { code: 'negative-number', given: '-1' }],
  ['due', '31/02/2024', { code: 'not-declared', given: '31/02/2024', rule: 'lateness' }],
  ['late', '31/12/2024', { code: 'not-declared', given: '31/12/2024', rule: 'lateness' }],
  ['due', 2022, { code: 'not-declared', given: '2022', rule: 'lateness' }],
  ['due', '2022', { code: 'not-declared', given: '2022', rule: 'lateness' }],
  ['count', -1, { code: 'negative-number', given: '-1' }],
  ['count', '12/5', { code: 'improper-fraction', given: '12/5' }],
  ['count', '75%', { code: 'not-declared', given: '75%', rule: 'per-count' }],
  ['mean', '8;;9', { code: 'not-declared', given: '8;;9', rule: 'mean-of-items' }],
  ['count', Number.NaN, { code: 'not-declared', given: 'NaN', rule: 'per-count' }],
])('%s: %j is refused', ([rule, cell, detail]) => {
  expect(readDeclared(cell, RULES[rule], asPoints(2_000_000))).toEqual({ kind: 'refused', detail });
});

test.for<[RuleName, Cell, IssueDetail]>([
  ['rate', '120%', { code: 'rate-over-whole', given: '120%' }],
  ['rate', '210/200', { code: 'part-exceeds-whole', given: '210/200' }],
  ['rate', '190/0', { code: 'part-exceeds-whole', given: '190/0' }],
  [
    'plan',
    'tổng số: 12; quá hạn: 1; kế hoạch: 10',
    { code: 'part-exceeds-whole', given: 'tổng số: 12; quá hạn: 1; kế hoạch: 10' },
  ],
])('%s: %j is read, and that it is more than all is told', ([rule, cell, remark]) => {
  expect(readDeclared(cell, RULES[rule], asPoints(2_000_000))).toMatchObject({ kind: 'value', remark });
});
