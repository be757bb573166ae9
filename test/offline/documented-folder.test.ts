import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { parIndex } from './par-index-process.ts';

const PAGE = join(import.meta.dirname, '../../docs/offline.md');

/** The files that the page shows, by the language of their set's code: what a newcomer copies into a folder. */
async function documentedFiles(): Promise<readonly (readonly [string, string])[]> {
  const page = await readFile(PAGE, 'utf8');
  return [...page.matchAll(/^```csv (\S+)\n(.*?)^```$/gms)].map(([, name = '', text = '']) => [name, text]);
}

async function writeFolder(files: readonly (readonly [string, string])[]): Promise<string> {
  const folder = join(await temporaryFolder(), 'so-lieu');
  await mkdir(folder);
  await Promise.all(files.map(([name, text]) => writeFile(join(folder, name), text)));
  return folder;
}

/** The Vietnamese files come first on the page, then the English ones. */
async function folders(): Promise<readonly [string, string]> {
  const files = await documentedFiles();
  const half = files.length / 2;
  return [await writeFolder(files.slice(0, half)), await writeFolder(files.slice(half))];
}

test('every file of a workbook is shown once in each language', async () => {
  const names = (await documentedFiles()).map(([name]) =>
    name.replace(/(?<=\.)(?:xa|wards)(?=\.csv)/, 'SET'),
  );
  const half = names.slice(0, names.length / 2);
  expect(half).toEqual([
    'settings.csv',
    'groups.csv',
    'units.csv',
    'criteria.SET.csv',
    'marks.appraisal.SET.csv',
    'marks.survey.SET.csv',
    'marks.self-assessment.SET.csv',
    'not-applicable.csv',
    'adjustments.csv',
    'overrides.csv',
    'past-results.csv',
    'predecessors.csv',
    'cases.SET.csv',
  ]);
  expect(names.slice(names.length / 2)).toEqual(half);
});

test('a folder copied from the page checks without a remark and scores, alike in both languages', async () => {
  const [vi, en] = await folders();
  expect((await parIndex('check', vi, '--language', 'vi')).stdout).toBe(
    'Số liệu không có vấn đề nào.\n1 tình huống kiểm thử quy tắc: đạt\n',
  );
  expect((await parIndex('check', en, '--language', 'en')).stdout).toBe(
    'The entries have no issues.\n1 case of the office: passed\n',
  );
  const scored = await Promise.all([vi, en].map((folder) => parIndex('recompute', folder, '--json')));
  const rows = scored.map(({ code, stdout }) => {
    const { groups } = JSON.parse(stdout);
    return [
      code,
      groups[0].units.map((unit: Record<string, unknown>) => [unit['rank'], unit['code'], unit['index']]),
    ];
  });
  const fraction = (numerator: string, denominator: string) => ({ numerator, denominator });
  expect(rows[0]).toEqual([
    0,
    [
      [1, 'HP', { shown: '98.25', exact: fraction('393', '4') }],
      [2, 'PM', { shown: '83.00', exact: fraction('83', '1') }],
      [3, 'TA', { shown: '30.00', exact: fraction('30', '1') }],
    ],
  ]);
  expect(rows[1]).toEqual(rows[0]);
});

test('a decimal comma without quotation marks is never taken for two marks', async () => {
  const [folder] = await folders();
  const marks = join(folder, 'marks.survey.xa.csv');
  await writeFile(marks, (await readFile(marks, 'utf8')).replace('"38,25"', '38,25'));
  const { code, stdout } = await parIndex('check', folder, '--language', 'en');
  expect(code).toBe(1);
  expect(stdout).toContain(
    'marks.survey.xa, C2: “25” stands outside the table: this row has more cells than the header row.',
  );
});

test('a missing file is called by its name, and files that were not read are told', async () => {
  const [folder] = await folders();
  await rename(join(folder, 'units.csv'), join(folder, 'don-vi.csv'));
  const { code, stdout } = await parIndex('check', folder, '--language', 'en');
  expect(code).toBe(1);
  expect(stdout).toContain('The folder has no file units.csv.');
  expect(stdout).toContain('Not read, because their names are not those of a tab: don-vi.csv');
  const refused = await parIndex('recompute', folder, '--language', 'vi');
  expect(refused.stdout).toContain('Không được đọc vì tên không phải là tên của một trang: don-vi.csv');
  await rename(join(folder, 'don-vi.csv'), join(folder, 'units.csv'));
  await rename(join(folder, 'criteria.xa.csv'), join(folder, 'tieu-chi.csv'));
  const unnamed = await parIndex('check', folder, '--language', 'en', '--json');
  expect(JSON.parse(unnamed.stdout)).toMatchObject({
    issues: [{ tab: 'groups', cell: 'C2', remedy: 'Correct the code, or make the file criteria.xa.csv.' }],
  });
  await rename(join(folder, 'tieu-chi.csv'), join(folder, 'criteria.xa.csv'));
  await writeFile(join(folder, 'ghi-chu.csv'), 'x\n');
  expect((await parIndex('check', folder, '--language', 'en')).stdout).toBe(
    'The entries have no issues.\n1 case of the office: passed\n',
  );
});
