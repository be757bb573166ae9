import fc from 'fast-check';
import { expect } from 'vitest';
import { scorePeriod } from '../../src/engine/score-period.ts';
import { readEntries } from '../../src/jobs/read-entries.ts';
import { readWorkbook } from '../../src/jobs/read-workbook.ts';
import { FOLDER_FORMAT } from '../../src/offline/csv/folder-format.ts';
import { readCsv } from '../../src/offline/csv/read-csv.ts';
import { portOf, type Runs, sampleFiles } from './spoilt-folders.ts';

type Table = readonly (readonly string[])[];

/** What changes the look of a table and nothing that it says. */
interface Harm {
  /** Rows below the header and columns in another order: each takes the place that its number gives. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly blankRows: readonly number[];
  readonly note: string | undefined;
  readonly space: '' | ' ' | '\u00a0';
  readonly form: 'NFC' | 'NFD';
  readonly separator: ',' | ';' | '\t';
  readonly end: '\n' | '\r\n';
  readonly mark: '' | '\ufeff';
}

const harms: fc.Arbitrary<Harm> = fc.record({
  rows: fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 }),
  columns: fc.array(fc.nat(1000), { minLength: 9, maxLength: 9 }),
  blankRows: fc.array(fc.nat(12), { maxLength: 3 }),
  note: fc.option(fc.constantFrom('Ghi chú của phòng', 'Người nhập', 'Ngày nộp'), { nil: undefined }),
  space: fc.constantFrom('', ' ', '\u00a0'),
  form: fc.constantFrom('NFC', 'NFD'),
  separator: fc.constantFrom(',', ';', '\t'),
  end: fc.constantFrom('\n', '\r\n'),
  mark: fc.constantFrom('', '\ufeff'),
});

function tableOf(text: string, name: string): Table {
  const read = readCsv(new TextEncoder().encode(text), name, 'text-only');
  if (!read.ok) throw new Error(`${name} is not sound`);
  return read.grid.map((row) => row.map((each) => (each === null ? '' : String(each))));
}

function ordered<T>(items: readonly T[], places: readonly number[]): readonly T[] {
  return items
    .map((item, index) => ({ item, place: places[index] ?? 0 }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** Criteria stand in the order in which they are shown: theirs is not for staff to change without notice. */
function harmed(table: Table, harm: Harm, isOrdered: boolean): string {
  const [header = [], ...rows] = table;
  const noted = (cells: readonly string[], text: string) =>
    harm.note === undefined ? cells : [...cells, text];
  const mixed = isOrdered ? rows : ordered(rows, harm.rows);
  const lines = [noted(header, harm.note ?? ''), ...mixed.map((row, index) => noted(row, `x${index}`))].map(
    (row) =>
      ordered(row, harm.columns).map((text) => `${harm.space}${text}${harm.space}`.normalize(harm.form)),
  );
  for (const place of harm.blankRows)
    lines.splice(
      1 + (place % lines.length),
      0,
      header.map(() => ''),
    );
  const quoted = lines.map((row) =>
    row.map((text) => (text === '' ? '' : `"${text.replaceAll('"', '""')}"`)).join(harm.separator),
  );
  return harm.mark + quoted.map((line) => line + harm.end).join('');
}

/** Place, tie, index and class of every unit, best first. */
async function placesOf(files: ReadonlyMap<string, string>) {
  const bytes = [...files].map(([name, text]) => [name, new TextEncoder().encode(text)] as const);
  const workbook = await readWorkbook(portOf(FOLDER_FORMAT, new Map(bytes)));
  const { input } = readEntries(workbook);
  if (!input.ok) return input.issues;
  return scorePeriod(input.value).groups.map(({ group, ranked, unranked }) => ({
    group: group.id,
    ranked: ranked.map(({ sheet, standing, index, grade }) => [sheet.unit.id, standing, index, grade]),
    unranked: unranked.length,
  }));
}

/** Folders whose look was changed give every unit the place, index and class that the undamaged folder gives it. */
export async function harmFolders(runs: Runs): Promise<void> {
  const sample = await sampleFiles();
  const tables = [...sample].map(([name, text]) => [name, tableOf(text, name)] as const);
  const places = await placesOf(sample);
  expect(places).toMatchObject([{ ranked: { length: 9 }, unranked: 0 }]);
  await fc.assert(
    fc.asyncProperty(fc.array(harms, { minLength: sample.size, maxLength: sample.size }), async (all) => {
      const files = tables.map(([name, table], index) => {
        const harm = all[index];
        if (harm === undefined) throw new Error('one harm for each file');
        return [name, harmed(table, harm, name.startsWith('criteria.'))] as const;
      });
      expect(await placesOf(new Map(files))).toEqual(places);
    }),
    runs,
  );
}
