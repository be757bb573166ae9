import { expect, test } from 'vitest';
import { CriteriaSetIdSchema } from '../../src/domain/criteria-set.ts';
import { canonicalOptions, canonicalRules, canonicalTabs } from '../../src/engine/canonical-release.ts';
import { sampleInput } from '../jobs/sample.ts';

type Options = Parameters<typeof canonicalOptions>[0];

function optionsOf(input: Options): string {
  return canonicalOptions(input, { results: [], links: [] });
}

test('an option that is left out and its default are the same options', async () => {
  const { settings } = await sampleInput('binh-duong-2017');
  expect(optionsOf({ settings, scoring: { blanks: 'incomplete' } })).toBe(optionsOf({ settings }));
  expect(optionsOf({ settings, scoring: { blanks: 'zero' } })).not.toBe(optionsOf({ settings }));
});

test('whatever an input holds beside entries and rules counts among the options', async () => {
  const input = await sampleInput('binh-duong-2017');
  const { settings } = input;
  const [first] = input.units;
  expect(optionsOf(input)).toBe(optionsOf({ settings }));
  expect(optionsOf({ ...input, units: first === undefined ? [] : [first] })).toBe(optionsOf(input));
  const further = { bySet: new Map([[CriteriaSetIdSchema.parse('A'), { settings: { decimals: 3 } }]]) };
  expect(optionsOf({ ...input, ...further })).not.toBe(optionsOf(input));
});

test('what a period is compared with counts among the options, whatever the order of its rows', async () => {
  const { settings, units } = await sampleInput('binh-duong-2017');
  const results = units.map(({ id }, place) => ({ period: '2016', unitId: id, rank: place + 1 }));
  const of = (past: typeof results) => canonicalOptions({ settings }, { results: past, links: [] });
  expect(of(results.toReversed())).toBe(of(results));
  expect(of(results.map((row, place) => (place === 0 ? { ...row, rank: 9 } : row)))).not.toBe(of(results));
});

test('rules are the criteria sets alone, whatever their order', async () => {
  const [districts, departments] = [await sampleInput('binh-duong-2017'), await sampleInput('tay-ninh-2023')];
  const sets = [...districts.sets, ...departments.sets];
  expect(canonicalRules({ sets: sets.toReversed() })).toBe(canonicalRules({ sets }));
  expect(canonicalRules({ sets: districts.sets })).not.toBe(canonicalRules({ sets }));
});

test('empty cells at the end of rows and tabs do not count, a moved or retyped one does', () => {
  const of = (...rows: (string | number | null)[][]) => canonicalTabs([{ key: 'summary', rows }]);
  expect(of([1, null, ''], [], [null])).toBe(of([1]));
  expect(of([1])).not.toBe(of(['1']));
  expect(of([null, 1])).not.toBe(of([1]));
  expect(of([1], [2])).not.toBe(of([1, 2]));
});
