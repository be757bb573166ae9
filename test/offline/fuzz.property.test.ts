import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../../src/jobs/check.ts';
import { readCsv } from '../../src/offline/csv/read-csv.ts';
import { openWorkbook } from '../../src/offline/files/open-workbook.ts';
import { OfflineFailure } from '../../src/offline/offline-failure.ts';
import { xlsxFormat } from '../../src/offline/xlsx/xlsx-format.ts';
import { pack, unpack } from '../../src/offline/xlsx/zip.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { harmFolders } from './harmed-folders.ts';
import { checkFiles, patch, SAMPLE, spoilFolders, type Told, told } from './spoilt-folders.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const PATH = 'so.xlsx';

test('2,000 spoilt CSV folders: never a crash, always issues with a place or a sentence with the file', async () => {
  expect(await spoilFolders({ numRuns: 2_000 })).toEqual(['issues', 'refused', 'sound']);
}, 240_000);

test(
  '300 CSV folders with harmless damage keep every place, index and class',
  () => harmFolders({ numRuns: 300 }),
  240_000,
);

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
