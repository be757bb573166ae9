import { expect, test } from 'vitest';
import type { Change } from '../../src/domain/change.ts';
import { versionOf } from '../../src/domain/version.ts';
import type { SpreadsheetPort } from '../../src/sheets/spreadsheet-port.ts';
import type { TabInput } from '../fakes/memory-document.ts';
import type { PortHarness } from './spreadsheet-port.contract.ts';

const OLD: TabInput = { sheetId: 101, title: 'units', cells: [['mã'], ['TDM']] };
const KEPT: TabInput = { sheetId: 102, title: 'summary', cells: [['chỉ số'], [47.45]] };

async function commit(port: SpreadsheetPort, changes: readonly Change[]) {
  const version = versionOf(await port.readStructure()) + 1;
  return port.commit({ version, runId: `run ${version}`, changes });
}

/** What every implementation of the port owes to a run that deletes a tab. */
export function describeDeletedTab(
  name: string,
  makeHarness: (tabs: readonly TabInput[]) => Promise<PortHarness>,
): void {
  test(`on ${name} a deleted tab goes with its notes and names, and later tabs keep theirs`, async () => {
    const harness = await makeHarness([OLD, KEPT]);
    try {
      const port = harness.open();
      const [old, kept] = (await port.readStructure()).sheets.map(({ sheetId }) => sheetId);
      if (old === undefined || kept === undefined) throw new Error('two tabs were made');
      const noted = (sheetId: number, value: string): Change[] => [
        { kind: 'set-metadata', sheetId, key: 'par.tab', value },
        { kind: 'name-tab', sheetId, name: `par_${value}` },
      ];
      await commit(port, [...noted(old, 'units'), ...noted(kept, 'summary')]);
      const fresh = harness.open();
      expect(await commit(fresh, [{ kind: 'delete-sheet', sheetId: old }])).toMatchObject({
        kind: 'committed',
      });
      const after = await harness.open().readStructure();
      expect(after.sheets.map(({ metadata }) => metadata.map(({ value }) => value))).toEqual([['summary']]);
      expect(after.namedRanges.map(({ name: range }) => range)).toEqual(['par_summary']);
      const [last] = after.sheets;
      if (last === undefined) throw new Error('a tab is left');
      const reader = harness.open();
      await reader.readStructure();
      expect((await reader.readGrids([last])).get(last.sheetId)).toEqual([['chỉ số'], [47.45]]);
      const refused = commit(reader, [{ kind: 'delete-sheet', sheetId: last.sheetId }]);
      expect(await refused.catch((error: unknown) => error)).toMatchObject({
        kind: expect.stringMatching(/moved|bad-request/),
      });
    } finally {
      await harness.close();
    }
  });
}
