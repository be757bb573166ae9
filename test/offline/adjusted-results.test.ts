import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { parIndex } from './par-index-process.ts';

type Files = Readonly<Record<string, string>>;

/** A set of 60 appraised and 40 surveyed points. */
async function folderOf(files: Files): Promise<string> {
  const folder = join(await temporaryFolder(), 'so-lieu');
  await mkdir(folder);
  const all: Files = {
    groups: 'Group code,Group name,Criteria set\ng,G,s\n',
    'criteria.s':
      'Code,Parent code,Name,Maximum,Basis\n1,,F1,60,\n1.1,1,a,40,Appraisal\n1.2,1,b,20,Appraisal\n2,,S,40,Survey\n',
    ...files,
  };
  await Promise.all(Object.entries(all).map(([name, text]) => writeFile(join(folder, `${name}.csv`), text)));
  return folder;
}

const settings = (...rows: readonly string[]) =>
  `Setting,Applies to,Value\nLanguage,,English\nProvince,,X\nPeriod,,2024\n${rows.map((row) => `${row}\n`).join('')}`;
const units = (...codes: readonly string[]) =>
  `Unit code,Unit name,Level,Group,Ranked\n${codes.map((code) => `${code},Name ${code},L,g,Yes\n`).join('')}`;

const ADJUSTED: Files = {
  settings: settings('Bonus cap,,1.5'),
  units: units('A', 'B'),
  'marks.appraisal.s': 'Unit code,1.1,1.2\nA,30,Not applicable\nB,40,20\n',
  'marks.survey.s': 'Unit code,2\nA,30\nB,40\n',
  'not-applicable': 'Unit code,Criterion code,Reason,Approved by\nA,1.2,Founded late,Council\n',
};
const adjustments = (...rows: readonly string[]) =>
  `Unit code,Kind,Points,Taken from,Reason\n${rows.map((row) => `A,${row}\n`).join('')}`;

/** 28 of 40 are 42 of 60; 42 + 30 + 1.5 − 1 = 72.5. */
const first = () =>
  folderOf({
    ...ADJUSTED,
    adjustments: adjustments('Bonus,2,,Innovation', 'Penalty,1,,Late report', 'Penalty,2,1.1,No evidence'),
  });

const linesOf = (stdout: string) => stdout.split('\n').map((line) => line.trim().split(/ {2,}/).join(' | '));

test('explain tells the way to the index: the block rescaled, the bonus cut at its cap, penalties with their reasons', async () => {
  const folder = await first();
  const english = linesOf((await parIndex('explain', folder, '--unit', 'A', '--language', 'en')).stdout);
  expect(english).toEqual(
    expect.arrayContaining([
      'Rank 2 of 2 · Index 72.50 %',
      'Exact index: 145/2 %',
      'Appraised points (of 60), rescaled because some criteria do not apply: 28 ÷ 40 × 60 = 42',
      'Bonus on the total: 2 (Innovation) → 1.5 (up to the cap)',
      'Penalty on the total: 1 (Late report)',
      '1.1 a | 30 | appraisal | 28 | 40 / 40 | deducted 2: 2 (No evidence)',
    ]),
  );
  const vietnamese = linesOf((await parIndex('explain', folder, '--unit', 'A', '--language', 'vi')).stdout);
  expect(vietnamese).toContain('Điểm thưởng trên tổng: 2 (Innovation) → 1,5 (đến mức trần)');
  expect(vietnamese).toContain('Điểm phạt trên tổng: 1 (Late report)');
  expect(vietnamese.filter((line) => line.includes('quy đổi'))).toEqual([
    expect.stringMatching(/: 28 ÷ 40 × 60 = 42$/),
  ]);
  const other = linesOf((await parIndex('explain', folder, '--unit', 'B', '--language', 'en')).stdout);
  expect(other.filter((line) => /rescaled|Bonus|Penalty/.test(line))).toEqual([]);
});

test('compare tells bonuses and penalties as they took effect, on rows and on the total, and what they moved', async () => {
  // 27 of 40 are 40.5 of 60; 40.5 + 30 + 1 = 71.5.
  const second = await folderOf({
    ...ADJUSTED,
    adjustments: adjustments('Bonus,1,,Innovation', 'Penalty,3,1.1,No evidence'),
  });
  const sides = [await first(), second] as const;
  const { adjustments: differing, reasons } = JSON.parse(
    (await parIndex('compare', ...sides, '--json')).stdout,
  );
  expect(differing).toEqual([
    { unit: 'A', kind: 'penalty', code: '1.1', before: '2', after: '3' },
    { unit: 'A', kind: 'bonus', code: null, before: '1.5', after: '1' },
    { unit: 'A', kind: 'penalty', code: null, before: '1', after: null },
  ]);
  // The parts sum to the change of the index: −1.5 + 0.5 = 71.5 − 72.5.
  expect(
    reasons.map(({ parts }: { parts: readonly { change: string }[] }) => parts.map((part) => part.change)),
  ).toEqual([['-1.500000', '0.500000']]);
  const lines = linesOf((await parIndex('compare', ...sides, '--language', 'vi')).stdout);
  expect(lines[lines.indexOf('Vì sao') + 1]).toBe(
    'A: 1.1 -1,5 điểm %; điểm thưởng, điểm phạt trên tổng +0,5 điểm %',
  );
  const table = lines.slice(lines.indexOf('Điểm thưởng, điểm phạt khác nhau') + 3);
  expect(table.slice(0, 3)).toEqual([
    'A | điểm phạt | 1.1 | 2 | 3',
    'A | điểm thưởng | trên tổng | 1,5 | 1',
    'A | điểm phạt | trên tổng | 1 | không có',
  ]);
});

test('a place that moved because others share theirs otherwise is explained: 4 in competition style is 2 in dense', async () => {
  // 75 three times and 30; D lacks a mark.
  const files = {
    units: units('A', 'B', 'C', 'D', 'E'),
    'marks.appraisal.s': 'Unit code,1.1,1.2\nA,30,15\nB,32,13\nC,30,15\nD,10,\nE,9,1\n',
    'marks.survey.s': 'Unit code,2\nA,30\nB,30\nC,30\nD,20\nE,20\n',
  };
  const [competition, dense, ordinal] = await Promise.all(
    [[], ['Rank style,,Dense'], ['Rank style,,Ordinal']].map((rows) =>
      folderOf({ ...files, settings: settings(...rows) }),
    ),
  );
  const { stdout } = await parIndex('compare', competition ?? '', dense ?? '', '--language', 'en');
  expect(linesOf(stdout)).toContain(
    'E: place 4 → 2; the same units stand ahead, but the number of places they take changed',
  );
  const placesIn = async (folder = '') => {
    const { groups } = JSON.parse((await parIndex('recompute', folder, '--json')).stdout);
    return groups[0].units.map((unit: Record<string, unknown>) => [
      unit['code'],
      unit['rank'] ?? null,
      unit['tied'] ?? null,
    ]);
  };
  const last = ['D', null, null];
  expect(await placesIn(dense)).toEqual([
    ['A', 1, true],
    ['B', 1, true],
    ['C', 1, true],
    ['E', 2, false],
    last,
  ]);
  expect(await placesIn(ordinal)).toEqual([
    ['A', 1, true],
    ['B', 2, true],
    ['C', 3, true],
    ['E', 4, false],
    last,
  ]);
});
