import { describe, expect, test } from 'vitest';
import { DEFAULT_ANALYSIS_OPTIONS } from '../../src/domain/analysis-options.ts';
import type { Language } from '../../src/domain/language.ts';
import { analysePeriod } from '../../src/engine/analysis/analyse-period.ts';
import { scorePeriod } from '../../src/engine/score-period.ts';
import { renderAnnouncement } from '../../src/workbook/output/announcement/announcement-tab.ts';
import { outputContext } from '../../src/workbook/output/output-context.ts';
import { groupViews } from '../../src/workbook/output/period-results.ts';
import { readSampleFolder } from '../jobs/sample.ts';

const { input, beside } = await readSampleFolder('binh-duong-2022');
const scoreboard = scorePeriod(input);
const analysis = analysePeriod(input, scoreboard, beside.further?.history ?? { results: [], links: [] });
const view = {
  ...DEFAULT_ANALYSIS_OPTIONS,
  groups: groupViews({ input, scoreboard, analysis }),
  previousPeriod: analysis.previousPeriod,
};

function textIn(language: Language): string {
  const { rows } = renderAnnouncement(view, outputContext(input), '');
  return rows.map((row) => row[language === 'vi' ? 0 : 1]?.value ?? '').join('\n');
}

const VI = textIn('vi');
const EN = textIn('en');

/** The text of one group: from its heading to the next. */
function group(text: string, number: number): string {
  return text.split(/^(?=\d+\. )/m)[number] ?? '';
}

describe('the announcement of 2022 states what was published', () => {
  test('departments averaged 84.31', () => {
    expect(group(VI, 1)).toContain('Chỉ số trung bình đạt 84,31 %');
    expect(group(EN, 1)).toContain('The average index is 84.31 %');
  });

  test('Culture, Sports and Tourism first with 92.57, then Construction, Agriculture, Justice, Health', () => {
    expect(group(VI, 1)).toMatch(
      /Dẫn đầu là Sở Văn hóa, Thể thao và Du lịch \(92,57 %\); tiếp theo là Sở Xây dựng \([\d,]+ %\); Sở Nông nghiệp và Phát triển nông thôn \([\d,]+ %\); Sở Tư pháp \([\d,]+ %\); Sở Y tế /,
    );
    expect(group(EN, 1)).toMatch(
      /The Department of Culture, Sports and Tourism \(92\.57 %\) comes first, followed by the Department of Construction \([\d.]+ %\), the Department of Agriculture and Rural Development \([\d.]+ %\), the Department of Justice \([\d.]+ %\), the Department of Health /,
    );
  });

  test('Thủ Dầu Một led the districts with 96.89 for the sixth year in a row', () => {
    expect(group(VI, 2)).toContain('Dẫn đầu là Thành phố Thủ Dầu Một (96,89 %)');
    expect(group(VI, 2)).toContain('Đây là năm thứ sáu liên tiếp Thành phố Thủ Dầu Một đứng đầu.');
    expect(group(EN, 2)).toContain('Thủ Dầu Một City (96.89 %) comes first');
    expect(group(EN, 2)).toContain('Thủ Dầu Một City leads for the sixth year in a row.');
  });

  test('Tân Uyên rose to second with 91.60', () => {
    expect(group(VI, 2)).toContain('Thị xã Tân Uyên vươn lên vị trí thứ hai với 91,60 %');
    expect(group(EN, 2)).toContain('Tân Uyên Town rises to second place with 91.60 %');
  });

  test('the districts stand in the published order, with a mean of 87.89', () => {
    const order = [
      'Thủ Dầu Một',
      'Tân Uyên',
      'Bến Cát',
      'Bắc Tân Uyên',
      'Dầu Tiếng',
      'Bàu Bàng',
      'Dĩ An',
      'Phú Giáo',
      'Thuận An',
    ];
    const leaders = group(VI, 2)
      .split('\n')
      .find((line) => line.startsWith('Dẫn đầu'));
    const named = [...(leaders ?? '').matchAll(/(?:Thành phố|Thị xã|Huyện) ([^(]+) \(/g)].map(
      ([, name]) => name,
    );
    expect(named).toEqual(order);
    expect(group(VI, 2)).toContain('Chỉ số trung bình đạt 87,89 %');
    expect(group(EN, 2)).toContain('The average index is 87.89 %');
  });

  test('Hòa Phú led the communes with 97.67, then seven wards in order, all top ten in Thủ Dầu Một, mean 89.64', () => {
    expect(group(VI, 3)).toMatch(
      /Dẫn đầu là Phường Hòa Phú \(97,67 %\); tiếp theo là Phường Phú Mỹ [^;]+; Phường Phú Lợi [^;]+; Phường Phú Tân [^;]+; Phường Phú Thọ [^;]+; Phường Phú Cường [^;]+; Phường Hiệp An [^;]+; Phường Phú Hòa /,
    );
    expect(group(VI, 3)).toContain('Toàn bộ 10 đơn vị dẫn đầu đều thuộc Thành phố Thủ Dầu Một.');
    expect(group(VI, 3)).toContain('Chỉ số trung bình đạt 89,64 %');
    expect(group(EN, 3)).toMatch(/^Hòa Phú Ward \(97\.67 %\) comes first, followed by Phú Mỹ Ward /m);
    expect(group(EN, 3)).toContain('All of the top 10 belong to Thủ Dầu Một City.');
    expect(group(EN, 3)).toContain('The average index is 89.64 %');
  });

  test('weak criteria and clear differences between localities are named in every group', () => {
    for (const number of [1, 2, 3]) {
      expect(group(VI, number)).toMatch(/Một số tiêu chí đạt tỷ lệ còn thấp: \d/);
      expect(group(VI, number)).toMatch(/Kết quả giữa các đơn vị chênh lệch rõ ở \d/);
      expect(group(EN, number)).toMatch(/Some criteria remain low: \d/);
      expect(group(EN, number)).toMatch(/The units differ clearly on \d/);
    }
  });

  test('no figure of one language stands in the other, and no name is left without its marks', () => {
    expect(VI).not.toMatch(/\d\.\d\d %/);
    expect(EN).not.toMatch(/\d,\d\d %/);
    expect(VI).not.toContain('undefined');
    expect(EN).not.toContain('undefined');
  });
});
