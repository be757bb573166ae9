import { afterEach, describe, expect, test } from 'vitest';
import type { Change } from '../../src/domain/change.ts';
import type { Cell, Grid } from '../../src/domain/grid.ts';
import { versionOf } from '../../src/domain/version.ts';
import type { SpreadsheetPort } from '../../src/sheets/spreadsheet-port.ts';
import type { TabInput } from '../fakes/memory-document.ts';

/** Staff at work in the same spreadsheet, outside the port. */
export interface Staff {
  type(title: string, row: number, column: number, value: Cell): Promise<void>;
  renameTab(title: string, to: string): Promise<void>;
  deleteTab(title: string): Promise<void>;
  insertRow(title: string, before: number): Promise<void>;
}

/** One spreadsheet that several runs can open. */
export interface PortHarness {
  readonly staff: Staff;
  open(): SpreadsheetPort;
  close(): Promise<void>;
}

/** What a way of keeping a workbook cannot do; everything else it owes like any other. */
export interface Limits {
  /** Tabs have no edge: nothing lies beyond it. */
  readonly noEdges?: boolean;
  /** A tab is known by its name alone: a renamed one is another. */
  readonly namesAreIdentity?: boolean;
}

const POINTS = { sheetId: 101, title: 'Điểm số', rowCount: 10, columnCount: 4 };
const FREE = { sheetId: 102, title: "Ghi chú 'của' phòng", rowCount: 5, columnCount: 3 };

async function gridOf(port: SpreadsheetPort, sheetId: number): Promise<Grid | undefined> {
  const { sheets } = await port.readStructure();
  return (await port.readGrids(sheets.filter((sheet) => sheet.sheetId === sheetId))).get(sheetId);
}

function write(sheetId: number, rows: Grid, row = 0, column = 0): Change {
  return {
    kind: 'write-cells',
    sheetId,
    row,
    column,
    rows: rows.map((cells) => cells.map((value) => ({ value }))),
  };
}

/** What every implementation of the port owes to the runs that use it. */
export function describeSpreadsheetPort(
  name: string,
  makeHarness: (tabs: readonly TabInput[]) => Promise<PortHarness>,
  limits: Limits = {},
): void {
  describe(`the port on ${name}`, () => {
    let harness: PortHarness | undefined;
    const edged = test.skipIf(limits.noEdges);
    afterEach(async () => {
      await harness?.close();
      harness = undefined;
    });

    const start = async (cells: Grid = []): Promise<PortHarness> => {
      harness = await makeHarness([{ ...POINTS, cells }, FREE]);
      return harness;
    };
    const commit = async (port: SpreadsheetPort, runId: string, ...changes: readonly Change[]) => {
      const version = versionOf(await port.readStructure()) + 1;
      return port.commit({ version, runId, changes });
    };

    test('the structure tells every tab with its id, title and size, in order', async () => {
      const { sheets, metadata, ...rest } = await (await start()).open().readStructure();
      const size = limits.noEdges === true ? { rowCount: 1_048_576, columnCount: 16_384 } : {};
      // Where every tab is a file of its own, its name is told as well.
      const tabs = sheets.map(({ file: _, ...sheet }) => sheet);
      expect({ sheets: tabs, version: versionOf({ ...rest, sheets, metadata }) }).toEqual({
        sheets: [
          { ...POINTS, ...size, hidden: false, metadata: [] },
          { ...FREE, ...size, hidden: false, metadata: [] },
        ],
        version: 0,
      });
    });

    test('grids hold values as typed, with gaps empty and empty ends left out', async () => {
      const cells = [['Mã', null, 'Điểm'], [], ['1.10', true, 0.75], ['x', false]];
      const { open } = await start(cells);
      expect(await gridOf(open(), POINTS.sheetId)).toEqual(cells);
      expect(await gridOf(open(), FREE.sheetId)).toEqual([]);
    });

    test('what is committed is what is read, and text that looks like a formula is text', async () => {
      const { open } = await start();
      const rows: Grid = [
        ['=1+1', '+84', '-x', '@a'],
        [96.89, true, false, 0],
        ["'quoted", '1.10', '07/11/2026', 'Sở Nội vụ'],
      ];
      expect(await commit(open(), 'run-1', write(POINTS.sheetId, rows))).toEqual({
        kind: 'committed',
        version: 1,
      });
      expect(await gridOf(open(), POINTS.sheetId)).toEqual(rows);
    });

    test('a block changes its own cells only, and an empty value empties its cell', async () => {
      const { open } = await start([
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ]);
      await commit(open(), 'run-1', write(POINTS.sheetId, [[null], ['', 'x']], 1, 1));
      expect(await gridOf(open(), POINTS.sheetId)).toEqual([
        [1, 2, 3],
        [4, null, 6],
        [7, null, 'x'],
      ]);
    });

    test('versions follow one another without a gap', async () => {
      const { open } = await start();
      const port = open();
      expect([await commit(port, 'a'), await commit(port, 'b'), await commit(port, 'c')]).toEqual([
        { kind: 'committed', version: 1 },
        { kind: 'committed', version: 2 },
        { kind: 'committed', version: 3 },
      ]);
      expect(versionOf(await port.readStructure())).toBe(3);
    });

    test('of two runs on the same version the later one is superseded and writes nothing', async () => {
      const { open } = await start();
      const [early, late] = [open(), open()];
      await Promise.all([early.readStructure(), late.readStructure()]);
      const made = (runId: string) => ({ version: 1, runId, changes: [write(POINTS.sheetId, [[runId]])] });
      expect(await early.commit(made('early'))).toEqual({ kind: 'committed', version: 1 });
      expect(await late.commit(made('late'))).toEqual({ kind: 'superseded', version: 1 });
      expect(await gridOf(open(), POINTS.sheetId)).toEqual([['early']]);
    });

    test('of eight runs at once on the same version exactly one commits', async () => {
      const { open } = await start();
      const ports = Array.from({ length: 8 }, () => open());
      await Promise.all(ports.map((port) => port.readStructure()));
      const outcomes = await Promise.all(
        ports.map((port, i) =>
          port.commit({ version: 1, runId: `run-${i}`, changes: [write(POINTS.sheetId, [[`run-${i}`]])] }),
        ),
      );
      const winner = outcomes.findIndex(({ kind }) => kind === 'committed');
      expect(outcomes.filter(({ kind }) => kind === 'superseded')).toHaveLength(7);
      expect(await gridOf(open(), POINTS.sheetId)).toEqual([[`run-${winner}`]]);
    });

    test('a tab can be added, noted, grown and filled in one commit', async () => {
      const { open } = await start();
      const outcome = await commit(
        open(),
        'run-1',
        { kind: 'add-sheet', sheetId: 7, title: 'Xếp hạng – Sở', rowCount: 2, columnCount: 2 },
        { kind: 'set-metadata', sheetId: 7, key: 'par.tab', value: 'ranking' },
        { kind: 'grow-sheet', sheetId: 7, rowCount: 4, columnCount: 3 },
        write(7, [['a', 'b', 'c']], 3, 0),
        {
          kind: 'lay-out',
          sheetId: 7,
          columnWidths: [40, 200, 80],
          frozenRows: 1,
          frozenColumns: 1,
          tabColour: '#1a73e8',
        },
      );
      const { sheets } = await open().readStructure();
      const added = sheets.find(({ sheetId }) => sheetId === 7);
      const notes = added?.metadata.map(({ key, value }) => [key, value]);
      expect([outcome.kind, added?.title, added?.rowCount, added?.columnCount, notes]).toEqual([
        'committed',
        'Xếp hạng – Sở',
        limits.noEdges === true ? 1_048_576 : 4,
        limits.noEdges === true ? 16_384 : 3,
        [['par.tab', 'ranking']],
      ]);
      expect(await gridOf(open(), 7)).toEqual([[], [], [], ['a', 'b', 'c']]);
    });

    test('a tab is named once, and the structure tells the name', async () => {
      const { open } = await start();
      const naming = { kind: 'name-tab', sheetId: FREE.sheetId, name: 'par_run_x2d_log' } as const;
      expect(await commit(open(), 'run-1', naming)).toMatchObject({ kind: 'committed' });
      const { namedRanges } = await open().readStructure();
      expect(namedRanges).toEqual([{ name: 'par_run_x2d_log', sheetId: FREE.sheetId }]);
    });

    test('a note is replaced, not added, when it names the one that it replaces', async () => {
      const { open } = await start();
      const note = { kind: 'set-metadata', sheetId: POINTS.sheetId, key: 'par.tab' } as const;
      await commit(open(), 'run-1', { ...note, value: 'old' });
      const [first] = (await open().readStructure()).sheets[0]?.metadata ?? [];
      await commit(open(), 'run-2', { ...note, value: 'new', replaces: first?.id ?? 0 });
      const notes = (await open().readStructure()).sheets[0]?.metadata;
      expect(notes).toEqual([{ id: first?.id, key: 'par.tab', value: 'new' }]);
    });

    test('a tab can be given a name, and the structure tells which tab has it', async () => {
      const { open } = await start();
      await commit(open(), 'run-1', { kind: 'name-tab', sheetId: POINTS.sheetId, name: 'par_scores' });
      const { namedRanges } = await open().readStructure();
      expect(namedRanges).toEqual([{ name: 'par_scores', sheetId: POINTS.sheetId }]);
    });

    test('rows are appended after the last row that holds anything, and the tab grows as needed', async () => {
      const { open } = await start([['Lần'], [], ['a']]);
      const rows = Array.from({ length: 9 }, (_, i) => [{ value: i }, { value: `dòng ${i}` }]);
      await commit(open(), 'run-1', { kind: 'append-rows', sheetId: POINTS.sheetId, rows });
      expect(await gridOf(open(), POINTS.sheetId)).toEqual([
        ['Lần'],
        [],
        ['a'],
        ...rows.map((row) => row.map(({ value }) => value)),
      ]);
    });

    test('a sheet that staff made larger meanwhile is not cut off by growing it', async () => {
      const { open, staff } = await start();
      const port = open();
      await port.readStructure();
      await staff.insertRow(POINTS.title, 0);
      await staff.type(POINTS.title, 10, 0, 'của phòng');
      const grow = { kind: 'grow-sheet', sheetId: POINTS.sheetId, rowCount: 11, columnCount: 4 } as const;
      await port.commit({ version: 1, runId: 'run-1', changes: [grow] });
      const grid = await gridOf(open(), POINTS.sheetId);
      expect(grid?.[10]).toEqual(['của phòng']);
    });

    test.skipIf(limits.namesAreIdentity)(
      'a commit to a tab that staff renamed meanwhile still reaches that tab',
      async () => {
        const { open, staff } = await start();
        const port = open();
        await port.readStructure();
        await staff.renameTab(POINTS.title, 'Tên mới');
        await port.commit({ version: 1, runId: 'run-1', changes: [write(POINTS.sheetId, [['x']])] });
        expect(await gridOf(open(), POINTS.sheetId)).toEqual([['x']]);
      },
    );

    test('a commit to a tab that staff deleted meanwhile writes nothing at all', async () => {
      const { open, staff } = await start();
      const port = open();
      await port.readStructure();
      await staff.deleteTab(POINTS.title);
      const changes = [write(FREE.sheetId, [['half']]), write(POINTS.sheetId, [['x']])];
      expect(await port.commit({ version: 1, runId: 'run-1', changes })).toEqual({
        kind: 'moved',
        version: 1,
      });
      const after = open();
      expect(versionOf(await after.readStructure())).toBe(0);
      expect(await gridOf(after, FREE.sheetId)).toEqual([]);
    });

    test.skipIf(limits.namesAreIdentity)(
      'tabs that staff renamed between the two reads are read all the same',
      async () => {
        const { open, staff } = await start([['x']]);
        const port = open();
        const { sheets } = await port.readStructure();
        await staff.renameTab(POINTS.title, 'Tên mới');
        expect((await port.readGrids(sheets)).get(POINTS.sheetId)).toEqual([['x']]);
      },
    );

    edged('a row that staff put into a full tab between the two reads pushes nothing out', async () => {
      const { open, staff } = await start([['a'], ['b']]);
      const port = open();
      const { sheets } = await port.readStructure();
      const rowCount = sheets.find(({ sheetId }) => sheetId === POINTS.sheetId)?.rowCount ?? 0;
      await staff.type(POINTS.title, rowCount - 1, 0, 'z');
      await staff.insertRow(POINTS.title, 1);
      const grid = (await port.readGrids(sheets)).get(POINTS.sheetId) ?? [];
      expect([grid.length, grid[2], grid.at(-1)]).toEqual([rowCount + 1, ['b'], ['z']]);
    });

    test('a tab that staff deleted between the two reads is told as a conflict', async () => {
      const { open, staff } = await start([['x']]);
      const port = open();
      const { sheets } = await port.readStructure();
      await staff.deleteTab(POINTS.title);
      await expect(port.readGrids(sheets)).rejects.toMatchObject({ failure: { kind: 'conflict' } });
    });

    edged('a step beyond the grid refuses the whole commit', async () => {
      const { open } = await start();
      const changes = [write(FREE.sheetId, [['half']]), write(POINTS.sheetId, [['x']], 10, 0)];
      expect(await commit(open(), 'run-1', ...changes)).toEqual({ kind: 'moved', version: 1 });
      expect(await gridOf(open(), FREE.sheetId)).toEqual([]);
    });
  });
}
