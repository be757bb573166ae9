import { describe, expect, test } from 'vitest';
import { cell } from '../../sheets-templates/table-file.ts';
import type { UnitComparison } from '../../src/domain/comparison.ts';
import { formatRatio } from '../../src/domain/number-format.ts';
import type { GroupResult } from '../../src/domain/scoreboard.ts';
import { analysePeriod } from '../../src/engine/analysis/analyse-period.ts';
import { meanOf } from '../../src/engine/mean.ts';
import { scorePeriod } from '../../src/engine/score-period.ts';
import { readSampleFolder } from '../jobs/sample.ts';
import { readTable } from './read-table.ts';

const { input, beside } = await readSampleFolder('binh-duong-2022');
const results = beside.further?.history.results ?? [];
const board = scorePeriod(input);

function groupOf(id: string): GroupResult {
  const group = board.groups.find((each) => each.group.id === id);
  if (group === undefined) throw new Error(`no group ${id}`);
  return group;
}

const [departments, districts, communes] = [groupOf('so'), groupOf('huyen'), groupOf('xa')];

const shown = (index: Parameters<typeof formatRatio>[0]) => formatRatio(index, input.settings, 'en');
const meanShown = ({ mean }: GroupResult) => (mean === undefined ? undefined : shown(mean));
const placesOf = ({ ranked }: GroupResult, count: number) =>
  ranked.slice(0, count).map(({ sheet, standing }) => [standing.rank, sheet.unit.name]);
const inOrder = (...names: readonly string[]) => names.map((name, place) => [place + 1, name]);

function leaderOf({ ranked }: GroupResult) {
  const [first] = ranked;
  return first === undefined ? undefined : [first.sheet.unit.name, shown(first.index)];
}

describe('departments 2022', () => {
  test('all 19 are ranked, and average 84.31', () => {
    expect([departments.ranked.length, departments.unranked.length]).toEqual([19, 0]);
    expect(meanShown(departments)).toBe('84.31');
  });

  test('Culture, Sports and Tourism is first with 92.57', () => {
    expect(leaderOf(departments)).toEqual(['Sở Văn hóa, Thể thao và Du lịch', '92.57']);
  });

  test('then Construction, Agriculture and Rural Development, Justice, Health', () => {
    expect(placesOf(departments, 5)).toEqual(
      inOrder(
        'Sở Văn hóa, Thể thao và Du lịch',
        'Sở Xây dựng',
        'Sở Nông nghiệp và Phát triển nông thôn',
        'Sở Tư pháp',
        'Sở Y tế',
      ),
    );
  });

  test('the average is 0.76 above that of 2021, 83.55, which follows from the changes published in 2024', () => {
    const before = results.filter(({ period, groupId }) => period === '2021' && groupId === 'so');
    const mean = meanOf(before.flatMap(({ index }) => index ?? []));
    expect([before.length, mean && shown(mean)]).toEqual([19, '83.55']);
  });
});

describe('districts 2022', () => {
  test('all 9 are ranked, and average 87.89', () => {
    expect([districts.ranked.length, districts.unranked.length]).toEqual([9, 0]);
    expect(meanShown(districts)).toBe('87.89');
  });

  test('Thủ Dầu Một leads with 96.89 and Tân Uyên is second with 91.60', () => {
    expect(districts.ranked.slice(0, 2).map(({ sheet, index }) => [sheet.unit.nameEn, shown(index)])).toEqual(
      [
        ['Thủ Dầu Một City', '96.89'],
        ['Tân Uyên Town', '91.60'],
      ],
    );
  });

  test('then Bến Cát, Bắc Tân Uyên, Dầu Tiếng, Bàu Bàng, Dĩ An, Phú Giáo, Thuận An', () => {
    expect(placesOf(districts, 9)).toEqual(
      inOrder(
        'Thành phố Thủ Dầu Một',
        'Thị xã Tân Uyên',
        'Thị xã Bến Cát',
        'Huyện Bắc Tân Uyên',
        'Huyện Dầu Tiếng',
        'Huyện Bàu Bàng',
        'Thành phố Dĩ An',
        'Huyện Phú Giáo',
        'Thành phố Thuận An',
      ),
    );
  });

  test('Thủ Dầu Một is first for the sixth year in a row', () => {
    expect(comparisonOf('718').streak?.atRank).toBe(6);
  });

  test('Tân Uyên rose to second place', () => {
    const { rank } = comparisonOf('723').published ?? {};
    expect(rank?.now).toBe(2);
    expect(rank?.change).toBeGreaterThan(0);
  });
});

describe('communes 2022', () => {
  test('all 91 are ranked, and average 89.64', () => {
    expect([communes.ranked.length, communes.unranked.length]).toEqual([91, 0]);
    expect(meanShown(communes)).toBe('89.64');
  });

  test('Hòa Phú ward is first with 97.67', () => {
    expect(leaderOf(communes)).toEqual(['Phường Hòa Phú', '97.67']);
  });

  test('then Phú Mỹ, Phú Lợi, Phú Tân, Phú Thọ, Phú Cường, Hiệp An, Phú Hòa', () => {
    expect(placesOf(communes, 8)).toEqual(
      inOrder(
        'Phường Hòa Phú',
        'Phường Phú Mỹ',
        'Phường Phú Lợi',
        'Phường Phú Tân',
        'Phường Phú Thọ',
        'Phường Phú Cường',
        'Phường Hiệp An',
        'Phường Phú Hòa',
      ),
    );
  });

  test('the whole top ten belongs to Thủ Dầu Một, and nobody shares tenth place', () => {
    const parents = communes.ranked.slice(0, 10).map(({ sheet }) => sheet.unit.parent);
    expect(new Set(parents)).toEqual(new Set(['Thành phố Thủ Dầu Một']));
    expect(communes.ranked[10]?.standing.rank).toBe(11);
  });
});

describe('units, classes and earlier years', () => {
  test('no leader but Thủ Dầu Một is said to have led before: nothing of the kind was published', () => {
    const streaks = [departments, districts, communes].map(({ ranked }) =>
      ranked.slice(0, 1).map(({ sheet }) => comparisonOf(sheet.unit.id).streak?.atRank),
    );
    expect(streaks).toEqual([[1], [6], [1]]);
  });

  test('the units are those of October 2022: 91 communes in 9 districts, 14+7+12+8+11+12+7+10+10', () => {
    const sizes = districts.ranked
      .map(({ sheet }) => sheet.unit)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ name }) => input.units.filter(({ parent }) => parent === name).length);
    expect(sizes).toEqual([14, 7, 12, 8, 11, 12, 7, 10, 10]);
  });

  test('from 90 a unit is Xuất sắc, from 80 Tốt, and no unit falls to where a bound is only assumed', () => {
    for (const { index, grade } of board.groups.flatMap(({ ranked }) => ranked)) {
      const percent = Number(shown(index));
      expect(grade).toBe(percent >= 90 ? 'Xuất sắc' : percent >= 80 ? 'Tốt' : 'Khá');
      expect(percent).toBeGreaterThan(71);
    }
  });

  test('the districts of 2017 are the published table', () => {
    const published = readTable('published/binh-duong-2017-districts.csv').map((row) => [
      Number(cell(row, 'rank')),
      cell(row, 'index_pct'),
    ]);
    const kept = results
      .filter(({ period, groupId }) => period === '2017' && groupId === 'huyen')
      .map(({ rank, index }) => [rank, index && shown(index)])
      .toSorted(([a], [b]) => Number(a) - Number(b));
    expect(kept).toEqual(published);
  });

  test('of 2018, 2019 and 2020 only first place of Thủ Dầu Một is known: no index stands there', () => {
    const known = results.filter(({ period }) => ['2018', '2019', '2020'].includes(period));
    expect(known.map(({ period, unitId, rank, index }) => [period, unitId, rank, index])).toEqual([
      ['2020', '718', 1, undefined],
      ['2019', '718', 1, undefined],
      ['2018', '718', 1, undefined],
    ]);
  });

  test('Chánh Nghĩa led the communes of 2016 with 89.09, Tốt, and of 2017 with 90.25, Xuất sắc', () => {
    const kept = results.filter(({ unitId, period }) => unitId === '25756' && period < '2018');
    expect(
      kept.map(({ period, rank, index, grade }) => [period, rank, index && shown(index), grade]),
    ).toEqual([
      ['2017', 1, '90.25', 'Xuất sắc'],
      ['2016', 1, '89.09', 'Tốt'],
    ]);
  });
});

function comparisonOf(unitId: string): UnitComparison {
  const units = analysePeriod(input, board, { results, links: [] }).groups.flatMap((group) => group.units);
  const found = units.find((each) => each.unitId === unitId);
  if (found === undefined) throw new Error(`no comparison of ${unitId}`);
  return found.comparison;
}
