import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeBinhDuong2022 } from '../../sheets-templates/sample-makers/binh-duong-2022/workbook-files.ts';
import { analysePeriod } from '../../src/engine/analysis/analyse-period.ts';
import { scorePeriod } from '../../src/engine/score-period.ts';
import { readSampleFolder, recomputeIn, sampleSpreadsheet } from '../jobs/sample.ts';

const NAME = 'binh-duong-2022';
const FOLDER = join(import.meta.dirname, '../../sheets-templates/samples', NAME);

const { input, beside } = await readSampleFolder(NAME);
const results = beside.further?.history.results ?? [];
const analysis = analysePeriod(input, scorePeriod(input), { results, links: [] });

describe('the workbook of the sample', () => {
  test('its files are what the generator gives, to the letter', async () => {
    const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.csv'));
    const committed = await Promise.all(
      names.map(async (name) => [name.normalize('NFC'), await readFile(join(FOLDER, name), 'utf8')] as const),
    );
    expect(Object.fromEntries(committed)).toEqual(Object.fromEntries(makeBinhDuong2022()));
  });

  test('a recompute meets one warning and no error, and all rule cases of the office pass', async () => {
    const spreadsheet = await sampleSpreadsheet(NAME);
    const { outcome } = await recomputeIn(spreadsheet);
    expect(outcome.kind).toBe('recomputed');
    expect(outcome.kind === 'recomputed' && outcome.issues.map(({ code }) => code)).toEqual([
      'part-exceeds-whole',
    ]);
    expect(spreadsheet.grid('Vấn đề cần xử lý')[1]).toEqual(['Kiểm thử quy tắc: 15 đạt, 0 không đạt']);
  });

  test('every ranking and the summary say in their heads that the data is a demonstration', async () => {
    const spreadsheet = await sampleSpreadsheet(NAME);
    await recomputeIn(spreadsheet);
    const titles = spreadsheet.structure().sheets.map(({ title }) => title);
    const written = titles.filter((title) => title.startsWith('Xếp hạng') || title === 'Tổng hợp');
    expect(written).toHaveLength(4);
    for (const title of written) {
      expect(spreadsheet.grid(title)[1]?.[0]).toMatch(/SỐ LIỆU MINH HỌA \/ DEMONSTRATION DATA$/);
    }
    expect(titles.indexOf('Ghi chú dữ liệu mẫu – About this sample')).toBeLessThan(2);
  });

  test('every tab of criteria and marks, every invented reason and every invented result is labelled', async () => {
    const spreadsheet = await sampleSpreadsheet(NAME);
    const titles = spreadsheet.structure().sheets.map(({ title }) => title);
    const ofSets = titles.filter((title) =>
      /^(Tiêu chí|Tự đánh giá|Thẩm định|Điều tra|Kiểm thử)/.test(title),
    );
    expect(ofSets).toHaveLength(15);
    expect(ofSets.filter((title) => !title.endsWith('-minh-hoa'))).toEqual([]);
    const reasons = [...input.exemptions, ...(input.overrides ?? []), ...(input.adjustments ?? [])];
    expect(reasons.length).toBeGreaterThan(10);
    expect(reasons.filter(({ reason }) => !reason.includes('giả định'))).toEqual([]);
    const lastYear = results.filter(({ period }) => period === '2021');
    expect(lastYear).toHaveLength(119);
    expect(lastYear.filter(({ setVersion }) => setVersion?.includes('giả định') !== true)).toEqual([]);
    expect(input.sets.every(({ version }) => version?.includes('giả định') === true)).toBe(true);
  });
});

describe('what the analysis has to show', () => {
  test('in every group a few criteria are low everywhere, a few divide the units, and most are neither', () => {
    for (const { low, divisive, statistics } of analysis.groups) {
      const components = statistics.criteria.filter(({ isComponent }) => isComponent).length;
      expect([low.length > 4, low.length < components / 2]).toEqual([true, true]);
      expect([divisive.length > 0, divisive.length < components / 4]).toEqual([true, true]);
    }
  });

  test('most units claim more than the appraisers find, and now and then somebody claims less', () => {
    const claims = analysis.groups.flatMap(({ claims: { byUnit } }) => [...byUnit.values()]);
    expect(claims.filter(({ overClaim }) => overClaim > 0).length).toBeGreaterThan(claims.length / 2);
    expect(claims.some(({ raised }) => raised > 0)).toBe(true);
    expect(claims.every(({ kept, lowered }) => kept > lowered)).toBe(true);
  });

  test('one commune was late: no self-assessment, a penalty; of others single rows are empty for want of evidence', () => {
    const own = input.assessments.filter(({ stage }) => stage === 'self-assessment');
    const silent = input.units.filter(({ id }) => !own.some(({ unitId }) => unitId === id));
    expect(silent.map(({ id }) => id)).toEqual(['25861']);
    expect(
      input.adjustments?.some(({ unitId, reason }) => unitId === '25861' && reason.includes('chậm')),
    ).toBe(true);
    const appraised = (unitId: string) =>
      input.assessments.find((each) => each.unitId === unitId && each.stage === 'appraisal');
    const rowsEmpty = own.map(
      ({ unitId, declared }) => (appraised(unitId)?.declared?.size ?? 0) - (declared?.size ?? 0),
    );
    const inAll = rowsEmpty.reduce((sum, count) => sum + count, 0);
    expect([inAll > 10, Math.max(...rowsEmpty) < 5]).toEqual([true, true]);
  });

  test('of five departments something does not apply, with a reason and who approved it', () => {
    expect(new Set(input.exemptions.map(({ unitId }) => unitId)).size).toBe(5);
    expect(input.exemptions.every(({ reason, approvedBy }) => reason !== '' && approvedBy !== '')).toBe(true);
  });
});
