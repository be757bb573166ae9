import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareCodes } from '../../src/domain/compare-codes.ts';
import { recompute } from '../../src/jobs/recompute.ts';
import { openWorkbook } from '../../src/offline/files/open-workbook.ts';
import { pack, unpack } from '../../src/offline/xlsx/zip.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
/** Where the tabs that people fill lie in both files, the office's own one among them, and the run log. */
const ENTERED_PARTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 11].map((tab) => `xl/worksheets/sheet${tab}.xml`);
const RUN_LOG_PART = 'xl/worksheets/sheet14.xml';

const RANKING = 'Xếp hạng – Sở, ban, ngành';
const RESULTS_HASH_OF_THE_SAMPLE = '4a71e8b4ba9d3c2daff995f1cc89bda7e9dd776cdf1917e1e56d8e731d57d701';

type Texts = Map<string, string>;

async function textsOf(path: string): Promise<Texts> {
  const parts = unpack(await readFile(path), path);
  return new Map([...parts].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
}

/** Somebody's program changes parts of the file. */
async function edit(path: string, change: (parts: Texts) => void): Promise<void> {
  const parts = await textsOf(path);
  change(parts);
  const bytes = [...parts].map(([name, text]) => [name, new TextEncoder().encode(text)] as const);
  await writeFile(path, pack(new Map(bytes)));
}

async function copyOf(fixture: string): Promise<string> {
  const path = join(await temporaryFolder(), fixture);
  await copyFile(join(FIXTURES, fixture), path);
  return path;
}

let runs = 0;

/** The fixture once it was recomputed: the product’s own tabs are then as it writes them today. */
async function currentCopyOf(fixture: string): Promise<string> {
  const path = await copyOf(fixture);
  await recomputeFile(path);
  return path;
}

async function recomputeFile(path: string) {
  const { spreadsheet } = await openWorkbook(path);
  runs += 1;
  return recompute(
    {
      spreadsheet,
      now: () => new Date('2026-11-23T02:15:02Z'),
      clock: () => 0,
      newRunId: () => `run-${runs}`,
    },
    'phòng CCHC',
  );
}

async function gridOf(path: string, title: string) {
  const { spreadsheet } = await openWorkbook(path);
  const { sheets } = await spreadsheet.readStructure();
  const sheet = sheets.filter((each) => each.title === title);
  return (await spreadsheet.readGrids(sheet)).get(sheet[0]?.sheetId ?? -1) ?? [];
}

/** Somebody types another mark for the provincial inspectorate. */
function typeMark(parts: Texts, mark: string): void {
  const marks = parts.get('xl/worksheets/sheet6.xml') ?? '';
  parts.set('xl/worksheets/sheet6.xml', marks.replace('<v>69</v>', `<v>${mark}</v>`));
}

function changedParts(before: Texts, after: Texts): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => before.get(name) !== after.get(name))
    .toSorted(compareCodes);
}

/** What Google does to a file on its way through: it knows ranges, and no names that are text. */
function withoutNotes(parts: Texts): void {
  const workbook = parts.get('xl/workbook.xml') ?? '';
  parts.set(
    'xl/workbook.xml',
    workbook.replace(/<definedName [^>]*_par\.note[^>]*>[^<]*<\/definedName>/g, ''),
  );
}

test.each(['openpyxl.xlsx', 'libreoffice.xlsx'])(
  'a recompute of %s brings the written tabs up to date; not a byte of what people entered changes',
  async (fixture) => {
    const path = await copyOf(fixture);
    const before = await textsOf(path);
    const { outcome } = await recomputeFile(path);
    expect(outcome).toMatchObject({
      kind: 'recomputed',
      version: 3,
      resultsHash: RESULTS_HASH_OF_THE_SAMPLE,
    });
    const changed = changedParts(before, await textsOf(path));
    expect(changed.filter((name) => ENTERED_PARTS.includes(name))).toEqual([]);
  },
);

test.each(['openpyxl.xlsx', 'libreoffice.xlsx'])(
  'a second recompute of %s changes the run log and the names, and not a byte of any other part',
  async (fixture) => {
    const path = await copyOf(fixture);
    await recomputeFile(path);
    const before = await textsOf(path);
    const { outcome } = await recomputeFile(path);
    expect(outcome).toMatchObject({ kind: 'recomputed', resultsChanged: false });
    expect(changedParts(before, await textsOf(path))).toEqual(['xl/workbook.xml', RUN_LOG_PART]);
  },
);

test('looks of staff stay where they are: what was in the style sheet before is still at the same place', async () => {
  const path = await copyOf('libreoffice.xlsx');
  const lists = (text: string | undefined) =>
    ['fonts', 'fills', 'borders', 'cellXfs', 'dxfs'].map(
      (name) =>
        new RegExp(`<${name} [^>]*>(.*)</${name}>`, 's').exec(text ?? '')?.[1]?.replaceAll(/\s+/g, ' ') ?? '',
    );
  const before = lists((await textsOf(path)).get('xl/styles.xml'));
  await recomputeFile(path);
  const after = lists((await textsOf(path)).get('xl/styles.xml'));
  expect(after.map((list, index) => list.slice(0, before[index]?.length))).toEqual(before);
});

test('new results leave the staff’s column, note, chart, conditional format and formulas on the ranking tab alone', async () => {
  const path = await currentCopyOf('libreoffice.xlsx');
  const before = await textsOf(path);
  await edit(path, (parts) => {
    typeMark(parts, '68');
  });
  const { outcome } = await recomputeFile(path);
  expect(outcome).toMatchObject({ kind: 'recomputed', resultsChanged: true });
  const after = await textsOf(path);
  const ranking = await gridOf(path, RANKING);
  expect(ranking.find((row) => row[1] === 'TTT')?.slice(0, 7)).toEqual([
    2,
    'TTT',
    'Thanh tra tỉnh',
    68,
    68,
    71.5,
    95.1,
  ]);
  const column = ranking[4]?.indexOf('Của phòng') ?? -1;
  expect([ranking[4]?.[column], ranking[5]?.[column], ranking[29]?.[0]]).toEqual([
    'Của phòng',
    193.7,
    'Ghi chú dưới bảng',
  ]);
  const kept = ['conditionalFormatting', 'drawing', 'sheetProtection', 'mergeCells', 'dataValidations'];
  const piecesOf = (texts: Texts) =>
    [...texts]
      .filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name))
      .map(([name, text]) => [
        name,
        kept.map((element) => text.match(new RegExp(`<${element}[ >].*?(</${element}>|/>)`, 'gs'))),
        text.match(/<f[ >].*?<\/f>/g),
      ]);
  expect(piecesOf(after)).toEqual(piecesOf(before));
  expect(after.get('xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
});

test.each(['openpyxl.xlsx', 'libreoffice.xlsx'])(
  '%s without the product’s notes, as Google leaves it, is found by its named ranges and works on the first run',
  async (fixture) => {
    const path = await copyOf(fixture);
    await edit(path, withoutNotes);
    const titles = async () =>
      (await (await openWorkbook(path)).spreadsheet.readStructure()).sheets.map((s) => s.title);
    const before = await titles();
    const first = await recomputeFile(path);
    expect(first.outcome).toMatchObject({ kind: 'recomputed', resultsHash: RESULTS_HASH_OF_THE_SAMPLE });
    // Tabs that this version writes and the file's did not are added at its end.
    expect((await titles()).slice(0, before.length)).toEqual(before);
    const second = await recomputeFile(path);
    expect(second.outcome).toMatchObject({ kind: 'recomputed', resultsChanged: false });
    expect((await gridOf(path, RANKING))[29]?.[0]).toBe('Ghi chú dưới bảng');
  },
);

test('entries that were broken after a download mark the old ranking as not current although its note was lost', async () => {
  const path = await copyOf('libreoffice.xlsx');
  await edit(path, (parts) => {
    withoutNotes(parts);
    typeMark(parts, '999');
  });
  const { outcome } = await recomputeFile(path);
  expect(outcome).toMatchObject({
    kind: 'refused',
    issues: [{ code: 'over-max', location: { tab: 'Thẩm định – so' } }],
  });
  expect((await gridOf(path, RANKING))[2]?.[0]).toMatch(
    /^KHÔNG CÒN HIỆN HÀNH · .* 1 lỗi, .* Mã kết quả 4a71e8b4ba9d$/,
  );
});

test('cells are read by value: rich text, dates as numbers, yes/no, errors as text, formulas by their last result', async () => {
  expect(await gridOf(join(FIXTURES, 'libreoffice.xlsx'), 'Theo dõi của phòng')).toEqual([
    ['Đơn vị', 'Điểm', null, 'Gộp ô'],
    ['Sở Nội vụ', 93.6],
    ['Sở Tài chính', 94.3],
    ['Sở Y tế', 49.07],
    [null, 78.99],
    [null, 96.85],
    ['Ghi chú quan trọng'],
    [46349],
    [true],
    ['#N/A'],
  ]);
});

test('a formula whose result was never stored is shown as its text, so that a mark is never taken for blank', async () => {
  const grid = await gridOf(join(FIXTURES, 'openpyxl.xlsx'), 'Theo dõi của phòng');
  expect([grid[4]?.[1], grid[9]?.[0]]).toEqual(['=AVERAGE(B2:B4)', '=NA()']);
  const path = await copyOf('libreoffice.xlsx');
  await edit(path, (parts) => {
    const marks = parts.get('xl/worksheets/sheet6.xml') ?? '';
    parts.set('xl/worksheets/sheet6.xml', marks.replace('<v>69</v>', '<f>60+9</f><v></v>'));
  });
  const { outcome } = await recomputeFile(path);
  expect(outcome).toMatchObject({
    kind: 'refused',
    issues: [{ code: 'not-a-number', given: '=60+9', location: { tab: 'Thẩm định – so', cell: 'C22' } }],
  });
});
