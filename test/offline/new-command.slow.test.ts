import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWorkbook } from '../../src/jobs/read-workbook.ts';
import { openWorkbook } from '../../src/offline/files/open-workbook.ts';
import { unpack } from '../../src/offline/xlsx/zip.ts';
import { parseFurther } from '../../src/workbook/further-tabs.ts';
import { parseControlWorkbook } from '../../src/workbook/parse-control-workbook.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { parIndex } from './par-index-process.ts';

const SAMPLES = join(import.meta.dirname, '../../sheets-templates/samples');
const DISTRICTS = join(SAMPLES, 'binh-duong-2017');

async function read(path: string) {
  const { spreadsheet } = await openWorkbook(path);
  const workbook = await readWorkbook(spreadsheet);
  const input = parseControlWorkbook(workbook.inputs);
  if (!input.ok) throw new Error(JSON.stringify(input.issues));
  return {
    ...workbook,
    input: input.value,
    issues: input.issues,
    further: parseFurther(workbook.inputs, input.value),
  };
}

test('a year goes on from last year: units and criteria stay, its results become past ones, nothing is entered', async () => {
  const path = join(await temporaryFolder(), 'so-2018.xlsx');
  const ended = await parIndex('new', path, '--period', '2018', '--from', DISTRICTS, '--language', 'vi');
  expect(ended).toEqual({
    code: 0,
    stdout: `Đã tạo ${path}: 1 bộ tiêu chí, 1 nhóm, 9 đơn vị, 9 kết quả các kỳ trước.\n`,
    stderr: '',
  });
  const { structure, input, issues, further } = await read(path);
  expect(issues).toEqual([]);
  expect(structure.sheets.map(({ title, hidden }) => (hidden ? `(${title})` : title))).toEqual([
    'Hướng dẫn',
    'Cài đặt',
    'Nhóm xếp hạng',
    'Đơn vị',
    'Tiêu chí – huyen',
    'Tự đánh giá – huyen',
    'Thẩm định – huyen',
    'Điều tra xã hội học – huyen',
    'Không áp dụng',
    'Điểm thưởng, điểm phạt',
    'Quyết định của Hội đồng',
    'Đơn vị tiền thân',
    'Kết quả các kỳ trước',
    '(Kiểm thử quy tắc – huyen)',
    '(par.lists)',
  ]);
  expect([input.settings.period, input.units.length, input.assessments]).toEqual(['2018', 9, []]);
  expect(further.ok && further.value.history.results[0]).toMatchObject({
    period: '2017',
    unitId: 'TDM',
    groupId: 'huyen',
    rank: 1,
    index: { numerator: 4229n, denominator: 50n },
  });
});

test('a new workbook can be filled and computed', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'so-2018.xlsx');
  await parIndex('new', path, '--period', '2018', '--from', DISTRICTS, '--language', 'vi');
  const { spreadsheet } = await openWorkbook(path);
  const { inputs, structure } = await readWorkbook(spreadsheet);
  const changes = inputs.flatMap(({ key, title, grid }) => {
    if (key.kind !== 'marks' || key.stage === 'self-assessment') return [];
    const sheetId = structure.sheets.find((sheet) => sheet.title === title)?.sheetId ?? -1;
    return grid.flatMap((cells, row) =>
      row < 5 || cells[0] === null || cells[0] === undefined
        ? []
        : [{ kind: 'write-cells' as const, sheetId, row, column: 3, rows: [[{ value: 20 + row }]] }],
    );
  });
  await spreadsheet.commit({ version: 2, runId: 'staff', changes });
  const { code, stdout } = await parIndex('recompute', path, '--out', path, '--language', 'vi');
  expect([code, stdout.includes('Bình Dương · Kỳ đánh giá 2018')]).toEqual([0, true]);
  expect((await read(path)).standing.get('ranking.huyen')?.grid.flat()).toEqual(
    expect.arrayContaining(['TDM', 'Thành phố Thủ Dầu Một']),
  );
});

test('figures of last year are those that its ranking shows, also where somebody changed an entry since', async () => {
  const folder = await temporaryFolder();
  const last = join(folder, 'so-2017');
  await parIndex('recompute', DISTRICTS, '--out', last);
  const marks = join(last, 'marks.appraisal.huyen.csv');
  await writeFile(marks, (await readFile(marks, 'utf8')).replace('51,75', '41,75'));
  const path = join(folder, 'so-2018.xlsx');
  await parIndex('new', path, '--period', '2018', '--from', last);
  const { further } = await read(path);
  const results = further.ok ? further.value.history.results : [];
  expect(results.find(({ unitId }) => unitId === 'TDM')).toMatchObject({ rank: 1 });
});

test('a set from a file takes the place of last year’s, and is refused while it has errors', async () => {
  const folder = await temporaryFolder();
  const table = (maximum: string) =>
    `Set version,2018\nCode,Parent code,Name,Maximum,Basis,Rule,Parameters,Scoring text\nI,,Appraisal,${maximum},Appraisal,,,as judged\nII,,Survey,40,Survey,,,as surveyed\n`;
  await writeFile(join(folder, 'criteria.huyen.csv'), table('60'));
  await writeFile(join(folder, 'broken.csv'), table('sixty'));
  const path = join(folder, 'new.xlsx');
  const args = ['new', path, '--period', '2018', '--from', DISTRICTS];
  const refused = await parIndex(...args, '--criteria', `huyen=${join(folder, 'broken.csv')}`);
  expect([refused.code, refused.stdout]).toEqual([1, expect.stringContaining('broken.csv, D3')]);
  const same = ['--criteria', `huyen=${join(folder, 'broken.csv')}`];
  const twice = await parIndex(...args, ...same, '--criteria', join(folder, 'criteria.huyen.csv'));
  expect(twice.stdout).toContain(
    '2 tabs are recognised as one and the same: “broken.csv”, “criteria.huyen.csv”.',
  );
  await expect(readFile(path)).rejects.toThrow('ENOENT');
  const made = await parIndex(...args, '--criteria', join(folder, 'criteria.huyen.csv'));
  expect([made.code, made.stdout]).toEqual([
    0,
    expect.stringContaining('The maximum is 60; in the version before it was 65.'),
  ]);
  expect(made.stdout).toContain('\nhuyen: ');
  const { input } = await read(path);
  expect(input.sets.map(({ id, version }) => [id, version])).toEqual([['huyen', '2018']]);
  expect(input.sets[0]?.fields.map((field) => field.kind === 'component' && field.maxScore)).toEqual([
    60e6, 40e6,
  ]);
});

test('without last year there is a group for each set, and the workbook says what is still missing', async () => {
  const folder = await temporaryFolder();
  await cp(join(DISTRICTS, 'criteria.huyen.csv'), join(folder, 'huyen.csv'));
  const path = join(folder, 'new.xlsx');
  const args = [
    'new',
    path,
    '--period',
    '2018',
    '--province',
    'Tỉnh thử',
    '--criteria',
    join(folder, 'huyen.csv'),
  ];
  const { code, stdout } = await parIndex(...args, '--json', '--language', 'en');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    format: 'par-index-new/1',
    sets: 1,
    groups: 1,
    units: 0,
    results: 0,
  });
  const titles = (await openWorkbook(path)).spreadsheet.readStructure();
  expect((await titles).sheets.map(({ title }) => title).slice(0, 2)).toEqual(['Guide', 'Settings']);
});

test('a new file has notes, drop-downs, highlights, protection and page formats', async () => {
  const path = join(await temporaryFolder(), 'new.xlsx');
  await parIndex('new', path, '--period', '2018', '--from', DISTRICTS, '--language', 'vi');
  const parts = [...unpack(await readFile(path), path)].map(([name, bytes]) => [
    name,
    new TextDecoder().decode(bytes),
  ]);
  const all = (pattern: RegExp) => parts.filter(([, xml = '']) => pattern.test(xml)).length;
  expect(all(/<dataValidation /)).toBeGreaterThan(8);
  expect(all(/<conditionalFormatting /)).toBe(3);
  expect(all(/<sheetProtection /)).toBe(3);
  expect(all(/<comment /)).toBe(13);
  expect(all(/<pageSetup /)).toBe(14);
});

test.each([
  [['new', 'x.csv', '--period', '1'], 2, 'a new workbook is made as an .xlsx file'],
  [['new', 'x.xlsx'], 2, 'Bad argument: --period is needed'],
  [
    ['new', 'package.json.xlsx', '--period', '2017', '--from', DISTRICTS],
    2,
    'Period 2017 has results in last year’s workbook already',
  ],
])('%j ends with code %i and says why', async (args, code, sentence) => {
  const ended = await parIndex(...args);
  expect([ended.code, ended.stderr]).toEqual([code, expect.stringContaining(sentence)]);
});
