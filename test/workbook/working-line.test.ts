import { fc, test as propertyTest } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { asPoints } from '../../src/domain/points.ts';
import type { RuleKind } from '../../src/domain/rule.ts';
import { applyRule } from '../../src/engine/apply-rule/apply-rule.ts';
import { readDeclared } from '../../src/workbook/declared/declared-cell.ts';
import { parseRule } from '../../src/workbook/notation/rule.ts';
import { workingLine } from '../../src/workbook/working-line.ts';
import { declaredFor, rules } from '../engine/rule-arbitraries.ts';

function linesOf(kind: RuleKind, parameters: string, cell: string, max: number): readonly string[] {
  const maxScore = asPoints(max * 1_000_000);
  const rule = parseRule(kind, parameters);
  const declared = rule.ok ? readDeclared(cell, rule.value, maxScore) : undefined;
  if (!rule.ok || declared?.kind !== 'value') throw new Error(`the case ${kind} ${cell} is not sound`);
  const working = applyRule(rule.value, declared.value, maxScore);
  return [workingLine(working, 'vi'), workingLine(working, 'en')];
}

test.for<[RuleKind, string, string, number, string, string]>([
  [
    'satisfaction',
    '',
    '195/200',
    1.5,
    '195/200 = 97,5% → 97,5% × 1,5 = 1,4625',
    '195/200 = 97.5% → 97.5% × 1.5 = 1.4625',
  ],
  [
    'satisfaction',
    '',
    '1/3',
    1,
    '1/3 ≈ 33,3333% → ≈ 33,3333% × 1 ≈ 0,3333 → làm tròn 0,333333',
    '1/3 ≈ 33.3333% → ≈ 33.3333% × 1 ≈ 0.3333 → rounded to 0.333333',
  ],
  [
    'satisfaction',
    '',
    '0/0',
    1,
    '0/0 → không có gì để tính → không áp dụng',
    '0/0 → nothing to count → not applicable',
  ],
  ['judgement', '', '0,75', 1, '0,75 → 0,75 điểm', '0.75 → 0.75 points'],
  ['yes-no', '', 'Đạt', 2, 'Đạt → điểm tối đa 2', 'Yes → maximum 2'],
  ['yes-no', '', 'Không', 2, 'Không đạt → 0', 'No → 0'],
  ['choice', 'Tốt: 75%; Khá: 1', 'Tốt', 2, 'Tốt → 75% × 2 = 1,5', 'Tốt → 75% × 2 = 1.5'],
  ['bands', '≥ 90%: 2; ≥ 70%: 1; còn lại: 0', '70%', 2, '70% → ≥ 70%: 1', '70% → ≥ 70%: 1'],
  [
    'bands',
    '≥ 90%: 2; còn lại: 0',
    '100/200',
    2,
    '100/200 = 50% → còn lại: 0',
    '100/200 = 50% → remainder: 0',
  ],
  [
    'proportional',
    'đủ: 100%; sàn: ≥ 80%',
    '100%',
    2,
    '100% → đạt từ 100%: 2',
    '100% → full mark from 100%: 2',
  ],
  ['proportional', 'đủ: 100%; sàn: ≥ 80%', '79%', 2, '79% → chưa đạt ≥ 80%: 0', '79% → not ≥ 80%: 0'],
  ['per-count', 'mỗi: 0,5', '5', 2, '5 → 5 × 0,5 = 2,5 → giới hạn 2', '5 → 5 × 0.5 = 2.5 → limited to 2'],
  [
    'deduction',
    'A: 0,5; B: 50%',
    'A: 1; B: 1',
    2,
    'A: 1; B: 1 → 2 − 1,5 = 0,5',
    'A: 1; B: 1 → 2 − 1.5 = 0.5',
  ],
  [
    'lateness',
    'hạn: 31/12/2024; ≤ 0 ngày: 1; ≤ 15 ngày: 0,5; còn lại: 0',
    '10/01/2025',
    1,
    '10/01/2025 = 10 ngày chậm → ≤ 15 ngày chậm: 0,5',
    '2025-01-10 = 10 days late → ≤ 15 days late: 0.5',
  ],
  [
    'lateness',
    'hạn: 31/12/2024; ≤ 0 ngày: 1; còn lại: 0',
    'Không thực hiện',
    1,
    'Không thực hiện → còn lại: 0',
    'Not done → remainder: 0',
  ],
  [
    'mean-of-items',
    'thang: 10; làm tròn: 1',
    '8; 9',
    2,
    '8; 9 = 8,5 → 85% × 2 = 1,7',
    '8; 9 = 8.5 → 85% × 2 = 1.7',
  ],
  [
    'steps',
    'gốc: 1; từ: 3500; mỗi: 100; cộng: 0,5',
    '3700',
    5,
    '3700 → 1 + 2 × 0,5 = 2',
    '3700 → 1 + 2 × 0.5 = 2',
  ],
])('%s (%s) of %s with maximum %d', ([kind, parameters, cell, max, vi, en]) => {
  expect(linesOf(kind, parameters, cell, max)).toEqual([vi, en]);
});

const MAXIMUM = asPoints(2_500_000);
const applied = rules.chain((rule) =>
  declaredFor(rule, MAXIMUM).map((value) => applyRule(rule, value, MAXIMUM)),
);

propertyTest.prop([applied, fc.constantFrom('vi' as const, 'en' as const)], { numRuns: 1000 })(
  'every working is one line that ends with the points or says why there are none',
  (working, language) => {
    const line = workingLine(working, language);
    expect(line).toContain(' → ');
    expect(line).not.toMatch(/undefined|NaN|\n/);
  },
);
