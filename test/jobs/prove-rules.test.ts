import { expect, test } from 'vitest';
import { CriteriaSetIdSchema } from '../../src/domain/criteria-set.ts';
import type { ProofCase } from '../../src/domain/proof-case.ts';
import { ratio } from '../../src/domain/ratio.ts';
import { proveRules } from '../../src/jobs/prove-rules.ts';
import type { InputTab } from '../../src/workbook/input-tab.ts';
import { renderCases } from '../../src/workbook/render-cases.ts';
import { anAssessment, aPeriod, aUnit, code, mark, points } from '../engine/builders.ts';

const setId = CriteriaSetIdSchema.parse('set');
const PERIOD = aPeriod({ units: [aUnit('a')] });

function aCase(name: string, expectedPoints: number, expectedIndex: number): ProofCase {
  return {
    name,
    setId,
    assessments: [
      { stage: 'appraisal', marks: anAssessment('a', { 1: mark(60) }).marks },
      { stage: 'survey', marks: anAssessment('a', { 2: mark(30) }).marks },
    ],
    exemptions: [],
    expected: new Map([[code('1'), { kind: 'points', points: points(expectedPoints) }]]),
    expectedIndex: ratio(expectedIndex, 1),
  };
}

function casesTab(...cases: readonly ProofCase[]): InputTab {
  const [set] = PERIOD.sets;
  if (set === undefined) throw new Error('the period has no set');
  const { rows } = renderCases(cases, set, 'vi');
  return {
    key: { kind: 'cases', setId },
    title: 'Kiểm thử',
    grid: rows.map((row) => row.map(({ value }) => value)),
  };
}

test('cases of the office pass or fail by the workbook’s own rules, and every difference is an issue', () => {
  const proof = proveRules([casesTab(aCase('đúng', 60, 90), aCase('sai', 59.5, 91))], PERIOD);
  expect(proof).toEqual({
    passed: 1,
    failed: 1,
    issues: [
      {
        location: { tab: 'Kiểm thử', cell: 'E5' },
        code: 'case-failed',
        given: 'sai',
        criterion: '1',
        expected: '59,5',
        result: '60',
      },
      {
        location: { tab: 'Kiểm thử', cell: 'E7' },
        code: 'case-failed',
        given: 'sai',
        expected: '91,00 %',
        result: '90,00 %',
      },
    ],
  });
});

test('a workbook without cases proves nothing and has no issue', () => {
  expect(proveRules([], PERIOD)).toEqual({ passed: 0, failed: 0, issues: [] });
});
