import { expect, test } from 'vitest';
import { versionOf, versionsIn } from '../../src/domain/version.ts';
import type { SpreadsheetPort } from '../../src/sheets/spreadsheet-port.ts';
import { makeStandInHarness } from './stand-in-harness.ts';

async function commitUntil(port: SpreadsheetPort, last: number): Promise<void> {
  const version = versionOf(await port.readStructure()) + 1;
  if (version > last) return;
  expect(await port.commit({ version, runId: `run-${version}`, changes: [] })).toEqual({
    kind: 'committed',
    version,
  });
  await commitUntil(port, last);
}

test('guards far behind are removed, the last three hundred stay, and a late writer still meets its own', async () => {
  const { open, close } = await makeStandInHarness([{ sheetId: 1, title: 'Điểm' }]);
  try {
    const late = open();
    await commitUntil(open(), 8);
    await late.readStructure();
    await commitUntil(open(), 305);
    const versions = versionsIn(await open().readStructure());
    expect([versions.length, versions[0], versions.at(-1)]).toEqual([300, 6, 305]);
    expect(await late.commit({ version: 9, runId: 'late', changes: [] })).toEqual({
      kind: 'superseded',
      version: 9,
    });
  } finally {
    await close();
  }
});
