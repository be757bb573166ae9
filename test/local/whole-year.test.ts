import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSample } from '../../src/local/sample-workbook.ts';
import { fileOf, type Office, openOffice } from './office.ts';

const SAMPLE = join(import.meta.dirname, '../../sheets-templates/samples/binh-duong-2017');
const [APPRAISAL, SURVEY] = ['Thẩm định – huyen', 'Điều tra xã hội học – huyen'];
const RANKING = 'Xếp hạng – Huyện, thị xã, thành phố';
const UNITS = ['BB', 'BC', 'BTU', 'DA', 'DT', 'PG', 'TA', 'TDM', 'TU'];

let office: Office;
let last: string;
beforeAll(async () => {
  office = await openOffice();
  ({ spreadsheetId: last } = await office.workspace.openSample(await readSample(SAMPLE)));
});
afterAll(() => office.close());

/** Draft, confirmation; the file that was published. */
async function publish(controlId: string, why: string): Promise<string> {
  const dialog = await office.dialog(office.workspace.people.publisher, controlId, 'publish');
  dialog.choose('anyone');
  dialog.type('who', 'Sở Nội vụ');
  dialog.type('why', why);
  await dialog.click('draft');
  if (dialog.isVisible('confirm')) await dialog.click('confirm');
  return fileOf(dialog);
}

async function setUp(period: string): Promise<string> {
  const { publisher, editor } = office.workspace.people;
  const dialog = await office.dialog(publisher, last, 'setup');
  dialog.type('period', period);
  dialog.type('office', editor.email);
  await dialog.click('draft');
  await dialog.click('confirm');
  return fileOf(dialog);
}

test('a whole year as its people play it: from the year before to a published, corrected, withdrawn and verified link', async () => {
  const { publisher, editor: appraiser, reader: staff, outsider } = office.workspace.people;
  // The office sets the year up, and lets those in who enter.
  const year = await setUp('2018');
  await office.share(publisher, year, staff);
  expect(await office.titles(outsider, year)).toBe(403);

  // Staff enter the survey, the appraiser the appraisal, a point more from unit to unit.
  const marks = UNITS.flatMap((unit, place) => [
    { who: staff, at: { tab: SURVEY ?? '', unit, component: 'II' }, value: `${20 + place},5` },
    { who: appraiser, at: { tab: APPRAISAL ?? '', unit, component: 'I' }, value: `${40 + place},25` },
  ]);
  const answers: number[] = [];
  for (const { who, at, value } of marks) {
    // biome-ignore lint/performance/noAwaitInLoops: people type one cell after another
    answers.push(await office.enter(who, year, at, value));
  }
  expect(new Set(answers)).toEqual(new Set([200]));

  // Somebody pastes a mark over the maximum: the check names it, nothing is computed or published from it.
  const first = { tab: APPRAISAL ?? '', unit: 'TDM', component: 'I' };
  await office.enter(appraiser, year, first, '650');
  expect((await office.click(staff, year, 'check')).join('\n')).toContain('650');
  await office.click(staff, year, 'recompute');
  expect(await office.titles(staff, year)).not.toContain(RANKING);
  expect(await publish(year, 'Công bố')).toContain('Số liệu nhập còn lỗi');

  // What the functions write, staff do not write over; the office may.
  const typeIssues = (who: typeof staff) => office.type(who, year, "'Vấn đề cần xử lý'!A1", 'của phòng');
  expect([await typeIssues(staff), await typeIssues(appraiser)]).toEqual([400, 200]);

  // Corrected, computed, published.
  await office.enter(appraiser, year, first, '47,25');
  await office.click(staff, year, 'recompute');
  const results = await publish(year, 'Công bố theo kế hoạch');
  const seen = await office.rows(outsider, results, RANKING);
  expect(seen.slice(5, 14).map((row) => [row[0], row[1], row.at(-2)])).toEqual(
    UNITS.toReversed().map((unit, place) => [String(place + 1), unit, expect.any(String)]),
  );
  expect(await office.type(outsider, results, `'${RANKING}'!A6`, '1')).toBe(403);
  expect([await office.titles(outsider, year), await office.titles(outsider, last)]).toEqual([403, 403]);
  expect(JSON.stringify(await office.call(outsider, 'GET', `v4/spreadsheets/${results}`))).not.toContain(
    year,
  );

  // An appeal is granted: the same link, the old figures in its log.
  await office.enter(appraiser, year, { ...first, unit: 'BB' }, '65');
  expect(await publish(year, 'Theo kết luận phúc khảo')).toContain('Kết quả không còn hiện hành');
  await office.click(appraiser, year, 'recompute');
  expect(await publish(year, 'Theo kết luận phúc khảo')).toBe(results);
  const log = await office.rows(outsider, results, 'Nhật ký đính chính');
  expect(log.find((row) => row[6] === 'BB')?.slice(8, 12)).toEqual(['9', '1', '60,75', '85,50']);
  expect(log.map((row) => row[4])).toContain('Theo kết luận phúc khảo');

  // Withdrawn, opened again, verified; one digit that somebody changes is found.
  const dialog = await office.dialog(publisher, year, 'withdraw');
  dialog.type('who', 'Sở Nội vụ');
  dialog.type('why', 'Rà soát lại');
  await dialog.click('confirm');
  expect(await office.titles(outsider, results)).toBe(403);
  expect(await publish(year, 'Công bố lại')).toBe(results);
  expect((await office.click(appraiser, year, 'verify')).join('\n')).toMatch(
    /GIỐNG HỆT: [\d.]+ ô của lần công bố 3/,
  );
  expect(await office.type(publisher, results, `'${RANKING}'!A6`, '2')).toBe(200);
  expect((await office.click(appraiser, year, 'verify')).join('\n')).toContain(`${RANKING}!A6`);
});
