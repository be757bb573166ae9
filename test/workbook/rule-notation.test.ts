import { expect, test } from 'vitest';
import type { Expected } from '../../src/domain/issue.ts';
import { RULE_MESSAGES } from '../../src/domain/messages/rule-messages.ts';
import { asPoints } from '../../src/domain/points.ts';
import { ratio } from '../../src/domain/ratio.ts';
import { type Award, RULE_KINDS, type Rule, type RuleKind } from '../../src/domain/rule.ts';
import { parseRule } from '../../src/workbook/notation/rule.ts';

const points = (value: number): Award => ({ kind: 'points', points: asPoints(value * 1_000_000) });
const share = (percent: number): Award => ({ kind: 'share', share: ratio(percent, 100) });

test.for<[RuleKind, string, Omit<Rule, 'kind'>]>([
  [
    'bands',
    '≥ 100%: 2; trên 80%: 1,5\nđến 10 %: 25%; còn lại: 0',
    {
      of: 'rate',
      bands: [
        { bound: { comparison: '>=', value: ratio(1, 1) }, award: points(2) },
        { bound: { comparison: '>', value: ratio(4, 5) }, award: points(1.5) },
        { bound: { comparison: '<=', value: ratio(1, 10) }, award: share(25) },
      ],
      otherwise: points(0),
    },
  ],
  [
    'choice',
    'Ban hành kịp thời: 1; "Còn lại: khác": tối đa; Không: 0;',
    {
      options: [
        { label: 'Ban hành kịp thời', award: points(1) },
        { label: 'Còn lại: khác', award: share(100) },
        { label: 'Không', award: points(0) },
      ],
    },
  ],
  [
    'proportional',
    'sàn: ≥ 80%; đủ: 100%',
    { full: ratio(1, 1), floor: { comparison: '>=', value: ratio(4, 5) } },
  ],
  ['linear', 'from: 10; to: 2.5', { of: 'number', from: ratio(10, 1), to: ratio(5, 2) }],
  [
    'count-ratio',
    '(tổng số e-mail - "quá / hạn") / tổng số e-mail => Theo mức: ≥ 90%: 2; còn lại: 0',
    {
      part: [
        { sign: '+', label: 'tổng số e-mail' },
        { sign: '-', label: 'quá / hạn' },
      ],
      whole: [{ sign: '+', label: 'tổng số e-mail' }],
      scoredBy: {
        kind: 'bands',
        of: 'rate',
        bands: [{ bound: { comparison: '>=', value: ratio(9, 10) }, award: points(2) }],
        otherwise: points(0),
      },
    },
  ],
  ['per-count', 'mỗi: 0,5; tối đa: 2', { each: asPoints(500_000), cap: asPoints(2_000_000) }],
  [
    'deduction',
    'Vi phạm nhẹ: 50%; trừ tối đa: 1,5',
    { events: [{ label: 'Vi phạm nhẹ', award: share(50) }], cap: points(1.5) },
  ],
  [
    'lateness',
    'hạn: 31/12/2024; đúng hạn: 1; ≤ 15 ngày: 0,5; còn lại: 0',
    {
      due: '2024-12-31',
      steps: [
        { atMostDays: 0, award: points(1) },
        { atMostDays: 15, award: points(0.5) },
      ],
      otherwise: points(0),
    },
  ],
  ['mean-of-items', 'scale: 10; decimals: 1', { scale: ratio(10, 1), decimals: 1 }],
  ['survey', 'A: 100%; B: không tính', { options: [{ label: 'A', weight: ratio(1, 1) }, { label: 'B' }] }],
  ['outside-index', 'thang: 100', { scale: ratio(100, 1) }],
  [
    'steps',
    'gốc: 10; từ: 3500; mỗi: 100; cộng: 0,5; hệ số: 75%',
    {
      base: asPoints(10_000_000),
      from: ratio(3500, 1),
      step: ratio(100, 1),
      each: asPoints(500_000),
      multiplier: ratio(3, 4),
    },
  ],
])('%s: %s', ([kind, text, rest]) => {
  expect(parseRule(kind, text)).toEqual({ ok: true, value: { kind, ...rest } });
});

test.for<[RuleKind, string, number, Expected]>([
  ['judgement', 'mỗi: 1', 0, 'end'],
  ['bands', '', 0, 'remainder'],
  ['bands', 'còn lại: 0', 0, 'comparison'],
  ['bands', '≥ x: 1; còn lại: 0', 2, 'number'],
  ['bands', '90%: 1; còn lại: 0', 0, 'comparison'],
  ['bands', '≥ 90%; còn lại: 0', 5, 'colon'],
  ['bands', '≥ 90% 1; còn lại: 0', 6, 'separator'],
  ['bands', '≥ 90%: 1; ≥ 80: 1; còn lại: 0', 10, 'same-unit'],
  ['bands', '≥ 3.500: 1; còn lại: 0', 2, 'plain-number'],
  ['bands', '≥ 90%: -1; còn lại: 0', 7, 'points'],
  ['bands', '≥ 90%: 0,1234567; còn lại: 0', 7, 'points'],
  ['bands', '≥ 90%: 1;; còn lại: 0', 9, 'entry'],
  ['bands', '≥ 80%: 1; ≥ 100%: 2; còn lại: 0', 10, 'reachable-bound'],
  ['bands', '≥ 80%: 1; ≥ 80%: 2; còn lại: 0', 10, 'reachable-bound'],
  ['bands', '≥ 80%: 1; < 80%: 2; ≤ 5%: 1; còn lại: 0', 20, 'reachable-bound'],
  ['bands', '< 0%: 1; còn lại: 0', 0, 'reachable-bound'],
  ['choice', 'A: 1; a: 0', 6, 'label'],
  ['proportional', 'đủ: 80%; sàn: ≥ 100%', 14, 'floor-up-to-full'],
  ['proportional', 'đủ: 0%; sàn: ≥ 0%', 4, 'positive-number'],
  ['linear', 'từ: 50%; đến: 50%', 14, 'other-number'],
  ['choice', 'A: điểm', 3, 'number'],
  ['choice', '"A: 1', 5, 'quotation-mark'],
  ['choice', '"A" b: 1', 4, 'separator'],
  ['proportional', 'đủ: 100%; sàn: 80%', 15, 'comparison'],
  ['proportional', 'đủ: 100; sàn: ≥ 80%', 4, 'percent'],
  ['proportional', 'đủ: 100%', 8, 'one-of'],
  ['proportional', 'đủ: 100%; đủ: 90%', 10, 'one-of'],
  ['linear', 'từ: 50%; đến: 90', 14, 'same-unit'],
  ['count-ratio', 'tổng số', 7, 'division'],
  ['count-ratio', 'a / b', 5, 'arrow'],
  ['count-ratio', 'a / b → Trừ điểm: A: 1', 8, 'rate-rule'],
  ['count-ratio', '(a − b / c → Tỷ lệ hài lòng', 7, 'one-of'],
  ['count-ratio', '/ b → Tỷ lệ hài lòng', 0, 'label'],
  ['lateness', 'hạn: 31/02/2024; ≤ 0 ngày: 1; còn lại: 0', 5, 'date'],
  ['lateness', '≤ 15 ngày: 1; ≤ 5 ngày: 2; còn lại: 0', 14, 'higher-number'],
  ['lateness', '≤ 1,5 ngày: 1; còn lại: 0', 2, 'whole-number'],
  ['mean-of-items', 'thang: 0', 7, 'positive-number'],
  ['survey', 'A: 1', 3, 'percent'],
  ['per-count', 'tối đa: 2', 9, 'one-of'],
])('%s: %s stops at character %d, counted from 0', ([kind, text, at, expected]) => {
  const outcome = parseRule(kind, text);
  expect(outcome.ok ? outcome.value : [outcome.stop.at, outcome.stop.expected]).toEqual([at, expected]);
});

test.for(RULE_KINDS)(
  'the examples that people are shown for %s are sound, and say the same in both languages',
  (kind) => {
    const { vi, en } = RULE_MESSAGES[kind].example;
    const [inVietnamese, inEnglish] = [vi, en].map((text) =>
      parseRule(kind, text.startsWith('(') && text.endsWith(')') ? '' : text),
    );
    expect([inVietnamese?.ok, inEnglish?.ok]).toEqual([true, true]);
    const numbersOf = (rule: typeof inVietnamese) =>
      JSON.stringify(rule, (key, value: unknown) =>
        key === 'label' ? '' : typeof value === 'bigint' ? `${value}` : value,
      );
    expect(numbersOf(inEnglish)).toBe(numbersOf(inVietnamese));
  },
);
