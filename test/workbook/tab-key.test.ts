import { expect, test } from 'vitest';
import { CriteriaSetIdSchema } from '../../src/domain/criteria-set.ts';
import {
  namedRangeOf,
  parseNamedRange,
  parseTabKey,
  type TabKey,
  tabKeyText,
} from '../../src/workbook/tab-key.ts';

const set = CriteriaSetIdSchema.parse('so.2024');

test.for<[string, TabKey]>([
  ['settings', { kind: 'settings' }],
  ['not-applicable', { kind: 'not-applicable' }],
  ['criteria.so.2024', { kind: 'criteria', setId: set }],
  ['marks.self-assessment.so.2024', { kind: 'marks', stage: 'self-assessment', setId: set }],
  ['marks.survey.so.2024', { kind: 'marks', stage: 'survey', setId: set }],
])('the text %s is a key, and a code may hold dots', ([text, key]) => {
  expect(parseTabKey(text)).toEqual(key);
  expect(tabKeyText(key)).toBe(text);
});

test.for(['', 'Settings', 'criteria.', 'marks.', 'marks.so', 'marks.review.so', 'ranking.', 'par.tab'])(
  'the text %j is no key',
  (text) => {
    expect(parseTabKey(text)).toBeUndefined();
  },
);

test('a named range writes a dot as its code point', () => {
  expect(namedRangeOf({ kind: 'criteria', setId: set })).toBe('par_criteria_x2e_so_x2e_2024');
});

test.for(['', 'DiemCong', 'par_', 'par_x_xffffff_', 'par_unknown'])(
  'the name %j is one that staff gave',
  (name) => {
    expect(parseNamedRange(name)).toBeUndefined();
  },
);
