import { describe, expect, test } from 'vitest';
import type { ProofCase } from '../../src/domain/proof-case.ts';
import { ratio } from '../../src/domain/ratio.ts';
import { DEFAULT_SCORING_OPTIONS } from '../../src/domain/scoring-options.ts';
import { proveCase } from '../../src/engine/prove-case.ts';
import { aComponent, aSet, aUnit, code, mark, points, someSettings } from './builders.ts';

const SET = aSet([
  { ...aComponent('1', 2), rule: { kind: 'satisfaction' as const } },
  aComponent('2', 3),
  aComponent('3', 5),
]);
const BENCH = {
  set: SET,
  settings: someSettings(),
  options: DEFAULT_SCORING_OPTIONS,
  unit: aUnit('invented'),
};

const CASE: ProofCase = {
  name: 'half of everything',
  setId: SET.id,
  assessments: [
    {
      stage: 'appraisal',
      marks: new Map([[code('2'), mark(1.5)]]),
      declared: new Map([[code('1'), { kind: 'rate', rate: ratio(1, 2) }]]),
    },
  ],
  exemptions: [{ code: code('3'), reason: 'r', approvedBy: 'b' }],
  expected: new Map([
    [code('1'), { kind: 'points', points: points(1) }],
    [code('2'), { kind: 'points', points: points(1.5) }],
    [code('3'), { kind: 'not-applicable' }],
  ]),
  expectedIndex: ratio(50, 1),
};

describe('a case that the office writes', () => {
  test('passes when every expected figure comes out', () => {
    expect(proveCase(CASE, BENCH)).toEqual({ name: 'half of everything', passed: true, mismatches: [] });
  });

  test('fails with every figure that came out differently', () => {
    const wrong: ProofCase = {
      ...CASE,
      expected: new Map([
        [code('1'), { kind: 'points', points: points(1.000001) }],
        [code('2'), { kind: 'not-applicable' }],
        [code('9'), { kind: 'points', points: points(0) }],
      ]),
      expectedIndex: ratio(51, 1),
    };
    expect(proveCase(wrong, BENCH)).toEqual({
      name: 'half of everything',
      passed: false,
      mismatches: [
        {
          kind: 'component',
          code: '1',
          expected: { kind: 'points', points: points(1.000001) },
          given: { kind: 'points', points: points(1) },
        },
        {
          kind: 'component',
          code: '2',
          expected: { kind: 'not-applicable' },
          given: { kind: 'points', points: points(1.5) },
        },
        { kind: 'unknown-component', code: '9' },
        { kind: 'index', expected: ratio(51, 1), given: ratio(50, 1) },
      ],
    });
  });

  test('a blank gives nothing: neither points nor an index', () => {
    const blank: ProofCase = {
      ...CASE,
      assessments: [],
      expected: new Map([[code('2'), { kind: 'points', points: points(0) }]]),
    };
    expect(proveCase(blank, BENCH).mismatches).toEqual([
      { kind: 'component', code: '2', expected: { kind: 'points', points: points(0) } },
      { kind: 'index', expected: ratio(50, 1) },
    ]);
  });
});
