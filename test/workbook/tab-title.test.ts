import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CriteriaSetIdSchema } from '../../src/domain/criteria-set.ts';
import { groupTabTitle } from '../../src/domain/messages/tab-messages.ts';
import { GroupSchema } from '../../src/domain/unit.ts';
import { parseTabKey } from '../../src/workbook/tab-key.ts';
import { keyOfTitle } from '../../src/workbook/tab-title.ts';

const setId = CriteriaSetIdSchema.parse('cap-huyen 2017');

test.for([
  'Thẩm định – cap-huyen 2017',
  'thẩm  định - cap-huyen 2017',
  ' THẨM ĐỊNH—cap-huyen 2017 ',
  'Thẩm định – cap-huyen 2017'.normalize('NFD'),
  'Appraisal-cap-huyen 2017',
])('the title %j is the appraisal matrix of its set', (title) => {
  expect(keyOfTitle(title)).toEqual({ kind: 'marks', stage: 'appraisal', setId });
});

test.for([
  ['settings', { kind: 'settings' }],
  ['criteria.cap-huyen 2017', { kind: 'criteria', setId }],
  ['marks.self-assessment.cap-huyen 2017', { kind: 'marks', stage: 'self-assessment', setId }],
  ['not-applicable', { kind: 'not-applicable' }],
] as const)('a tab made from the file %s.csv keeps its key as its title', ([title, key]) => {
  expect(keyOfTitle(title)).toEqual(key);
});

test('every title that docs/offline.md tells is the tab that it says, and no tab of entries is left out', async () => {
  const page = await readFile(join(import.meta.dirname, '../../docs/offline.md'), 'utf8');
  const rows = [...page.matchAll(/^\| ([^|]+) \| ([^|]+) \| `([^`|]+)` \|$/gm)];
  expect(rows.map(([, , , file = '']) => file.replace(/\.xa$/, ''))).toEqual([
    'settings',
    'groups',
    'units',
    'criteria',
    'marks.appraisal',
    'marks.survey',
    'marks.self-assessment',
    'not-applicable',
    'adjustments',
    'overrides',
    'past-results',
    'predecessors',
    'cases',
  ]);
  for (const [, vi = '', en = '', file = ''] of rows) {
    const key = parseTabKey(file);
    expect(key).toBeDefined();
    expect([keyOfTitle(vi), keyOfTitle(en), keyOfTitle(file)]).toEqual([key, key, key]);
  }
});

test('a hyphen inside a label does not part the title', () => {
  const key = { kind: 'marks', stage: 'self-assessment', setId };
  expect(keyOfTitle('Self-assessment – cap-huyen 2017')).toEqual(key);
  expect(keyOfTitle('self-assessment - cap-huyen 2017')).toEqual(key);
});

test.for([
  '',
  'Biểu đồ',
  'Thẩm định',
  'Thẩm định –',
  'Xếp hạng – Sở',
  'Cài đặt 2',
  '– so',
  'guide',
  'ranking.so',
])('the title %j is a tab of the staff', (title) => {
  expect(keyOfTitle(title)).toBeUndefined();
});

test('a ranking is named after its group, shortened to what Google accepts', () => {
  const group = GroupSchema.parse({ id: 'so', name: 'Sở, ban, ngành', setId: 'so' });
  expect(groupTabTitle('ranking', group)).toEqual({
    vi: 'Xếp hạng – Sở, ban, ngành',
    en: 'Ranking – Sở, ban, ngành',
  });
  const long = groupTabTitle('ranking', {
    ...group,
    name: 'Đơn vị '.repeat(30),
    nameEn: '😀'.repeat(80),
  });
  expect(long.vi.length).toBeLessThanOrEqual(100);
  expect(long.vi.endsWith('…')).toBe(true);
  expect(long.en.length).toBeLessThanOrEqual(100);
  expect(long.en).not.toMatch(/\p{Surrogate}/u);
});
