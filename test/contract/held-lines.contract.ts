import { afterEach, describe, expect, test } from 'vitest';
import type { Change, Dimension, Line } from '../../src/domain/change.ts';
import type { Grid } from '../../src/domain/grid.ts';
import { versionOf } from '../../src/domain/version.ts';
import type { SpreadsheetPort } from '../../src/sheets/spreadsheet-port.ts';
import type { TabInput } from '../fakes/memory-document.ts';
import type { Stretch } from '../fakes/memory-lines.ts';
import type { PortHarness, Staff } from './spreadsheet-port.contract.ts';

type Part = Omit<Stretch, 'sheetId'>;

/** Staff who also put in, take out, move and sort rows and columns. */
export interface EditingStaff extends Staff {
  insertLines(title: string, part: Part): Promise<void>;
  deleteLines(title: string, part: Part): Promise<void>;
  moveLines(title: string, part: Part, before: number): Promise<void>;
  sortRows(title: string, part: Pick<Part, 'from' | 'to'>, column: number): Promise<void>;
}

const TAB = { sheetId: 101, title: 'Xếp hạng', rowCount: 12, columnCount: 6 };
const CELLS: Grid = [['Hạng', 'Đơn vị'], [3, 'C'], [1, 'A'], [2, 'B'], ['của phòng']];

const rows = (from: number, to = from + 1): Part => ({ dimension: 'rows', from, to });
const columns = (from: number, to = from + 1): Part => ({ dimension: 'columns', from, to });

function lineAt(dimension: Dimension, index: number): Line {
  return { sheetId: TAB.sheetId, dimension, index };
}

/** What a spreadsheet that many edit at once owes to a commit that is tied to rows and columns. */
export function describeHeldLines(
  name: string,
  makeHarness: (tabs: readonly TabInput[]) => Promise<PortHarness & { readonly staff: EditingStaff }>,
): void {
  describe(`held lines on ${name}`, () => {
    let harness: (PortHarness & { readonly staff: EditingStaff }) | undefined;
    afterEach(async () => {
      await harness?.close();
      harness = undefined;
    });

    /** Row 2 and column 1 are held as 901 and 902. */
    const start = async () => {
      harness = await makeHarness([{ ...TAB, cells: CELLS }]);
      await harness.open().anchor([
        { anchorId: 901, line: lineAt('rows', 2) },
        { anchorId: 902, line: lineAt('columns', 1) },
      ]);
      return harness;
    };
    const HOLDS: readonly Change[] = [
      { kind: 'hold-line', anchorId: 901, from: lineAt('rows', 2), to: lineAt('rows', 2) },
      { kind: 'hold-line', anchorId: 902, from: lineAt('columns', 1), to: lineAt('columns', 1) },
    ];
    const FIGURE: Change = {
      kind: 'write-cells',
      sheetId: TAB.sheetId,
      row: 2,
      column: 1,
      rows: [[{ value: 'viết' }]],
    };
    const commit = async (port: SpreadsheetPort, changes: readonly Change[]) => {
      const version = versionOf(await port.readStructure()) + 1;
      return (await port.commit({ version, runId: `run ${version}`, changes })).kind;
    };
    const gridNow = async (): Promise<Grid | undefined> => {
      const port = harness?.open();
      const { sheets } = (await port?.readStructure()) ?? { sheets: [] };
      return (await port?.readGrids(sheets))?.get(TAB.sheetId);
    };

    test('a commit whose lines are where they were read stands, also the one after it', async () => {
      const { open } = await start();
      expect([await commit(open(), [...HOLDS, FIGURE]), await commit(open(), HOLDS)]).toEqual([
        'committed',
        'committed',
      ]);
      expect((await gridNow())?.[2]).toEqual([1, 'viết']);
    });

    test.each<{ readonly edit: string; readonly work: (staff: EditingStaff) => Promise<void> }>([
      { edit: 'a row put in above', work: (staff) => staff.insertLines(TAB.title, rows(1)) },
      { edit: 'a row taken out above', work: (staff) => staff.deleteLines(TAB.title, rows(1)) },
      { edit: 'the row moved down', work: (staff) => staff.moveLines(TAB.title, rows(2), 5) },
      { edit: 'a row moved over it', work: (staff) => staff.moveLines(TAB.title, rows(4), 1) },
      { edit: 'rows sorted', work: (staff) => staff.sortRows(TAB.title, { from: 1, to: 4 }, 0) },
      { edit: 'a column put in before', work: (staff) => staff.insertLines(TAB.title, columns(0)) },
      { edit: 'a column taken out before', work: (staff) => staff.deleteLines(TAB.title, columns(0)) },
      { edit: 'the column moved', work: (staff) => staff.moveLines(TAB.title, columns(1), 4) },
    ])('after $edit the commit is refused as a whole, again and again', async ({ work }) => {
      const { open, staff } = await start();
      await work(staff);
      const before = await gridNow();
      expect([await commit(open(), [...HOLDS, FIGURE]), await commit(open(), [...HOLDS, FIGURE])]).toEqual([
        'moved',
        'moved',
      ]);
      expect([await gridNow(), versionOf(await open().readStructure())]).toEqual([before, 0]);
    });

    test('edits beside and below held lines, and tabs renamed, do not matter', async () => {
      const { open, staff } = await start();
      await staff.insertLines(TAB.title, rows(3));
      await staff.insertLines(TAB.title, columns(2));
      await staff.type(TAB.title, 0, 5, 'x');
      await staff.renameTab(TAB.title, 'Bảng chính');
      expect(await commit(open(), [...HOLDS, FIGURE])).toBe('committed');
    });

    test('an anchor goes with its row: the commit that knows where it went stands', async () => {
      const { open, staff } = await start();
      await staff.insertLines(TAB.title, rows(0, 2));
      const held: Change = {
        kind: 'hold-line',
        anchorId: 901,
        from: lineAt('rows', 4),
        to: lineAt('rows', 4),
      };
      expect(await commit(open(), [held])).toBe('committed');
    });

    test('an anchor is deleted with its row, and may then be made anew', async () => {
      const { open, staff } = await start();
      await staff.deleteLines(TAB.title, rows(2));
      const again: Change = { kind: 'hold-line', anchorId: 901, to: lineAt('rows', 1) };
      expect(await commit(open(), [again])).toBe('committed');
    });

    test('lines are told as they were read, and held where the commit leaves them', async () => {
      const { open } = await start();
      const grown: readonly Change[] = [
        { kind: 'insert-lines', sheetId: TAB.sheetId, dimension: 'rows', at: 1, count: 3 },
        { kind: 'hold-line', anchorId: 901, from: lineAt('rows', 2), to: lineAt('rows', 5) },
      ];
      expect(await commit(open(), grown)).toBe('committed');
      const next: Change = { kind: 'hold-line', anchorId: 901, from: lineAt('rows', 5) };
      expect(await commit(open(), [next])).toBe('committed');
      const anew: Change = { kind: 'hold-line', anchorId: 901, to: lineAt('rows', 7) };
      expect(await commit(open(), [anew])).toBe('committed');
    });

    test('an anchor that is no longer wanted is taken away wherever it is', async () => {
      const { open, staff } = await start();
      await staff.moveLines(TAB.title, rows(2), 9);
      expect(await commit(open(), [{ kind: 'hold-line', anchorId: 901 }])).toBe('committed');
      expect(await commit(open(), [{ kind: 'hold-line', anchorId: 901, to: lineAt('rows', 0) }])).toBe(
        'committed',
      );
    });

    test('an anchor on a tab that is gone is a conflict', async () => {
      const { open, staff } = await start();
      await staff.insertLines(TAB.title, rows(0));
      const line = { ...lineAt('rows', 0), sheetId: 999 };
      await expect(open().anchor([{ anchorId: 903, line }])).rejects.toMatchObject({
        failure: { kind: 'conflict' },
      });
    });

    test('what is read back shows the tabs as they stand after the commit', async () => {
      const { open } = await start();
      const port = open();
      const { sheets } = await port.readStructure();
      const outcome = await port.commit({
        version: 1,
        runId: 'run',
        changes: [FIGURE],
        readBack: { sheets, shows: (grids) => grids.get(TAB.sheetId)?.[2]?.[1] === 'viết' },
      });
      expect(outcome).toEqual({
        kind: 'committed',
        version: 1,
        seen: new Map([[TAB.sheetId, CELLS.with(2, [1, 'viết'])]]),
      });
      expect(port.cost()).toMatchObject({ reads: 2, writes: 1 });
    });
  });
}
