import { expect, test } from 'vitest';
import { CriteriaSetIdSchema } from '../../src/domain/criteria-set.ts';
import type { Grid } from '../../src/domain/grid.ts';
import { DEFAULT_SCORING_OPTIONS } from '../../src/domain/scoring-options.ts';
import { type CriteriaSource, checkCriteria } from '../../src/jobs/check-criteria.ts';
import { differenceRows, differenceSummary } from '../../src/workbook/describe-set-difference.ts';
import { statedVersion } from '../../src/workbook/stated-version.ts';

const id = CriteriaSetIdSchema.parse('so');
const HEADER = [
  'Mã',
  'Mã cha',
  'Tên',
  'Điểm tối đa',
  'Nguồn điểm',
  'Cách chấm',
  'Tham số',
  'Nội dung chấm điểm',
];

const SOUND: Grid = [
  HEADER,
  ['1', null, 'Chỉ đạo', 3, null, null, null, null],
  ['1.1', '1', 'Kế hoạch', 1, 'Thẩm định', 'Đạt / Không đạt', null, null],
  ['1.2', '1', 'Tuyên truyền', 2, 'Thẩm định', null, null, 'Có: 2; không: 0'],
];

function source(grid: Grid, version?: string): CriteriaSource {
  return {
    tab: { key: { kind: 'criteria', setId: id }, title: 'so.csv', grid },
    context: { id, sums: DEFAULT_SCORING_OPTIONS, language: 'vi', ...(version !== undefined && { version }) },
  };
}

const codesOf = (grid: Grid) =>
  checkCriteria(source(grid)).issues.map(({ code, location }) => [code, location.cell]);

test('a sound set has no issues', () => {
  expect(codesOf(SOUND)).toEqual([]);
});

test('every defect of a set is named with its cell, all in one check', () => {
  const grid: Grid = [
    HEADER,
    ['1', null, 'Chỉ đạo', 4, null, null, null, null],
    ['1.1', '1', 'Kế hoạch', 1, 'Thẩm định', 'Theo mức', '≥ tám: 1; còn lại: 0', null],
    ['1.1', '1', 'Trùng mã', 1, 'Thẩm định', null, null, 'x'],
    ['1.2', '1', 'Không cách chấm', 2, 'Thẩm định', null, null, null],
    ['1.3', '9', 'Mồ côi', 1, 'Thẩm định', null, null, 'x'],
    ['1.4', '1', 'Không điểm', null, 'Thẩm định', null, null, 'x'],
  ];
  const { issues } = checkCriteria(source(grid));
  expect(issues.map(({ code, location }) => [code, location.cell])).toEqual(
    expect.arrayContaining([
      ['not-a-rule', 'G3'],
      ['duplicate-code', 'A4'],
      ['unknown-code', 'B6'],
      ['missing-value', 'D7'],
      ['component-without-rule', 'F5'],
    ]),
  );
  expect(issues.find(({ code }) => code === 'not-a-rule')).toMatchObject({ at: 3 });
});

test('sums that differ are told', () => {
  const grid = SOUND.with(1, ['1', null, 'Chỉ đạo', 4, null, null, null, null]);
  expect(codesOf(grid)).toEqual([['sum-differs', 'D2']]);
});

const LATER = SOUND.with(1, ['1', null, 'Chỉ đạo', 2.5, null, null, null, null]).with(2, [
  '1.1',
  '1',
  'Kế hoạch năm',
  0.5,
  'Thẩm định',
  'Theo mức',
  '≥ 100%: 0,5; còn lại: 0',
  null,
]);

const against = (later: string | undefined, earlier: string | undefined) =>
  checkCriteria(source(LATER, later), checkCriteria(source(SOUND, earlier)).set);

test('a changed maximum against last year is remarked on, with what it was', () => {
  expect(against('2025', '2024').issues).toEqual([
    { location: { tab: 'so.csv', cell: 'D2' }, code: 'maximum-changed', before: 3_000_000, now: 2_500_000 },
    { location: { tab: 'so.csv', cell: 'D3' }, code: 'maximum-changed', before: 1_000_000, now: 500_000 },
  ]);
});

test.each([
  ['2024', '2024', '2024'],
  ['2023', '2024', '2023'],
  [undefined, '2024', ''],
])('version %s of a set that differs from version %s is refused', (later, earlier, given) => {
  expect(against(later, earlier).issues.at(-1)).toEqual({
    location: { tab: 'so.csv' },
    code: 'version-not-newer',
    given,
    before: earlier,
  });
});

test('a set that did not change keeps its version, and one that follows a set without a version may have any', () => {
  const before = checkCriteria(source(SOUND, '2024')).set;
  expect(checkCriteria(source(SOUND, '2024'), before).issues).toEqual([]);
  expect(against('1', undefined).issues.map(({ code }) => code)).toEqual([
    'maximum-changed',
    'maximum-changed',
  ]);
});

test('a set that cannot be read is compared with nothing', () => {
  const broken = LATER.with(2, ['1.1', '7', 'x', 1, 'Thẩm định', null, null, 'x']);
  expect(checkCriteria(source(broken), checkCriteria(source(SOUND)).set).difference).toBeUndefined();
});

test('the difference reads as a table in both languages', () => {
  const { difference } = against('2025', '2024');
  if (difference === undefined) throw new Error('no difference');
  expect(differenceSummary(difference)).toEqual({
    vi: 'So với phiên bản trước (2024 → 2025): thêm 0, bỏ 0, sửa 2 dòng; tổng điểm tối đa 3 → 2,5.',
    en: 'Against the version before (2024 → 2025): 0 added, 0 removed, 2 changed; total maximum 3 → 2.5.',
  });
  expect(differenceRows(difference, 'vi')).toEqual([
    { code: '1', change: 'Điểm tối đa', before: '3', after: '2,5' },
    { code: '1.1', change: 'Tên', before: 'Kế hoạch', after: 'Kế hoạch năm' },
    { code: '1.1', change: 'Điểm tối đa', before: '1', after: '0,5' },
    {
      code: '1.1',
      change: 'Cách chấm',
      before: 'Đạt / Không đạt',
      after: 'Theo mức: ≥ 100%: 0,5; còn lại: 0',
    },
  ]);
  expect(differenceRows(difference, 'en').at(-1)?.after).toBe('Bands: ≥ 100%: 0.5; remainder: 0');
});

test.each([
  [[['Phiên bản bộ tiêu chí', null, '2024.1'], HEADER], '2024.1'],
  [[['Set version: 892/2024'], HEADER], '892/2024'],
  [[['phiên bản bộ tiêu chí', 2024], HEADER], '2024'],
  [[['Phiên bản bộ tiêu chí:'], HEADER], undefined],
  [[HEADER], undefined],
] as const)('the version above a table: %j', (grid, version) => {
  expect(statedVersion(grid)).toBe(version);
});

test('a previous code that the version before does not have is told: the criterion would be compared with nothing', () => {
  const { set } = checkCriteria(source(SOUND, '2024'));
  const named = (code: string): Grid => [
    [...HEADER, 'Mã kỳ trước'],
    ...SOUND.slice(1).map((row, index) => [...row, index === 1 ? code : null]),
  ];
  const found = (code: string) => checkCriteria(source(named(code), '2025'), set).issues;
  expect(found('9.9')).toEqual([
    { location: { tab: 'so.csv', cell: 'I3' }, code: 'unknown-previous-code', given: '9.9' },
  ]);
  expect(found('1.1')).toEqual([]);
});
