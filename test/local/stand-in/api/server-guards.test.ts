import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFileStore } from '../../../../src/local/stand-in/storage/file-store.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';
import { runStandIn } from '../running-stand-in.ts';
import { batch, newSpreadsheet } from './new-spreadsheet.ts';

/** A spreadsheet whose properties hold a field that Google has none of. */
async function storeWithNonsense(): Promise<{ readonly storeDir: string; readonly id: string }> {
  const storeDir = await mkdtemp(join(tmpdir(), 'stand-in-'));
  const { standIn, ...running } = await runStandIn({ storeDir });
  const id = await newSpreadsheet({ standIn, ...running });
  await standIn.close();
  const store = await openFileStore({ directory: storeDir, report: () => undefined });
  await store.update(id, (stored) => {
    const { workbook } = stored;
    if (workbook === undefined) throw new Error('no cells in a spreadsheet');
    const properties = { ...workbook.properties, nonsense: 1 };
    return { next: { ...stored, workbook: { ...workbook, properties } }, result: undefined };
  });
  await store.close();
  return { storeDir, id };
}

test('an answer that breaks Google’s contract ends in a 500 under test, whatever reads it, and in a line of the log', async () => {
  const { storeDir, id } = await storeWithNonsense();
  const reports: string[] = [];
  const breachLog = join(await temporaryFolder(), 'breaches.log');
  const running = await runStandIn({ storeDir, breachLog, report: ({ en }) => reports.push(en) });
  const whole = await running.call('GET', `/v4/spreadsheets/${id}?fields=properties`);
  const part = await running.call('GET', `/v4/spreadsheets/${id}?fields=properties.title`);
  await running.end();
  expect([whole.status, part.status]).toEqual([500, 200]);
  expect(reports.join('\n')).toContain('nonsense');
  expect(await readFile(breachLog, 'utf8')).toBe(
    'server\nthe answer of sheets.spreadsheets.get breaks the contract at properties.nonsense: unknown key (and 0 more)\n',
  );
});

test('a batch that takes longer than Google waits is given up as a whole', async () => {
  let time = Date.UTC(2026, 0, 1);
  let minutesEachLook = 0;
  const now = (): Date => {
    time += minutesEachLook * 60_000;
    return new Date(time);
  };
  const running = await runStandIn({ now });
  const id = await newSpreadsheet(running);
  const rename = (title: string) => ({
    updateSpreadsheetProperties: { properties: { title }, fields: 'title' },
  });
  minutesEachLook = 1;
  const quick = await batch(running, id, [rename('quick')]);
  const slow = await batch(running, id, ['a', 'b', 'c', 'd', 'e'].map(rename));
  minutesEachLook = 0;
  const { body } = await running.call('GET', `/v4/spreadsheets/${id}?fields=properties.title`);
  await running.end();
  expect([quick.status, slow.status]).toEqual([200, 504]);
  expect(slow.body.error.status).toBe('DEADLINE_EXCEEDED');
  expect(body.properties.title).toBe('quick');
});
