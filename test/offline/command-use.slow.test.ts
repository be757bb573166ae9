import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { parIndex } from './par-index-process.ts';

const ROOT = join(import.meta.dirname, '../..');
const DISTRICTS = join(ROOT, 'sheets-templates/samples/binh-duong-2017');
const SAMPLE_2022 = join(ROOT, 'sheets-templates/samples/binh-duong-2022');

test.each([
  [
    ['recompute'],
    2,
    'The command recompute lacks the name of a file or folder; see par-index recompute --help.\n',
  ],
  [
    ['refresh', 'x', '--language', 'vi'],
    2,
    'Tham số không hợp lệ: không có lệnh refresh. Xem par-index --help.\n',
  ],
  [['refresh', 'x'], 2, 'Bad argument: there is no command refresh. See par-index --help.\n'],
  [['check', 'x', '--out', 'y'], 2, 'Bad argument: check does not take --out. See par-index check --help.\n'],
  [['explain', 'x'], 2, 'Bad argument: --unit is needed. See par-index explain --help.\n'],
  [['new', 'x.xlsx'], 2, 'Bad argument: --period is needed. See par-index new --help.\n'],
  [
    ['check', 'x', '--language', 'fr'],
    2,
    'Bad argument: --language fr must be vi or en. See par-index --help.\n',
  ],
  [['check', '/no/such'], 3, '/no/such was not found; check the path.\n'],
  [
    ['check', 'package.json'],
    3,
    'package.json is not an .xlsx file. In Google Sheets choose File ▸ Download ▸ Microsoft Excel (.xlsx).\n',
  ],
  [
    ['sample', 'ha-noi'],
    2,
    'There is no sample ha-noi. The samples are: binh-duong-2017, binh-duong-2022, tay-ninh-2023\n',
  ],
])('%j ends with code %i and one sentence', async (args, code, stderr) => {
  expect(await parIndex(...args)).toEqual({ code, stdout: '', stderr });
});

test('a folder without tables is said to hold none, with the .xlsx that lies in it; one CSV file is said to be one tab', async () => {
  const folder = await temporaryFolder();
  const failed = async (path: string, language: string) => {
    const { code, stdout, stderr } = await parIndex('check', path, '--language', language);
    return [code, stdout, stderr];
  };
  expect(await failed(folder, 'en')).toEqual([
    3,
    '',
    `The folder ${folder} holds no CSV file of a control workbook (settings.csv, groups.csv, units.csv …); check the path. docs/offline.md shows each file.\n`,
  ]);
  await writeFile(join(folder, 'cham-diem.xlsx'), '');
  await writeFile(join(folder, '~$cham-diem.xlsx'), '');
  expect(await failed(folder, 'vi')).toEqual([
    3,
    '',
    `Trong thư mục ${folder} không có tệp CSV nào của một bảng tính chấm điểm, nhưng có tệp .xlsx; có phải ý bạn là ${join(folder, 'cham-diem.xlsx')}?\n`,
  ]);
  const units = join(DISTRICTS, 'units.csv');
  expect(await failed(units, 'en')).toEqual([
    3,
    '',
    `${units} is one tab of a workbook only; give the folder that holds all CSV files of it.\n`,
  ]);
});

test('entries with errors and --out: it is told what was written, old results only where there were any, and what to do', async () => {
  const parent = await temporaryFolder();
  const [input, out] = [join(parent, 'so'), join(parent, 'moi')];
  await cp(DISTRICTS, input, { recursive: true });
  const marks = join(input, 'marks.appraisal.huyen.csv');
  const sound = await readFile(marks, 'utf8');
  const lastLine = async (to: string) => {
    const { code, stdout } = await parIndex('recompute', input, '--out', to, '--language', 'en');
    return [code, stdout.trimEnd().split('\n').at(-1)];
  };
  await writeFile(marks, sound.replace('"51,75"', '"hỏng"'));
  expect(await lastLine(out)).toEqual([
    1,
    `The entries have errors and were not scored. Written: ${out}, with the errors in its tab “Issues”. Correct them, then run it again.`,
  ]);
  await writeFile(marks, sound);
  expect((await parIndex('recompute', input, '--out', input)).code).toBe(0);
  await writeFile(marks, sound.replace('"51,75"', '"hỏng"'));
  expect(await lastLine(input)).toEqual([
    1,
    `The entries have errors and were not scored. Written: ${input}, with the errors in its tab “Issues”; old results were kept and marked as not current. Correct them, then run it again.`,
  ]);
});

test('files that cannot be read are all told at once, each with its line', async () => {
  const folder = join(await temporaryFolder(), 'so');
  await cp(DISTRICTS, folder, { recursive: true });
  await writeFile(join(folder, 'units.csv'), Buffer.from([0x4d, 0xe3, 0x0a, 0xd0, 0x41]));
  await writeFile(join(folder, 'groups.csv'), '"Mã nhóm,Tên\n');
  const { code, stderr } = await parIndex('check', folder);
  expect(code).toBe(3);
  expect(
    stderr
      .split('\n')
      .slice(1, 3)
      .toSorted((a, b) => (a < b ? -1 : 1)),
  ).toEqual([
    expect.stringMatching(/^groups\.csv:\d+: A quotation mark is not closed/),
    'units.csv:1: The file is not UTF-8 text. Save it as “CSV UTF-8”.',
  ]);
  await mkdir(join(folder, 'marks.self-assessment.huyen.csv'));
  expect((await parIndex('check', folder)).stderr).toContain(
    'marks.self-assessment.huyen.csv: This is a folder',
  );
});

test.each([
  ['--help', 'vi', '  par-index check ĐẦU_VÀO                      liệt kê mọi ô cần sửa, không ghi gì'],
  [
    '--help',
    'en',
    '  par-index compare A B                      where two workbooks or two result.json differ',
  ],
  ['--help', 'VI', '  par-index check ĐẦU_VÀO                      liệt kê mọi ô cần sửa, không ghi gì'],
])('%s prints the commands in the language %s', async (option, language, line) => {
  const { code, stdout } = await parIndex(option, '--language', language);
  expect(code).toBe(0);
  expect(stdout.split('\n')).toContain(line);
});

test('every command has a page of help of its own, and no command at all is a wrong use', async () => {
  const pages = await Promise.all(
    ['recompute', 'check', 'explain', 'compare', 'sample'].map((command) => parIndex(command, '--help')),
  );
  expect(pages.map(({ code, stdout }) => [code, stdout.split(' ').slice(0, 2).join(' ')])).toEqual([
    [0, 'par-index recompute'],
    [0, 'par-index check'],
    [0, 'par-index explain'],
    [0, 'par-index compare'],
    [0, 'par-index sample'],
  ]);
  expect((await parIndex()).code).toBe(2);
});

test('three runs at once on one folder all end well, one after the other, and leave nothing behind', async () => {
  const parent = await temporaryFolder();
  const folder = join(parent, 'so');
  await cp(DISTRICTS, folder, { recursive: true });
  const ended = await Promise.all([1, 2, 3].map(() => parIndex('recompute', folder, '--out', folder)));
  expect(ended.map(({ code, stderr }) => [code, stderr])).toEqual([
    [0, ''],
    [0, ''],
    [0, ''],
  ]);
  const log = (await readFile(join(folder, 'run-log.csv'), 'utf8')).trim().split('\r\n').slice(5);
  expect(log.map((line) => line.split(',')[0])).toEqual(['1', '2', '3']);
  expect(await readdir(parent)).toEqual(['so']);
});

test('the lock of a run that was killed does not stop the next one', async () => {
  const parent = await temporaryFolder();
  const folder = join(parent, 'so');
  await cp(DISTRICTS, folder, { recursive: true });
  await mkdir(join(parent, '.so.par-index.lock'));
  await writeFile(join(parent, '.so.par-index.lock', 'pid'), '4194303');
  expect((await parIndex('recompute', folder, '--out', folder)).code).toBe(0);
  expect(await readdir(parent)).toEqual(['so']);
});

test('a folder that holds tables of another workbook is not written into', async () => {
  const folder = join(await temporaryFolder(), 'khac');
  await cp(join(DISTRICTS, '../tay-ninh-2023'), folder, { recursive: true });
  const before = await readdir(folder);
  const { code, stderr } = await parIndex('recompute', DISTRICTS, '--out', folder);
  expect({ code, stderr }).toEqual({
    code: 3,
    stderr: `The folder ${folder} already holds tables of another workbook; choose a new folder for --out.\n`,
  });
  expect(await readdir(folder)).toEqual(before);
});

test('a reader that ends early, such as head, ends the command without a word', async () => {
  const args = ['--import', 'tsx', 'src/offline/main.ts', 'explain', SAMPLE_2022, '--unit', '25760'];
  const command = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  command.stdout.destroy();
  const [stderr, [code]] = await Promise.all([text(command.stderr), once(command, 'exit')]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('explain says of what does not apply by its own rule why, and names no approval that nobody gave', async () => {
  const { stdout } = await parIndex('explain', SAMPLE_2022, '--unit', '25849', '--language', 'vi');
  const lines = stdout.split('\n');
  const row = lines.findIndex((line) => /^\s+3\.5\.1 /.test(line));
  expect(lines[row]).toMatch(/không áp dụng\s+thẩm định\s+0\s+0 \/ 3$/);
  expect(lines[row + 1]?.trim()).toBe('↳ 0/0 → không có gì để tính → không áp dụng');
});
