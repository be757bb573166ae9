import { OAuth2Client } from 'googleapis-common';
import { expect, test } from 'vitest';
import { provision } from '../../src/jobs/provision.ts';
import { recompute } from '../../src/jobs/recompute.ts';
import { connectGoogle } from '../../src/sheets/google-connection.ts';
import { GoogleSpreadsheet } from '../../src/sheets/google-spreadsheet.ts';
import { readSampleFolder } from '../jobs/sample.ts';
import { responseOf } from './torture/faulty-fetch.ts';
import { type Google, makeGoogle } from './torture/in-process-google.ts';
import { type MemoryStore, makeMemoryStore } from './torture/memory-store.ts';
import { ask, cellData, ROOT, SPREADSHEET_ID } from './torture/small-world.ts';

const BOUND = 2_000_000;

interface Office {
  readonly store: MemoryStore;
  readonly google: Google;
  /** Bytes of each write, in order. */
  readonly sent: number[];
  /** The last write, the one that commits. */
  readonly committed: () => string;
  readonly open: (bytesPerWrite?: number) => GoogleSpreadsheet;
}

function officeOf(store: MemoryStore, firstId?: number): Office {
  const google = makeGoogle(store, firstId);
  const sent: number[] = [];
  let last = '';
  const counting: typeof fetch = async (input, init) => {
    const body = init?.body as string | undefined;
    if (String(input).includes(':batchUpdate')) {
      last = body ?? '';
      sent.push(Buffer.byteLength(last));
    }
    return responseOf(await google(init?.method ?? 'GET', String(input), body));
  };
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: 'token' });
  const connection = connectGoogle({ auth, rootUrl: ROOT, fetch: counting });
  const open = (bytesPerWrite = BOUND) =>
    new GoogleSpreadsheet({ connection, spreadsheetId: SPREADSHEET_ID, bytesPerWrite });
  return { store, google, sent, committed: () => last, open };
}

/** The sample year as staff filled it: 19 departments, 9 districts, 91 communes, no results yet. */
const filled = (async () => {
  const office = officeOf(makeMemoryStore());
  await ask(office.google, 'POST', 'v4/spreadsheets', { properties: { title: 'Sổ', locale: 'vi_VN' } });
  const { input, beside } = await readSampleFolder('binh-duong-2022');
  await provision(office.open(), input, 'vi', () => 'provision', beside);
  return office.store.states.at(-1);
})();

async function sampleOffice(): Promise<Office> {
  const beginning = await filled;
  if (beginning === undefined) throw new Error('the sample year has no workbook');
  return officeOf(makeMemoryStore([beginning]), 100_000);
}

/** A recompute, with what it sent and what it cost. */
async function run({ store, open, sent }: Office, bytesPerWrite?: number) {
  sent.length = 0;
  const spreadsheet = open(bytesPerWrite);
  const now = () => new Date('2026-11-23T02:15:02Z');
  // Another one for each run of an office, the same ones in every office.
  const newRunId = () => `run ${store.states.length}`;
  const { outcome } = await recompute({ spreadsheet, now, clock: () => 0, newRunId }, 'robot');
  expect(outcome.kind).toBe('recomputed');
  return { sent: [...sent], reads: spreadsheet.cost().reads, writes: spreadsheet.cost().writes };
}

interface Placed {
  readonly copyPaste?: { readonly destination: { readonly sheetId: number } };
  readonly updateCells?: { readonly start: { readonly sheetId: number } };
}

/** The tabs into which a commit copies whole blocks, and those of which it writes a few cells. */
function writtenTabs({ committed, store }: Office) {
  const { requests } = JSON.parse(committed()) as { readonly requests: readonly Placed[] };
  const { sheets = [] } = store.states.at(-1)?.stored.workbook ?? {};
  const titled = (ids: readonly number[]) =>
    sheets
      .filter(({ sheetId }) => ids.includes(sheetId))
      .map(({ properties }) => String(properties.title))
      .toSorted();
  return {
    whole: titled(requests.flatMap(({ copyPaste }) => copyPaste?.destination.sheetId ?? [])),
    cells: titled(requests.flatMap(({ updateCells }) => updateCells?.start.sheetId ?? [])),
  };
}

function total(bytes: readonly number[]): number {
  return bytes.reduce((sum, some) => sum + some, 0);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0)
  );
}

/** Keys in order; cells and rows that were emptied are no other than ones that never were. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = Array.from(value, plain);
    const last = items.findLastIndex((item) => !isNothing(item));
    return items.slice(0, last + 1).map((item) => (isNothing(item) ? {} : item));
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, plain(item)] as const);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Tabs as they are kept, each as text: cells with values and looks, rules, charts; and the notes, whose ids Google gives. */
function keptIn({ store }: Office): readonly string[] {
  const { sheets = [], developerMetadata = [] } = store.states.at(-1)?.stored.workbook ?? {};
  const notes = developerMetadata.map(({ metadataId: _id, ...note }) => note);
  return [...sheets, ...notes].map((part) => JSON.stringify(plain(part)));
}

/** Where two texts part, with what is around. */
function firstDifference(a: string, b: string): readonly string[] {
  if (a === b) return [];
  const at = Array.from(a).findIndex((character, i) => character !== b.charAt(i));
  return [`${a.slice(at - 200, at + 100)} ≠ ${b.slice(at - 200, at + 100)}`];
}

test('the first recompute of the sample year sends all its results in parts within the bound, and a small last batch', async () => {
  const office = await sampleOffice();
  const { sent, reads, writes } = await run(office);
  expect([reads, writes, Math.max(...sent) <= BOUND]).toEqual([3, 3, true]);
  expect(sent.at(-1)).toBeLessThan(200_000);
  expect(total(sent)).toBeLessThan(3_500_000);
  expect(
    office.store.states.at(-1)?.stored.workbook?.sheets.filter((tab) => isStaged(tab.properties)),
  ).toEqual([]);
});

function isStaged(properties: object): boolean {
  return JSON.stringify(properties).includes('par.staging');
}

test('sent in parts, the results of the sample year are to the letter what one batch would have made of them', async () => {
  const [inParts, atOnce] = [await sampleOffice(), await sampleOffice()];
  expect((await run(inParts)).writes).toBe(3);
  expect((await run(atOnce, 100 * BOUND)).writes).toBe(1);
  const [parts, whole] = [keptIn(inParts), keptIn(atOnce)];
  const differing = parts.flatMap((part, place) => firstDifference(part, whole[place] ?? ''));
  expect([parts.length, differing]).toEqual([whole.length, []]);
});

test('a mark of a commune that changes is sent as the tabs of the communes; nothing changed, as nothing but the log', async () => {
  const office = await sampleOffice();
  await run(office);
  const unchanged = await run(office);
  expect([unchanged.writes, total(unchanged.sent) < 20_000]).toEqual([1, true]);
  const { sheets = [] } = office.store.states.at(-1)?.stored.workbook ?? {};
  const marks = sheets.find(({ properties }) => properties.title === 'Thẩm định – xa-minh-hoa');
  const start = { sheetId: marks?.sheetId, rowIndex: 5, columnIndex: 7 };
  const rows = [{ values: [cellData('Không đạt')] }];
  await ask(office.google, 'POST', `v4/spreadsheets/${SPREADSHEET_ID}:batchUpdate`, {
    requests: [{ updateCells: { start, rows, fields: 'userEnteredValue' } }],
  });
  const changed = await run(office);
  expect([changed.reads, changed.writes, Math.max(...changed.sent) <= BOUND]).toEqual([3, 3, true]);
  expect(total(changed.sent)).toBeLessThan(2_500_000);
  const ofGroup = ['Hồ sơ đơn vị', 'Phân tích tiêu chí', 'Theo lĩnh vực', 'Xếp hạng'];
  const tabsOf = (group: string) => ofGroup.map((title) => `${title} – ${group}`);
  // The tabs of the other groups get their status line and nothing else.
  expect(writtenTabs(office)).toEqual({
    whole: [...tabsOf('Xã, phường, thị trấn'), 'Thông báo kết quả', 'Tổng hợp'].toSorted(),
    cells: [...tabsOf('Huyện, thị xã, thành phố'), ...tabsOf('Sở, ban, ngành')].toSorted(),
  });
});
