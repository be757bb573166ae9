import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { parIndex } from './par-index-process.ts';

const DISTRICTS = join(import.meta.dirname, '../../sheets-templates/samples/binh-duong-2017');

test.each([
  [['recompute'], 2, 'Bad argument: recompute. See par-index --help.\n'],
  [['refresh', 'x'], 2, 'Bad argument: refresh. See par-index --help.\n'],
  [['check', 'x', '--out', 'y'], 2, 'Bad argument: check --out. See par-index --help.\n'],
  [['explain', 'x'], 2, 'Bad argument: explain --unit. See par-index --help.\n'],
  [['check', 'x', '--language', 'fr'], 2, 'Bad argument: --language fr. See par-index --help.\n'],
  [['check', '/no/such'], 3, '/no/such was not found; check the path.\n'],
  [
    ['check', 'package.json'],
    3,
    'package.json is not an .xlsx file. In Google Sheets choose File ▸ Download ▸ Microsoft Excel (.xlsx), or give a folder of CSV files.\n',
  ],
  [['sample', 'ha-noi'], 2, 'There is no sample ha-noi. The samples are: binh-duong-2017, tay-ninh-2023\n'],
])('%j ends with code %i and one sentence', async (args, code, stderr) => {
  expect(await parIndex(...args)).toEqual({ code, stdout: '', stderr });
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
