import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { parIndex } from './par-index-process.ts';

type Files = Readonly<Record<string, string>>;

async function folderOf(period: string, files: Files): Promise<string> {
  const folder = join(await temporaryFolder(), period);
  await mkdir(folder);
  const all: Files = {
    settings: `Setting,Applies to,Value\nLanguage,,English\nProvince,,P\nPeriod,,${period}\n`,
    groups: 'Group code,Group name,Criteria set\nwards,Wards,wards\n',
    ...files,
  };
  await Promise.all(Object.entries(all).map(([name, text]) => writeFile(join(folder, `${name}.csv`), text)));
  return folder;
}

const units = (...codes: readonly string[]) =>
  `Unit code,Unit name,Level,Group,Ranked\n${codes.map((each) => `${each},Ward ${each},Ward,wards,Yes\n`).join('')}`;
const criteria = (second: string) =>
  `Code,Parent code,Name,Maximum,Basis\n1,,Plan,60,Appraisal\n2,,${second},40,Appraisal\n`;
const marks = (rows: Readonly<Record<string, readonly [number, number]>>) =>
  `Unit code,1,2\n${Object.entries(rows)
    .map(([unit, [first, second]]) => `${unit},${first},${second}\n`)
    .join('')}`;

// X had 30 + 40 = 70 and Y 48 + 32 = 80; published were 71.5 and 79. P and Q became N. Criterion 2 is another one now.
const last = () =>
  folderOf('2022', {
    units: units('X', 'Y', 'P', 'Q'),
    'criteria.wards': criteria('Tasks'),
    'marks.appraisal.wards': marks({ X: [30, 40], Y: [48, 32], P: [20, 20], Q: [30, 30] }),
  });
const PAST = `Period,Unit code,Group,Index,Rank
2022,X,wards,71.5,2
2022,Y,wards,79,1
2022,P,wards,40,4
2022,Q,wards,60,3
2021,X,wards,99,1
`;
const now = (past = PAST) =>
  folderOf('2023', {
    units: units('X', 'Y', 'N'),
    'criteria.wards': criteria('Digital'),
    'marks.appraisal.wards': marks({ X: [45, 30], Y: [54, 16], N: [40, 20] }),
    'past-results': past,
    predecessors: 'Unit code,Predecessor code\nN,P\nN,Q\n',
  });

const X = {
  unit: 'X',
  name: 'Ward X',
  lineage: { kind: 'same' },
  setVersionChanged: false,
  published: {
    index: { before: '71.50', now: '75.00', change: '3.50' },
    rank: { before: 2, now: 1, change: 1 },
    class: null,
    points: null,
  },
  recomputed: {
    index: { before: '70.00', now: '75.00', change: '5.00' },
    rank: { before: 2, now: 1, change: 1 },
    class: null,
    points: { before: '70', now: '75', change: '5' },
  },
  // 30 of 60, now 45 of 60: criterion 2 is no longer the same.
  likeForLike: { components: 1, before: '50.00', now: '75.00', change: '25.00' },
  reference: null,
};
const Y = {
  unit: 'Y',
  name: 'Ward Y',
  lineage: { kind: 'same' },
  setVersionChanged: false,
  published: {
    index: { before: '79.00', now: '70.00', change: '-9.00' },
    rank: { before: 1, now: 2, change: -1 },
    class: null,
    points: null,
  },
  recomputed: {
    index: { before: '80.00', now: '70.00', change: '-10.00' },
    rank: { before: 1, now: 2, change: -1 },
    class: null,
    points: { before: '80', now: '70', change: '-10' },
  },
  likeForLike: { components: 1, before: '80.00', now: '90.00', change: '10.00' },
  reference: null,
};
const N = {
  unit: 'N',
  name: 'Ward N',
  lineage: { kind: 'merged', predecessors: ['P', 'Q'] },
  setVersionChanged: false,
  published: null,
  recomputed: null,
  likeForLike: null,
  reference: '50.00',
};

test('compare of two periods keeps published, scored again and like for like apart, in whichever order they are named', async () => {
  const [before, after] = await Promise.all([last(), now()]);
  const expected = {
    last: '2022',
    now: '2023',
    groups: [
      {
        group: 'wards',
        name: 'Wards',
        movements: {
          published: { up: 1, down: 1, unchanged: 0, meanChange: '-2.75' },
          recomputed: { up: 1, down: 1, unchanged: 0, meanChange: '-2.50' },
        },
        units: [X, Y, N],
      },
    ],
  };
  const answers = await Promise.all(
    [
      [before, after],
      [after, before],
    ].map((sides) => parIndex('compare', ...sides, '--json')),
  );
  for (const { code, stdout } of answers)
    expect([code, JSON.parse(stdout).yearOnYear]).toEqual([1, expected]);
});

test('the terminal tells the three comparisons in tables of their own, with signs and in the numbers of the language', async () => {
  const [before, after] = await Promise.all([last(), now()]);
  const { stdout } = await parIndex('compare', before, after, '--language', 'vi');
  const lines = stdout.split('\n').map((line) => line.trim().split(/ {2,}/).join(' | '));
  const below = (title: string) => lines.slice(lines.indexOf(title) + 1);
  const rowOf = (unit: string, title: string) => below(title).find((line) => line.startsWith(`${unit} |`));
  const [published, again, shared] = [
    'Theo kết quả kỳ trước như đã công bố',
    'Theo số liệu nhập của kỳ trước, tính lại',
    'Chỉ trên những tiêu chí mà hai kỳ cùng có: tỷ lệ điểm đạt (%)',
  ] as const;
  expect(rowOf('X', published)).toBe('X | 71,50 | 75,00 | +3,50 | 2 | 1 | ▲1');
  expect(rowOf('Y', published)).toBe('Y | 79,00 | 70,00 | -9,00 | 1 | 2 | ▼1');
  expect(rowOf('X', again)).toBe('X | 70 | 75 | +5 | 70,00 | 75,00 | +5,00 | 2 | 1 | ▲1');
  expect(rowOf('Y', shared)).toBe('Y | 1 | 80,00 | 90,00 | +10,00');
  expect(lines).toContain('Tăng: 1 · giảm: 1 · không đổi: 0 · thay đổi trung bình: -2,75 điểm %');
  expect(lines).toContain('N: sáp nhập; không so trực tiếp; bình quân các đơn vị cũ: 50,00');
  expect(stdout).not.toContain('Điểm khác nhau');
});

test('results of the earlier period that nobody published are said to be missing, not taken from another period', async () => {
  const [before, after] = await Promise.all([last(), now('Period,Unit code,Index,Rank\n2021,X,99,1\n')]);
  const { stdout } = await parIndex('compare', before, after);
  expect(stdout).toContain('The Past results tab of the later period has no results of 2022.');
  expect(stdout).not.toContain('99.00');
  const json = await parIndex('compare', before, after, '--json');
  const [group] = JSON.parse(json.stdout).yearOnYear.groups;
  expect(group.units[0].published).toBeNull();
  expect(group.units[0].recomputed).toEqual(X.recomputed);
});

test('of a result document, which holds no criteria, it is said that the workbook is wanted', async () => {
  const [before, after] = await Promise.all([last(), now()]);
  const out = join(await temporaryFolder(), 'out');
  await parIndex('recompute', before, '--out', out);
  const { stdout } = await parIndex('compare', join(out, 'result.json'), after);
  expect(stdout).toContain('The two sides are of different periods (2022 and 2023)');
  const same = await parIndex('compare', before, before, '--json');
  expect([same.code, JSON.parse(same.stdout).yearOnYear]).toEqual([0, null]);
});
