import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeIssue } from '../../src/domain/messages/describe-issue.ts';
import { check } from '../../src/jobs/check.ts';
import { FOLDER_FORMAT } from '../../src/offline/csv/folder-format.ts';
import { readCsv } from '../../src/offline/csv/read-csv.ts';
import { openWorkbook } from '../../src/offline/files/open-workbook.ts';
import type { Files, WorkbookFormat } from '../../src/offline/files/workbook-format.ts';
import { OfflineFailure } from '../../src/offline/offline-failure.ts';
import { xlsxFormat } from '../../src/offline/xlsx/xlsx-format.ts';
import { pack, unpack } from '../../src/offline/xlsx/zip.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const SAMPLE = join(import.meta.dirname, '../../sheets-templates/samples/binh-duong-2017');
const FIXTURES = join(import.meta.dirname, 'fixtures');
const PATH = 'so.xlsx';

/** The pure part of check, from the bytes of files to issues. */
async function checkFiles(format: WorkbookFormat, files: Files) {
  const workbook = format.open(files, 'so');
  return check({
    readStructure: async () => workbook.structure,
    readGrids: async (sheets) => workbook.gridsOf(sheets),
    anchor: async () => undefined,
    commit: async ({ version }) => ({ kind: 'committed', version }),
    cost: () => ({ reads: 0, writes: 0, retries: 0, bytesReceived: 0, bytesSent: 0 }),
  });
}

type Told = 'issues' | 'refused';

/** Whatever the files hold: located issues with words, or a sentence with the files to blame; never anything else. */
async function told(run: () => Promise<Awaited<ReturnType<typeof check>>>): Promise<Told> {
  try {
    const { issues } = await run();
    for (const issue of issues) {
      expect(issue.location.tab).not.toBe('');
      for (const language of ['vi', 'en'] as const) {
        const { problem, remedy } = describeIssue(issue, language);
        expect([problem, remedy].every((text) => text.length > 0)).toBe(true);
      }
    }
    return 'issues';
  } catch (error) {
    if (!(error instanceof OfflineFailure)) throw error;
    expect(error.sentence.vi.length * error.sentence.en.length).toBeGreaterThan(0);
    for (const problem of error.problems) expect(problem.file).not.toBe('');
    return 'refused';
  }
}

async function sampleFiles(): Promise<ReadonlyMap<string, string>> {
  const names = [
    'criteria.huyen',
    'groups',
    'marks.appraisal.huyen',
    'marks.survey.huyen',
    'settings',
    'units',
  ];
  return new Map(
    await Promise.all(
      names.map(
        async (name) => [`${name}.csv`, await readFile(join(SAMPLE, `${name}.csv`), 'utf8')] as const,
      ),
    ),
  );
}

const HOSTILE = [
  '',
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\r',
  '\n',
  '\u0000',
  '\ufeff',
  '=HYPERLINK("x")',
  '#N/A',
  'NaN',
  '1e999',
  '9'.repeat(400),
  '-0',
  '1.250',
  'Mа đơn vị',
  'TDМ',
  'Đơn vị'.normalize('NFD'),
  'x'.repeat(60_000),
  '\ud800',
  '__proto__',
  'constructor',
];

const patch = fc.record({
  file: fc.nat(),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.integer({ min: 0, max: 40 }),
  insert: fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 12 })),
});

const NAMES = [
  'units.csv',
  'Units.CSV',
  'units .csv',
  'units (1).csv',
  'Đơn vị.csv',
  'Đơn vị.csv'.normalize('NFD'),
  'сriteria.huyen.csv',
  'criteria.huyện.csv'.normalize('NFD'),
  'marks.appraisal.huyen.csv.csv',
  '%.csv',
  '.csv',
  'par-index.json',
  'ranking.huyen.csv',
  'summary.csv',
  '__proto__.csv',
];

/** 10,000 in a full run: PAR_FUZZ_RUNS=10000. */
const FOLDER_RUNS = Number(process.env['PAR_FUZZ_RUNS'] ?? 2_000);

test('spoilt CSV folders: never a crash, always issues with a place or a sentence with the file', async () => {
  const sample = await sampleFiles();
  const seen = new Map<Told, number>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(patch, { minLength: 1, maxLength: 4 }),
      fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.uint8Array({ maxLength: 60 })), { maxLength: 2 }),
      fc.option(fc.nat(5), { nil: undefined }),
      async (patches, extra, missing) => {
        const texts = [...sample];
        for (const { file, at, cut, insert } of patches) {
          const place = file % texts.length;
          const [name = '', text = ''] = texts[place] ?? [];
          const start = Math.floor(at * text.length);
          texts[place] = [name, text.slice(0, start) + insert + text.slice(start + cut)];
        }
        const kept = texts.filter((_, index) => index !== missing);
        const bytes = kept.map(([name, text]) => [name, new TextEncoder().encode(text)] as const);
        const outcome = await told(() => checkFiles(FOLDER_FORMAT, new Map([...bytes, ...extra])));
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
      },
    ),
    { numRuns: FOLDER_RUNS },
  );
  expect([...seen.keys()].toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['issues', 'refused']);
}, 240_000);

test('any bytes at all are a grid of cells or a problem with the file’s name', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('typed', 'text-only'), (bytes, typing) => {
      const read = readCsv(bytes, 'units.csv', typing);
      if (!read.ok) expect(read.problem.file).toBe('units.csv');
    }),
    { numRuns: 10_000 },
  );
});

test('500 .xlsx files with spoilt parts: never a crash, and a damaged part is told as one', async () => {
  const path = join(FIXTURES, 'libreoffice.xlsx');
  const parts = [...unpack(await readFile(path), path)].filter(([name]) =>
    /workbook|sheet|String|types|\.rels/.test(name),
  );
  const all = new Map(unpack(await readFile(path), path));
  const seen = new Map<Told, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(patch, { minLength: 1, maxLength: 2 }), async (patches) => {
      const files = new Map(all);
      for (const { file, at, cut, insert } of patches) {
        const [name = ''] = parts[file % parts.length] ?? [];
        const text = new TextDecoder().decode(files.get(name));
        const start = Math.floor(at * text.length);
        files.set(name, new TextEncoder().encode(text.slice(0, start) + insert + text.slice(start + cut)));
      }
      const outcome = await told(() => checkFiles(xlsxFormat(PATH), files));
      seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
    }),
    { numRuns: 500 },
  );
  expect(seen.get('refused') ?? 0).toBeGreaterThan(0);
}, 240_000);

test('a zip that is cut off, has flipped bytes or is no zip is refused with a sentence', async () => {
  const bytes = new Uint8Array(await readFile(join(FIXTURES, 'openpyxl.xlsx')));
  await fc.assert(
    fc.asyncProperty(
      fc.nat(bytes.length),
      fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 8 }),
      async (length, flips) => {
        const spoilt = bytes.slice(0, length);
        for (const [place, value] of flips) if (place < spoilt.length) spoilt[place] = value;
        await told(() => Promise.resolve().then(() => checkFiles(xlsxFormat(PATH), unpack(spoilt, PATH))));
      },
    ),
    { numRuns: 500 },
  );
}, 240_000);

test('what is packed is unpacked again, whatever the names and bytes', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[a-z/_.]{1,20}[a-z]$/), fc.uint8Array({ maxLength: 50 }), {
        maxKeys: 5,
      }),
      (parts) => {
        const files = new Map([
          ...Object.entries(parts),
          ['[Content_Types].xml', new Uint8Array([1])] as const,
        ]);
        const again = unpack(pack(files), PATH);
        expect(new Map(again)).toEqual(files);
      },
    ),
  );
});

test('a password, an old .xls and another sort of file are told apart', () => {
  const messageOf = (bytes: readonly number[]) => {
    try {
      unpack(new Uint8Array(bytes), PATH);
      return 'read';
    } catch (error) {
      return error instanceof OfflineFailure ? error.sentence.en : String(error);
    }
  };
  expect([
    messageOf([0xd0, 0xcf, 0x11, 0xe0, 0]),
    messageOf([0x25, 0x50, 0x44, 0x46]),
    messageOf([]),
    messageOf([0x50, 0x4b, 3, 4]),
  ]).toEqual([
    'so.xlsx has a password or is an old .xls file; remove the password and save it as .xlsx.',
    expect.stringMatching(/^so\.xlsx is not an \.xlsx file\./),
    expect.stringMatching(/^so\.xlsx is not an \.xlsx file\./),
    expect.stringMatching(/^so\.xlsx is damaged;/),
  ]);
});

test('two files for one tab, in NFC and NFD, are an issue; files that only look alike are not taken', async () => {
  const folder = join(await temporaryFolder(), 'so');
  await cp(SAMPLE, folder, { recursive: true });
  const key = 'criteria.huyện';
  const criteria = await readFile(join(folder, 'criteria.huyen.csv'));
  await writeFile(join(folder, `${key.normalize('NFC')}.csv`), criteria);
  await writeFile(join(folder, `${key.normalize('NFD')}.csv`), criteria);
  await writeFile(join(folder, 'unіts.csv'), 'x');
  await mkdir(join(folder, 'ảnh.csv'));
  const { spreadsheet } = await openWorkbook(folder);
  const { issues } = await check(spreadsheet);
  expect(issues).toEqual([
    {
      location: { tab: 'criteria.huyện' },
      code: 'ambiguous-tab',
      titles: ['criteria.huyện', 'criteria.huyện'],
    },
  ]);
});
