import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Sentence } from '../../../../src/local/stand-in/messages/sentence.ts';
import { type FileStore, openFileStore } from '../../../../src/local/stand-in/storage/file-store.ts';
import { afterBatch, plainState, storedSpreadsheet } from './stored-state.ts';

let directory: string;
let reports: Sentence[];
let store: FileStore | undefined;

const open = async (): Promise<FileStore> => {
  store = await openFileStore({ directory, report: (sentence) => reports.push(sentence) });
  return store;
};
const close = async (): Promise<void> => {
  await store?.close();
  store = undefined;
};

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'store-'));
  reports = [];
});
afterEach(async () => {
  await close();
  await rm(directory, { recursive: true });
});

const journal = (id: string) => join(directory, 'files', `${id}.journal`);
const cell = (rowIndex: number, text: string) => ({
  updateCells: {
    start: { sheetId: 0, rowIndex, columnIndex: 0 },
    rows: [{ values: [{ userEnteredValue: { stringValue: text } }] }],
    fields: 'userEnteredValue',
  },
});
const commit = (opened: FileStore, id: string, requests: Parameters<typeof afterBatch>[1]) =>
  opened.update(id, (stored) => ({ next: afterBatch(stored, requests, 1), result: undefined }));

test('an acknowledged commit is read back after a restart', async () => {
  const first = await open();
  await first.create(storedSpreadsheet('a'));
  await commit(first, 'a', [cell(3, 'Sở Nội vụ')]);
  const before = first.get('a');
  await close();
  const again = await open();
  expect(before && plainState(before)).toEqual(
    again.get('a') && plainState(again.get('a') ?? before ?? storedSpreadsheet('x')),
  );
  expect(reports).toEqual([]);
});

test('a commit costs in proportion to the change, not to the workbook', async () => {
  const opened = await open();
  await opened.create(storedSpreadsheet('a'));
  const rows = Array.from({ length: 900 }, (_, index) => ({
    values: Array.from({ length: 26 }, () => ({ userEnteredValue: { numberValue: index + 0.25 } })),
  }));
  await commit(opened, 'a', [{ updateCells: { start: { sheetId: 0 }, rows, fields: 'userEnteredValue' } }]);
  const bulk = (await stat(journal('a'))).size;
  await commit(opened, 'a', [cell(5, 'x')]);
  const one = (await stat(journal('a'))).size;
  const inserted = {
    insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 10, endIndex: 11 } },
  };
  await commit(opened, 'a', [inserted]);
  const insert = (await stat(journal('a'))).size;
  expect(bulk).toBeGreaterThan(100_000);
  expect([one - bulk, insert - one].every((bytes) => bytes < 2000)).toBe(true);
});

test('a journal cut at any byte gives the last whole commit and keeps the torn rest aside', async () => {
  const first = await open();
  await first.create(storedSpreadsheet('a'));
  await commit(first, 'a', [cell(0, 'one')]);
  const whole = (await stat(journal('a'))).size;
  const acknowledged = first.get('a') ?? storedSpreadsheet('x');
  await commit(first, 'a', [cell(0, 'two')]);
  await close();
  const bytes = await readFile(journal('a'));
  for (let cut = whole; cut < bytes.length; cut += 17) {
    reports = [];
    // biome-ignore lint/performance/noAwaitInLoops: one store on one directory
    await writeFile(journal('a'), bytes.subarray(0, cut));
    const read = (await open()).get('a');
    expect(read && plainState(read)).toEqual(plainState(acknowledged));
    expect(reports).toHaveLength(cut === whole ? 0 : 1);
    await close();
    expect((await stat(journal('a'))).size).toBe(whole);
  }
});

test('after a torn tail the next commit begins on a line of its own', async () => {
  const first = await open();
  await first.create(storedSpreadsheet('a'));
  await close();
  await writeFile(
    journal('a'),
    Buffer.concat([await readFile(journal('a')), Buffer.from('0badf00d {"kind":"ch')]),
  );
  await commit(await open(), 'a', [cell(1, 'next')]);
  await close();
  reports = [];
  const read = (await open()).get('a');
  expect(reports).toEqual([]);
  expect(JSON.stringify(read)).toContain('next');
});

test('a damaged journal is reported and set aside byte for byte; the others are served', async () => {
  const first = await open();
  await first.create(storedSpreadsheet('good'));
  await first.create(storedSpreadsheet('bad'));
  await commit(first, 'bad', [cell(0, 'one')]);
  await commit(first, 'bad', [cell(0, 'two')]);
  await close();
  const bytes = await readFile(journal('bad'));
  const damaged = Buffer.from(bytes);
  damaged[bytes.indexOf(0x0a) + 40] = 0x00;
  await writeFile(journal('bad'), damaged);
  const again = await open();
  expect([again.get('bad'), again.get('good')?.file.id]).toEqual([undefined, 'good']);
  expect(reports).toEqual([
    {
      en: expect.stringMatching(
        /^bad\.journal cannot be read \(line 2 is damaged\); it was set aside whole as /,
      ),
      vi: expect.stringMatching(
        /^Không đọc được bad\.journal \(dòng 2 bị hỏng\); tệp đã được chuyển nguyên vẹn sang /,
      ),
    },
  ]);
  expect(await readdir(join(directory, 'damaged'))).toEqual(['bad.journal']);
  expect(await readFile(join(directory, 'damaged', 'bad.journal'))).toEqual(damaged);
});

test('a whole that never got its name is forgotten', async () => {
  const first = await open();
  await first.create(storedSpreadsheet('a'));
  await close();
  await writeFile(`${journal('b')}.tmp`, 'half a li');
  expect((await open()).all().map(({ file }) => file.id)).toEqual(['a']);
  expect(await readdir(join(directory, 'files'))).toEqual(['a.journal']);
});

test('a directory serves one server; what a dead one left is taken over', async () => {
  await open();
  const second = openFileStore({ directory, report: () => undefined });
  await expect(second).rejects.toThrow(`is in use by process ${process.pid}`);
  await close();
  await writeFile(join(directory, 'lock'), '');
  await expect(open()).resolves.toBeDefined();
});

test('a directory with a long name is locked as well', async () => {
  const long = join(directory, 'x'.repeat(120));
  const first = await openFileStore({ directory: long, report: () => undefined });
  await expect(openFileStore({ directory: long, report: () => undefined })).rejects.toThrow(/in use/);
  await first.close();
});

test('a journal does not grow without end', async () => {
  const opened = await open();
  await opened.create(storedSpreadsheet('a'));
  const text = 'x'.repeat(20_000);
  for (let round = 0; round < 150; round += 1) {
    // biome-ignore lint/performance/noAwaitInLoops: commits of one document
    await commit(opened, 'a', [cell(0, `${round} ${text}`)]);
  }
  await opened.update('a', () => ({ result: undefined }));
  expect((await stat(journal('a'))).size).toBeLessThan(2_000_000);
  await close();
  expect(JSON.stringify((await open()).get('a'))).toContain('149 xxx');
});

test('changes of one document run one after another', async () => {
  const opened = await open();
  await opened.create(storedSpreadsheet('a'));
  const seen = await Promise.all(
    Array.from({ length: 50 }, () =>
      opened.update('a', (stored) => {
        const version = stored.file.version + 1;
        return { next: { ...stored, file: { ...stored.file, version } }, result: version };
      }),
    ),
  );
  expect(seen).toEqual(Array.from({ length: 50 }, (_, index) => index + 2));
});
