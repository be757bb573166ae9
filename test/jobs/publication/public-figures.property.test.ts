import { fc, test } from '@fast-check/vitest';
import { expect, test as once } from 'vitest';
import type { PeriodInput } from '../../../src/domain/period-input.ts';
import { asPoints, POINT } from '../../../src/domain/points.ts';
import { analysePeriod } from '../../../src/engine/analysis/analyse-period.ts';
import { scorePeriod } from '../../../src/engine/score-period.ts';
import { publishableResults, publishedFigures } from '../../../src/jobs/publication/render-publication.ts';
import { resultTabs } from '../../../src/workbook/output/result-tabs.ts';
import { anAssessment, code, mark, unitId } from '../../engine/builders.ts';
import { VIETNAMESE } from '../../workbook/output/group-views.ts';
import { aProfiledYear } from '../../workbook/output/profiles/profile-pages.ts';

const CODES = ['1', '2', '3'] as const;
const UNITS = ['A', 'B', 'C'] as const;

interface Hidden {
  /** What the units claimed for themselves: points of each component. */
  readonly claims: readonly (readonly number[])[];
  readonly reason: string;
  readonly decidedBy: string;
}

/** A year that the council decided upon, with what only the office and the unit itself are to see. */
function yearWith({ claims, reason, decidedBy }: Hidden): PeriodInput {
  const year = aProfiledYear();
  const claimed = UNITS.map((id, unit) =>
    anAssessment(
      id,
      Object.fromEntries(CODES.map((each, place) => [each, mark(claims[unit]?.[place] ?? 0)])),
      'self-assessment',
    ),
  );
  const decision = { unitId: unitId('C'), code: code('3'), points: asPoints(7 * POINT), reason, decidedBy };
  return { ...year, assessments: [...year.assessments, ...claimed], overrides: [decision] };
}

function resultsOf(input: PeriodInput) {
  const scoreboard = scorePeriod(input);
  return { input, scoreboard, analysis: analysePeriod(input, scoreboard, { results: [], links: [] }) };
}

function publicTabs(beside: Hidden) {
  return publishableResults(publishedFigures(resultsOf(yearWith(beside)), VIETNAMESE), '');
}

const hidden: fc.Arbitrary<Hidden> = fc.record({
  claims: fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 3, maxLength: 3 }), {
    minLength: 3,
    maxLength: 3,
  }),
  reason: fc.string({ minLength: 1 }),
  decidedBy: fc.string({ minLength: 1 }),
});

test.prop([hidden, hidden])(
  'no tab that may be published tells what units claimed for themselves, or why and by whom the council decided',
  (one, other) => {
    expect(publicTabs(one)).toEqual(publicTabs(other));
  },
);

once('the office’s own tabs do tell it: the test above would notice', () => {
  const [one, other] = [1, 2].map((points) => {
    const claims = UNITS.map(() => CODES.map(() => points));
    const results = resultsOf(yearWith({ claims, reason: 'r', decidedBy: 'd' }));
    return resultTabs(results, VIETNAMESE, { status: '', resultsHash: '' });
  });
  const differing = one?.filter((tab, place) => JSON.stringify(tab) !== JSON.stringify(other?.[place]));
  expect(differing?.map(({ key }) => key)).toEqual(['criteria-analysis.group', 'profiles.group']);
});

once('a council’s decision itself is told', () => {
  const profiles = publicTabs({ claims: [], reason: 'vì lý do riêng', decidedBy: 'Ông An' }).find(
    ({ key }) => key === 'profiles.group',
  );
  const texts = profiles?.content.rows.flat().map(({ value }) => value);
  expect(texts).toContain('3: 7 điểm');
});
