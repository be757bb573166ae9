import { afterEach, describe, expect, test } from 'vitest';
import type { Change, Dimension } from '../../src/domain/change.ts';
import type { Grid } from '../../src/domain/grid.ts';
import { versionOf } from '../../src/domain/version.ts';
import type { TabInput } from '../fakes/memory-document.ts';
import type { PortHarness } from './spreadsheet-port.contract.ts';

const TAB = { sheetId: 101, title: 'Xếp hạng', rowCount: 10, columnCount: 4 };
const CELLS: Grid = [
  ['Hạng', 'Đơn vị'],
  [1, 'A'],
  ['của phòng', null, 'bên cạnh'],
];

/** What every implementation of the port owes where a commit puts rows or columns in. */
export function describeInsertedLines(
  name: string,
  makeHarness: (tabs: readonly TabInput[]) => Promise<PortHarness>,
): void {
  describe(`inserted lines on ${name}`, () => {
    let harness: PortHarness | undefined;
    afterEach(async () => {
      await harness?.close();
      harness = undefined;
    });

    const gridAfter = async (...changes: readonly Change[]): Promise<Grid | undefined> => {
      harness = await makeHarness([{ ...TAB, cells: CELLS }]);
      const port = harness.open();
      const version = versionOf(await port.readStructure()) + 1;
      const outcome = await port.commit({ version, runId: 'run', changes });
      expect(outcome.kind).toBe('committed');
      const reader = harness.open();
      return (await reader.readGrids((await reader.readStructure()).sheets)).get(TAB.sheetId);
    };
    const insert = (dimension: Dimension, at: number, count: number): Change => ({
      kind: 'insert-lines',
      sheetId: TAB.sheetId,
      dimension,
      at,
      count,
    });
    const write = (rows: Grid, row: number, column: number): Change => ({
      kind: 'write-cells',
      sheetId: TAB.sheetId,
      row,
      column,
      rows: rows.map((cells) => cells.map((value) => ({ value }))),
    });

    test('rows put in before a row push it and all below it down, and can be filled at once', async () => {
      expect(await gridAfter(insert('rows', 2, 2), write([[2, 'B']], 2, 0))).toEqual([
        ['Hạng', 'Đơn vị'],
        [1, 'A'],
        [2, 'B'],
        [],
        ['của phòng', null, 'bên cạnh'],
      ]);
    });

    test('columns put in before a column push it and all beside it to the right', async () => {
      expect(await gridAfter(insert('columns', 1, 1), write([['Mã'], ['a']], 0, 1))).toEqual([
        ['Hạng', 'Mã', 'Đơn vị'],
        [1, 'a', 'A'],
        ['của phòng', null, null, 'bên cạnh'],
      ]);
    });

    test('rows put in above everything and below everything', async () => {
      expect(await gridAfter(insert('rows', 0, 1), insert('rows', 10, 3), write([['x']], 12, 0))).toEqual([
        [],
        ...CELLS,
        ...Array.from({ length: 8 }, () => []),
        ['x'],
      ]);
    });
  });
}
