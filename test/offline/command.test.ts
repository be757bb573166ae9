import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { parIndex } from './par-index-process.ts';

const ROOT = join(import.meta.dirname, '../..');
const SAMPLES = join(ROOT, 'sheets-templates/samples');
const DISTRICTS = join(SAMPLES, 'binh-duong-2017');
const DEPARTMENTS = join(SAMPLES, 'tay-ninh-2023');

function cellsOf(stdout: string, name: string): readonly string[] | undefined {
  return stdout
    .split('\n')
    .find((line) => line.includes(name))
    ?.trim()
    .split(/\s{2,}/);
}

/** A sample with one mark typed over. */
async function edited(from: string, to: string): Promise<string> {
  const folder = join(await temporaryFolder(), 'so');
  await cp(DISTRICTS, folder, { recursive: true });
  const file = join(folder, 'marks.appraisal.huyen.csv');
  await writeFile(file, (await readFile(file, 'utf8')).replace(from, to));
  return folder;
}

test('recompute prints the ranking of a CSV folder and writes every tab, notes and result.json', async () => {
  const out = join(await temporaryFolder(), 'kết quả');
  const { code, stdout } = await parIndex('recompute', DISTRICTS, '--out', out, '--language', 'vi');
  expect(code).toBe(0);
  expect(cellsOf(stdout, 'Thành phố Thủ Dầu Một')).toEqual([
    '1',
    'TDM',
    'Thành phố Thủ Dầu Một',
    '51,75',
    '32,83',
    '84,58',
    '84,58',
  ]);
  expect(cellsOf(stdout, 'Trung bình')).toEqual(['Trung bình', '78,39']);
  expect((await readdir(out)).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
    'announcement.csv',
    'by-field.huyen.csv',
    'criteria-analysis.huyen.csv',
    'criteria.huyen.csv',
    'groups.csv',
    'issues.csv',
    'marks.appraisal.huyen.csv',
    'marks.survey.huyen.csv',
    'par-index.json',
    'profiles.huyen.csv',
    'ranking.huyen.csv',
    'result.json',
    'run-log.csv',
    'settings.csv',
    'summary.csv',
    'units.csv',
  ]);
  const ranking = await readFile(join(out, 'ranking.huyen.csv'), 'utf8');
  expect(ranking).toContain('\r\n1,"TDM","Thành phố Thủ Dầu Một",51.75,32.83,84.58,84.58\r\n');
  const again = await parIndex('recompute', out, '--out', out);
  expect(again.code).toBe(0);
  expect((await readFile(join(out, 'run-log.csv'), 'utf8')).split('\r\n')[6]).toContain('kết quả không đổi');
});

test('a sample as .xlsx is accepted by recompute, which prints its ranking and writes both files', async () => {
  const folder = await temporaryFolder();
  const [input, output] = [join(folder, 'mau.xlsx'), join(folder, 'ket-qua.xlsx')];
  expect(await parIndex('sample', 'tay-ninh-2023', '--xlsx', '--out', input)).toEqual({
    code: 0,
    stdout: `Sample tay-ninh-2023 was made: ${input}\n`,
    stderr: '',
  });
  const before = await readFile(input);
  const { code, stdout } = await parIndex('recompute', input, '--out', output);
  expect(code).toBe(0);
  expect(cellsOf(stdout, 'TTT ')?.slice(-6)).toEqual(['69.00', '69.00', '71.50', '96.50', 'Good', '0.35']);
  const lines = stdout.split('\n');
  expect(lines[lines.findIndex((line) => line.includes('TTT ')) + 1]).toBe(
    '      ↳ Not applicable: B, C (28.5 points)',
  );
  expect(stdout).toContain(`Written: ${output}, ${join(folder, 'ket-qua.result.json')}\n`);
  expect(await readFile(input)).toEqual(before);
  expect((await readdir(folder)).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
    'ket-qua.result.json',
    'ket-qua.xlsx',
    'mau.xlsx',
  ]);
});

test('recompute --json prints the same document as result.json; without --out nothing is written', async () => {
  const folder = await temporaryFolder();
  const input = join(folder, 'so');
  await cp(DISTRICTS, input, { recursive: true });
  const before = await readdir(input);
  const { code, stdout } = await parIndex('recompute', input, '--json');
  expect(code).toBe(0);
  const { groups, scoreboard, ...rest } = JSON.parse(stdout);
  expect(rest).toEqual({
    format: 'par-index-result/1',
    province: 'Bình Dương',
    period: '2017',
    language: 'vi',
    status: 'official',
    settings: { decimals: 2, rounding: 'half-up', notApplicable: 'block' },
    issues: [],
    entriesHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    resultsHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(groups[0].mean).toEqual({ shown: '78.39', exact: { numerator: '70549', denominator: '900' } });
  expect(groups[0].units[0]).toEqual({
    rank: 1,
    tied: false,
    code: 'TDM',
    name: 'Thành phố Thủ Dầu Một',
    nameEn: 'Thủ Dầu Một City',
    level: 'Huyện',
    points: '84.58',
    attainable: '100',
    total: '84.58',
    index: { shown: '84.58', exact: { numerator: '4229', denominator: '50' } },
    note: '',
  });
  expect(scoreboard.groups[0].ranked).toHaveLength(9);
  expect([await readdir(input), await readdir(folder)]).toEqual([before, ['so']]);
});

test('entries with errors: check lists them with tab and cell, recompute refuses, and an old result.json goes', async () => {
  const folder = await edited('"51,75"', '66');
  const issue = {
    severity: 'error',
    code: 'over-max',
    tab: 'marks.appraisal.huyen',
    cell: 'C9',
    problem: '66 is above the maximum of 65.',
    remedy: 'Enter a mark from 0 to 65, or correct the maximum in the Criteria tab.',
  };
  const checked = await parIndex('check', folder, '--json');
  expect({ ...checked, stdout: JSON.parse(checked.stdout) }).toEqual({
    code: 1,
    stdout: {
      format: 'par-index-issues/1',
      errors: 1,
      warnings: 0,
      issues: [issue],
      cases: { passed: 0, failed: 0 },
    },
    stderr: '',
  });
  const out = join(await temporaryFolder(), 'ra');
  expect((await parIndex('recompute', DISTRICTS, '--out', out)).code).toBe(0);
  const file = 'marks.appraisal.huyen.csv';
  await writeFile(join(out, file), await readFile(join(folder, file)));
  const refused = await parIndex('recompute', out, '--out', out, '--language', 'vi');
  expect(refused.code).toBe(1);
  expect(refused.stdout).toMatch(/^Lỗi · marks\.appraisal\.huyen, C9: Điểm 66 vượt điểm tối đa 65\. /);
  expect(await readdir(out)).not.toContain('result.json');
  expect(await readFile(join(out, 'ranking.huyen.csv'), 'utf8')).toContain('\n"KHÔNG CÒN HIỆN HÀNH · ');
});

test('explain prints a unit’s place with its reason and every criterion with mark, source and what did not apply', async () => {
  const { code, stdout } = await parIndex(
    'explain',
    DEPARTMENTS,
    '--unit',
    'TTT',
    '--language',
    'vi',
    '--json',
  );
  expect(code).toBe(0);
  const { rows, summary } = JSON.parse(stdout);
  expect(summary).toEqual([
    'TTT · Thanh tra tỉnh',
    'Hạng 2 trong 19 đơn vị · Chỉ số 96,50 % · Tốt',
    'Chỉ số chính xác: 13800/143 %',
    'Điểm đạt 69 trên 71,5 điểm áp dụng (thang đầy đủ 100)',
    'Vì sao: Không áp dụng: B, C (28,5 điểm)',
  ]);
  expect(
    rows.map(({ code: row, mark, source, earned, attainable }: Record<string, string>) => [
      row,
      mark,
      source,
      earned,
      attainable,
    ]),
  ).toEqual([
    ['A', '69', 'thẩm định', '69', '71,5 / 71,5'],
    ['B', 'không áp dụng', 'thẩm định', '0', '0 / 25'],
    ['C', 'không áp dụng', 'thẩm định', '0', '0 / 3,5'],
  ]);
  const unknown = await parIndex('explain', DEPARTMENTS, '--unit', 'XYZ');
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toMatch(/^No unit has the code XYZ\. The codes are: VPUBND, TTT, /);
});

test('compare tells which mark differs, who moved and why, between a result.json and a workbook', async () => {
  const folder = await temporaryFolder();
  await parIndex('recompute', DISTRICTS, '--out', join(folder, 'cu'));
  const result = join(folder, 'cu', 'result.json');
  const changed = await edited('"51,75"', '"48,00"');
  const { code, stdout } = await parIndex('compare', result, changed, '--json');
  expect(code).toBe(1);
  const { a, b, ...rest } = JSON.parse(stdout);
  expect(a.resultsHash).not.toBe(b.resultsHash);
  const place = (rank: number, index: string, exactIndex: string) => ({
    group: 'huyen',
    class: null,
    rank,
    index,
    exactIndex,
  });
  expect(rest).toEqual({
    format: 'par-index-comparison/1',
    sameEntries: false,
    sameResults: false,
    marks: [
      {
        unit: 'TDM',
        component: 'I',
        before: { mark: '51.75', stage: 'appraisal', earned: '51.75' },
        after: { mark: '48', stage: 'appraisal', earned: '48' },
      },
    ],
    adjustments: [],
    yearOnYear: null,
    units: [
      {
        unit: 'TU',
        name: 'Thị xã Tân Uyên',
        before: { name: 'Thị xã Tân Uyên', ...place(2, '82.00', '82/1') },
        after: { name: 'Thị xã Tân Uyên', ...place(1, '82.00', '82/1') },
      },
      {
        unit: 'TDM',
        name: 'Thành phố Thủ Dầu Một',
        before: { name: 'Thành phố Thủ Dầu Một', ...place(1, '84.58', '4229/50') },
        after: { name: 'Thành phố Thủ Dầu Một', ...place(2, '80.83', '8083/100') },
      },
    ],
    reasons: [
      { unit: 'TU', rank: { before: 2, after: 1 }, parts: [], noLongerAhead: ['TDM'], nowAhead: [] },
      {
        unit: 'TDM',
        rank: { before: 1, after: 2 },
        parts: [{ kind: 'component', component: 'I', change: '-3.750000' }],
        noLongerAhead: [],
        nowAhead: ['TU'],
      },
    ],
  });
  const same = await parIndex('compare', result, DISTRICTS);
  expect({ code: same.code, lines: same.stdout.trim().split('\n').slice(-2) }).toEqual({
    code: 0,
    lines: ['Both have the same entries.', 'Both have the same results.'],
  });
  const text = await readFile(result, 'utf8');
  await writeFile(result, text.replace('"earned": 51750000', '"earned": 51760000'));
  const altered = await parIndex('compare', result, DISTRICTS);
  expect(altered).toEqual({
    code: 3,
    stdout: '',
    stderr: `The figures in ${result} do not have the results hash that it states: the file was altered.\n`,
  });
});

test('sample without a name lists the samples, and with one writes a folder that check accepts', async () => {
  expect((await parIndex('sample')).stdout).toBe('binh-duong-2017\nbinh-duong-2022\ntay-ninh-2023\n');
  const folder = join(await temporaryFolder(), 'mau');
  expect((await parIndex('sample', 'binh-duong-2017', '--out', folder)).code).toBe(0);
  expect(await parIndex('check', folder)).toEqual({
    code: 0,
    stdout: 'The entries have no issues.\n',
    stderr: '',
  });
  expect((await parIndex('sample', 'binh-duong-2017', '--out', folder)).code).toBe(3);
});
