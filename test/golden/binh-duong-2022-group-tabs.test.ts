import { describe, expect, test } from 'vitest';
import type { Content } from '../../src/domain/content.ts';
import { renderByField } from '../../src/workbook/output/by-field/by-field-tab.ts';
import { renderCriteriaAnalysis } from '../../src/workbook/output/criteria-analysis/criteria-analysis-tab.ts';
import { outputContext } from '../../src/workbook/output/output-context.ts';
import { renderProfiles } from '../../src/workbook/output/profiles/profiles-tab.ts';
import { readSampleFolder } from '../jobs/sample.ts';
import { rowOf, valuesOf, viewsOf } from '../workbook/output/group-views.ts';

const { input, beside } = await readSampleFolder('binh-duong-2022');
const results = beside.further?.history.results ?? [];
const views = new Map(
  viewsOf(input, { results }).map((view) => [String(view.result.group.id), view] as const),
);
const vietnamese = outputContext(input);
const english = { ...vietnamese, language: 'en' as const };

function viewOf(group: string) {
  const view = views.get(group);
  if (view === undefined) throw new Error(`no group ${group}`);
  return view;
}

function pageOf(content: Content, name: string) {
  const top = rowOf(content, name);
  const next = (content.pageBreaks ?? []).find((row) => row > top);
  return valuesOf(content).slice(top, next);
}

describe('the departments by field', () => {
  const rows = valuesOf(renderByField(viewOf('so'), vietnamese, 'HIỆN HÀNH'));

  test('begin with Culture, Sports and Tourism, and end with the mean of 84.31, up 0.76 on what was published', () => {
    expect(rows[5]?.slice(0, 3)).toEqual([1, 'SVHTTDL', 'Sở Văn hóa, Thể thao và Du lịch']);
    expect(rows[5]?.at(-1)).toBe(92.57);
    const [mean, before, change] = rows.slice(24, 27).map((row) => [row[2], row.at(-1)]);
    expect([mean, before, change]).toEqual([
      ['Trung bình', 84.31],
      ['Trung bình kỳ trước (đã công bố)', 83.55],
      ['Thay đổi (điểm %)', 0.76],
    ]);
  });

  test('carry the label of the demonstration in the head', () => {
    expect(rows[1]?.[0]).toMatch(/^Sở, ban, ngành · Bình Dương .* SỐ LIỆU MINH HỌA \/ DEMONSTRATION DATA$/);
  });
});

test('the communes by field have English names and headers in English', () => {
  const rows = valuesOf(renderByField(viewOf('xa'), english, 'CURRENT'));
  expect(rows[4]?.slice(0, 4)).toEqual([
    'Rank',
    'Unit code',
    'Unit',
    '1. Direction and administration of the reform (of\u00a011)',
  ]);
  expect(rows[5]?.slice(0, 3)).toEqual([1, '25760', 'Hòa Phú Ward']);
  expect(rows[5]?.at(-1)).toBe(97.67);
});

describe('the criteria of the departments', () => {
  const content = renderCriteriaAnalysis(viewOf('so'), vietnamese, '');
  const rows = valuesOf(content);

  test('name the thresholds of the Settings tab', () => {
    expect(rows[3]?.[0]).toContain('Đạt thấp: dưới 80 %; chênh lệch lớn: độ lệch chuẩn từ 30 điểm %.');
  });

  test('point out initiatives as low and divisive, with the over-claims of the self-assessment', () => {
    const row = rows.find(([code]) => code === '1.5');
    expect(row?.slice(1, 6)).toEqual([
      'Sáng kiến trong CCHC',
      '1. Công tác chỉ đạo, điều hành CCHC',
      'đạt thấp; chênh lệch lớn',
      2,
      50,
    ]);
    expect(row?.slice(13, 16)).toEqual([3.5, 3, 0]);
  });

  test('show that disbursement does not apply to the inspectorate', () => {
    const band = rowOf(content, 'Tỷ lệ đạt của từng đơn vị (%) (3/4)');
    const column = rows[band + 1]?.indexOf('6.1 Tỷ lệ giải ngân kế hoạch vốn') ?? -1;
    const inspectorate = rows.slice(band).find(([, name]) => name === 'Thanh tra tỉnh');
    expect(inspectorate?.[column]).toBe('–');
  });
});

describe('the profile of Thủ Dầu Một', () => {
  const page = pageOf(renderProfiles(viewOf('huyen'), vietnamese, ''), 'Thành phố Thủ Dầu Một');

  test('shows it first of nine with 96.89, and first in every period before', () => {
    expect(page[2]?.slice(0, 4)).toEqual([1, 'Xuất sắc', 96.89, 87.89]);
    const [title, index, rank] = ['Diễn biến qua các kỳ', 'Chỉ số (%)', 'Hạng'].map((name) =>
      page.find(([first, second]) => first === null && second === name)?.slice(2),
    );
    expect(title).toEqual(['2017', '2018', '2019', '2020', '2021', '2022']);
    expect(index).toEqual([84.58, null, null, null, 95.74, 96.89]);
    expect(rank).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

test('the profile of Tân Uyên tells in English that it rose by two places to second', () => {
  const page = pageOf(renderProfiles(viewOf('huyen'), english, ''), 'Tân Uyên Town');
  expect(page[2]?.slice(0, 3)).toEqual([2, 'Excellent', 91.6]);
  expect(page.find(([, name]) => name === 'Change of the rank')?.at(-1)).toBe(2);
});

test('the profile of An Thạnh tells what the council decided, and why', () => {
  const page = pageOf(renderProfiles(viewOf('xa'), vietnamese, ''), 'Phường An Thạnh');
  expect(page.find(([first]) => first === 'Hội đồng')?.[1]).toBe(
    '1.4: 0 điểm – Không có tài liệu kiểm chứng về tuyên truyền CCHC (tình huống giả định) – Hội đồng thẩm định (giả định)',
  );
});
