import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { parIndex } from './par-index-process.ts';

const SAMPLE = join(import.meta.dirname, '../../sheets-templates/samples/binh-duong-2017');

const HEADER = 'Mã\tMã cha\tTên\tĐiểm tối đa\tNguồn điểm\tCách chấm\tTham số\tNội dung chấm điểm';
const OLD = [
  'Phiên bản bộ tiêu chí\t2024',
  '',
  HEADER,
  '1\t\tKế hoạch\t65\tThẩm định\t\t\tCó: 65',
  '2\t\tĐiều tra\t35\tĐiều tra\t\t\tTheo phiếu',
];
const NEW = OLD.with(0, 'Phiên bản bộ tiêu chí\t2025').with(
  3,
  '1\t\tKế hoạch\t60\tThẩm định\tTheo mức\t≥ 100%: 60; còn lại: 0\t',
);

let folder: string;
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await temporaryFolder();
  await writeFile(file('so-2024.tsv'), OLD.join('\n'));
  await writeFile(file('so-2025.tsv'), NEW.join('\n'));
  await writeFile(file('so-cu.tsv'), NEW.with(0, 'Phiên bản bộ tiêu chí\t2023').join('\n'));
  await writeFile(file('hong.csv'), 'Mã,Mã cha,Tên,Điểm tối đa,Nguồn điểm\n1,9,Mồ côi,abc,Thẩm định\n');
});

test('a sound TSV file is told in one line, by its own version', async () => {
  const { code, stdout } = await parIndex(
    'criteria',
    'check',
    file('so-2024.tsv'),
    '--set',
    'so',
    '--language',
    'vi',
  );
  expect(code).toBe(0);
  expect(stdout.split('\n').slice(0, 2)).toEqual([
    'Bộ tiêu chí so · phiên bản 2024 · 2 tiêu chí được chấm · tổng điểm tối đa 100',
    'Số liệu không có vấn đề nào.',
  ]);
});

test.each([
  [
    'vi',
    'So với phiên bản trước (2024 → 2025): thêm 0, bỏ 0, sửa 1 dòng; tổng điểm tối đa 100 → 95.',
    'Điểm tối đa',
  ],
  [
    'en',
    'Against the version before (2024 → 2025): 0 added, 0 removed, 1 changed; total maximum 100 → 95.',
    'Maximum',
  ],
] as const)('the difference from last year is printed in %s', async (language, summary, word) => {
  const args = [
    'criteria',
    'check',
    file('so-2025.tsv'),
    '--against',
    file('so-2024.tsv'),
    '--language',
    language,
  ];
  const { code, stdout } = await parIndex(...args);
  expect(code).toBe(0);
  expect(stdout).toContain(summary);
  expect(stdout).toMatch(new RegExp(`1 +${word} +65 +60`));
  const { stdout: json } = await parIndex(...args, '--json');
  expect(JSON.parse(json)).toMatchObject({
    format: 'par-index-criteria/1',
    sets: [
      {
        set: 'so-2025',
        version: '2025',
        maximum: '95',
        errors: 0,
        warnings: 1,
        issues: [{ code: 'maximum-changed', cell: 'D4' }],
        difference: {
          summary,
          rows: expect.arrayContaining([{ code: '1', change: word, before: '65', after: '60' }]),
        },
      },
    ],
  });
});

test('a version that is not newer is refused', async () => {
  const { code, stdout } = await parIndex(
    'criteria',
    'check',
    file('so-cu.tsv'),
    '--against',
    file('so-2024.tsv'),
  );
  expect(code).toBe(1);
  expect(stdout).toContain('The set differs from version “2024”, and its version “2023” is not newer.');
});

test('the defects of a file are listed with their cells', async () => {
  const { code, stdout } = await parIndex('criteria', 'check', file('hong.csv'));
  expect(code).toBe(1);
  expect(stdout).toContain('hong.csv, B2: ');
  expect(stdout).toContain('hong.csv, D2: ');
});

test('every set of a control workbook is checked, and its own version counts', async () => {
  const { code, stdout } = await parIndex('criteria', 'check', SAMPLE);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Criteria set huyen · /);
});

test.each([
  [['criteria', 'check', 'package.json'], 3, 'package.json is not an .xlsx file'],
  [['criteria', 'show', 'x'], 2, 'Bad argument: there is no command criteria show'],
  [
    ['criteria', 'check'],
    2,
    'The command criteria lacks the name of a file or folder; see par-index criteria --help.',
  ],
])('%j ends with code %i and says why', async (args, code, sentence) => {
  const ended = await parIndex(...args);
  expect(ended.code).toBe(code);
  expect(ended.stderr).toContain(sentence);
});
