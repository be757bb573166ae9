import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { describeIssue } from '../../src/domain/messages/describe-issue.ts';
import { check } from '../../src/jobs/check.ts';
import { FOLDER_FORMAT } from '../../src/offline/csv/folder-format.ts';
import type { Files, WorkbookFormat } from '../../src/offline/files/workbook-format.ts';
import { OfflineFailure } from '../../src/offline/offline-failure.ts';
import type { SpreadsheetPort } from '../../src/sheets/spreadsheet-port.ts';

export const SAMPLE = join(import.meta.dirname, '../../sheets-templates/samples/binh-duong-2017');

/** The pure part of check, from the bytes of files to issues. */
export async function checkFiles(format: WorkbookFormat, files: Files) {
  return check(portOf(format, files));
}

/** Files as a spreadsheet that can be read. */
export function portOf(format: WorkbookFormat, files: Files): SpreadsheetPort {
  const workbook = format.open(files, 'so');
  return {
    readStructure: async () => workbook.structure,
    readGrids: async (sheets) => workbook.gridsOf(sheets),
    anchor: async () => undefined,
    commit: async ({ version }) => ({ kind: 'committed', version }),
    cost: () => ({ reads: 0, writes: 0, retries: 0, bytesReceived: 0, bytesSent: 0 }),
  };
}

export type Told = 'issues' | 'refused' | 'sound';

/** Whatever the files hold: nothing amiss, located issues with words, or a sentence with the files to blame. */
export async function told(run: () => Promise<Awaited<ReturnType<typeof check>>>): Promise<Told> {
  try {
    const { issues } = await run();
    for (const issue of issues) {
      expect(issue.location.tab).not.toBe('');
      for (const language of ['vi', 'en'] as const) {
        const { problem, remedy } = describeIssue(issue, language);
        expect([problem, remedy].every((text) => text.length > 0)).toBe(true);
      }
    }
    return issues.length === 0 ? 'sound' : 'issues';
  } catch (error) {
    if (!(error instanceof OfflineFailure)) throw error;
    expect(error.sentence.vi.length * error.sentence.en.length).toBeGreaterThan(0);
    for (const problem of error.problems) expect(problem.file).not.toBe('');
    return 'refused';
  }
}

export async function sampleFiles(): Promise<ReadonlyMap<string, string>> {
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

export const patch = fc.record({
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

/** How many folders are drawn, and by which seed where it is not that of all properties. */
export type Runs = Pick<fc.Parameters, 'numRuns' | 'seed'>;

/** Folders in which anything may have gone wrong: what became of them, each sort once. */
export async function spoilFolders(runs: Runs): Promise<readonly Told[]> {
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
    runs,
  );
  return [...seen.keys()].toSorted((a, b) => (a < b ? -1 : 1));
}
