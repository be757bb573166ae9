import { expect, test } from 'vitest';
import { CriteriaSetIdSchema } from '../../src/domain/criteria-set.ts';
import { canonicalOptions, canonicalRules, canonicalTabs } from '../../src/engine/canonical-release.ts';
import { sampleInput } from '../jobs/sample.ts';

test('an option that is left out and its default are the same options', async () => {
  const { settings } = await sampleInput('binh-duong-2017');
  expect(canonicalOptions({ settings, scoring: { blanks: 'incomplete' } })).toBe(
    canonicalOptions({ settings }),
  );
  expect(canonicalOptions({ settings, scoring: { blanks: 'zero' } })).not.toBe(
    canonicalOptions({ settings }),
  );
});

test('whatever an input holds beside entries and rules counts among the options', async () => {
  const input = await sampleInput('binh-duong-2017');
  const { settings } = input;
  const [first] = input.units;
  expect(canonicalOptions(input)).toBe(canonicalOptions({ settings }));
  expect(canonicalOptions({ ...input, units: first === undefined ? [] : [first] })).toBe(
    canonicalOptions(input),
  );
  const further = { bySet: new Map([[CriteriaSetIdSchema.parse('A'), { settings: { decimals: 3 } }]]) };
  expect(canonicalOptions({ ...input, ...further })).not.toBe(canonicalOptions(input));
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
