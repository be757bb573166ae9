import { expect, test } from 'vitest';
import type { IssueDetail } from '../../src/domain/issue.ts';
import { asPoints } from '../../src/domain/points.ts';
import type { RuleKind } from '../../src/domain/rule.ts';
import { parseRule } from '../../src/workbook/notation/rule.ts';
import { ruleRemarks } from '../../src/workbook/rule-remarks.ts';

const points = (value: number) => asPoints(Math.round(value * 1_000_000));
const MAXIMUM = points(2);

function remarksOn(kind: RuleKind, text: string): readonly IssueDetail[] {
  const rule = parseRule(kind, text);
  if (!rule.ok) throw new Error(`${text} is no rule`);
  return ruleRemarks(rule.value, MAXIMUM);
}

test.for<[RuleKind, string]>([
  ['bands', '≥ 100%: 2; ≥ 80%: 1; remainder: 0'],
  ['bands', '≤ 5%: 2; ≤ 10%: 1; remainder: 0'],
  ['bands', '≥ 100: 0; ≥ 50: 50%; remainder: max'],
  ['bands', '> 90%: 100%; ≥ 0%: 0; remainder: 0'],
  ['choice', 'A: 2; B: 1; C: 0'],
  ['lateness', '≤ 0 days: 2; ≤ 15 days: 1; remainder: 0'],
  ['survey', 'A: 100%; B: 60%; E: not counted'],
  ['per-count', 'each: 0.5'],
  ['per-count', 'each: 0.5; cap: 1'],
  ['deduction', 'Serious: 5'],
  ['steps', 'base: 1; above: 3500; step: 100; add: 0.5; cap: 2; multiplier: 75%'],
  ['linear', 'from: 100%; to: 50%'],
  ['proportional', 'full: 100%; floor: ≥ 80%'],
  ['judgement', ''],
])('there is nothing to say of %s: %s', ([kind, text]) => {
  expect(remarksOn(kind, text)).toEqual([]);
});

test.for<[RuleKind, string, number]>([
  ['bands', '≥ 100%: 3; remainder: 0', 3],
  ['bands', '≥ 100%: 150%; remainder: 0', 3],
  ['choice', 'A: 5; B: 1', 5],
  ['lateness', '≤ 0 days: 2.5; remainder: 0', 2.5],
  ['survey', 'A: 100%; B: 160%', 3.2],
  ['count-ratio', 'a / b → Bands: ≥ 100%: 3; remainder: 0', 3],
  ['per-count', 'each: 3', 3],
  ['per-count', 'each: 0.5; cap: 4', 4],
  ['steps', 'base: 1; above: 10; step: 1; add: 1; cap: 3', 3],
  ['steps', 'base: 3; above: 10; step: 1; add: 1', 3],
])('an award above the maximum is told, for it is cut: %s: %s', ([kind, text, given]) => {
  expect(remarksOn(kind, text)).toEqual([
    { code: 'award-over-max', given: points(given), maxScore: MAXIMUM },
  ]);
});

test.for<[RuleKind, string, number]>([
  ['bands', '≥ 100%: 1; remainder: 0', 1],
  ['choice', 'A: 50%; B: 0', 1],
  ['lateness', '≤ 0 days: 1; remainder: 0', 1],
  ['survey', 'A: 90%; B: 60%', 1.8],
  ['per-count', 'each: 0', 0],
])('a maximum that no award reaches is told: %s: %s', ([kind, text, given]) => {
  expect(remarksOn(kind, text)).toEqual([
    { code: 'award-under-max', given: points(given), maxScore: MAXIMUM },
  ]);
});

test.for<[RuleKind, string, readonly (readonly [string, number])[]]>([
  [
    'bands',
    '≥ 100%: 2; < 80%: 1; remainder: 0',
    [
      ['0%', 1],
      ['80%', 0],
      ['100%', 2],
    ],
  ],
  [
    'bands',
    '≥ 100: 1; > 80: 2; remainder: 0',
    [
      ['80', 0],
      ['90', 2],
      ['100', 1],
    ],
  ],
  [
    'count-ratio',
    'a / b → Bands: ≥ 50%: 0; ≥ 20%: 2; remainder: 1',
    [
      ['0%', 1],
      ['20%', 2],
      ['50%', 0],
    ],
  ],
])('awards that go up and down are told with a figure of each stretch: %s: %s', ([kind, text, steps]) => {
  expect(remarksOn(kind, text)).toEqual([
    {
      code: 'awards-up-and-down',
      steps: steps.map(([figure, given]) => ({ figure, points: points(given) })),
    },
  ]);
});
