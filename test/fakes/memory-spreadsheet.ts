import type { Anchor } from '../../src/domain/change.ts';
import type { Cell, Grid } from '../../src/domain/grid.ts';
import type { Structure } from '../../src/domain/spreadsheet.ts';
import { SpreadsheetError } from '../../src/sheets/spreadsheet-error.ts';
import type { Cost, SpreadsheetPort } from '../../src/sheets/spreadsheet-port.ts';
import { committed, dropAnchors } from './memory-commit.ts';
import {
  type MemoryDocument,
  makeTab,
  Refusal,
  structureOf,
  type TabInput,
  tabOf,
  trimmed,
  withTab,
  writeBlock,
} from './memory-document.ts';
import { deleteLines, insertLines, moveLines, type Stretch, sortRows } from './memory-lines.ts';

export type PortCall = 'readStructure' | 'readGrids' | 'anchor' | 'commit' | 'readBack';

/** Runs before a call reaches the spreadsheet: the place for staff edits, or for a failure to be thrown. */
export type BeforeCall = (call: PortCall, spreadsheet: MemorySpreadsheet) => void | Promise<void>;

export interface MemoryInput {
  readonly title?: string;
  readonly locale?: string;
  readonly timeZone?: string;
  readonly tabs: readonly TabInput[];
}

/** A stateful spreadsheet in memory. Any number of runs may open it; staff edit it between their calls. */
export interface MemorySpreadsheet {
  /** The port of one run; the hook runs before each of its calls. */
  open(before?: BeforeCall): SpreadsheetPort;
  /** All cells of a tab by its title, without what is empty at the ends. */
  grid(title: string): Grid;
  structure(): Structure;
  /** A member of staff types into a cell. */
  type(title: string, row: number, column: number, value: Cell): void;
  renameTab(title: string, to: string): void;
  deleteTab(title: string): void;
  insertRow(title: string, before: number): void;
  /** Rows and columns as staff change them: the stretch is of the tab with this title. */
  insertLines(title: string, stretch: Omit<Stretch, 'sheetId'>): void;
  deleteLines(title: string, stretch: Omit<Stretch, 'sheetId'>): void;
  moveLines(title: string, stretch: Omit<Stretch, 'sheetId'>, before: number): void;
  sortRows(title: string, stretch: Pick<Stretch, 'from' | 'to'>, column: number): void;
  /** A script takes anchors away: all that it is asked about. */
  removeAnchors(isGone: (anchor: Anchor) => boolean): void;
  anchors(): readonly Anchor[];
}

function readAll(document: MemoryDocument, sheetIds: readonly number[]): ReadonlyMap<number, Grid> {
  return new Map(sheetIds.map((sheetId) => [sheetId, trimmed(tabOf(document, sheetId).cells)]));
}

/** A refusal inside the document as the port tells it. */
function told<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw error instanceof Refusal ? new SpreadsheetError(error.failure) : error;
  }
}

export function makeMemorySpreadsheet(input: MemoryInput): MemorySpreadsheet {
  let document: MemoryDocument = {
    title: input.title ?? 'Sổ kiểm thử',
    locale: input.locale ?? 'vi_VN',
    timeZone: input.timeZone ?? 'Asia/Ho_Chi_Minh',
    tabs: input.tabs.map(makeTab),
    namedRanges: [],
    metadata: [],
    anchors: [],
  };
  const titled = (title: string) => {
    const tab = document.tabs.find((candidate) => candidate.title === title);
    if (tab === undefined) throw new Error(`no tab ${title} in the test's spreadsheet`);
    return tab;
  };
  const spreadsheet: MemorySpreadsheet = {
    open: (before = () => undefined) => {
      let cost: Cost = { reads: 0, writes: 0, retries: 0, bytesReceived: 0, bytesSent: 0 };
      return {
        readStructure: async () => {
          cost = { ...cost, reads: cost.reads + 1 };
          await before('readStructure', spreadsheet);
          return structureOf(document);
        },
        readGrids: async (sheets) => {
          cost = { ...cost, reads: cost.reads + 1 };
          await before('readGrids', spreadsheet);
          const ids = sheets.map(({ sheetId }) => sheetId);
          return told(() => readAll(document, ids));
        },
        anchor: async (anchors) => {
          cost = { ...cost, writes: cost.writes + 1 };
          await before('anchor', spreadsheet);
          document = told(() => dropAnchors(document, anchors));
        },
        commit: async (commit) => {
          cost = { ...cost, reads: cost.reads + 1, writes: cost.writes + 1 };
          await before('commit', spreadsheet);
          const { outcome, after } = committed(document, commit);
          document = after;
          const { readBack } = commit;
          if (outcome.kind !== 'committed' || readBack === undefined) return outcome;
          await before('readBack', spreadsheet);
          const ids = readBack.sheets.map(({ sheetId }) => sheetId);
          const isThere = ids.every((id) => document.tabs.some(({ sheetId }) => sheetId === id));
          return isThere ? { ...outcome, seen: readAll(document, ids) } : outcome;
        },
        cost: () => cost,
      };
    },
    grid: (title) => trimmed(titled(title).cells),
    structure: () => structureOf(document),
    type: (title, row, column, value) => {
      document = withTab(document, writeBlock(titled(title), row, column, [[value]]));
    },
    renameTab: (title, to) => {
      document = withTab(document, { ...titled(title), title: to });
    },
    deleteTab: (title) => {
      const { sheetId } = titled(title);
      document = { ...document, tabs: document.tabs.filter((tab) => tab.sheetId !== sheetId) };
    },
    insertRow: (title, before) =>
      spreadsheet.insertLines(title, { dimension: 'rows', from: before, to: before + 1 }),
    insertLines: (title, stretch) => {
      document = insertLines(document, { ...stretch, sheetId: titled(title).sheetId });
    },
    deleteLines: (title, stretch) => {
      document = deleteLines(document, { ...stretch, sheetId: titled(title).sheetId });
    },
    moveLines: (title, stretch, before) => {
      document = moveLines(document, { ...stretch, sheetId: titled(title).sheetId }, before);
    },
    sortRows: (title, stretch, column) => {
      const { sheetId } = titled(title);
      document = sortRows(document, { ...stretch, sheetId, dimension: 'rows' }, column);
    },
    removeAnchors: (isGone) => {
      document = { ...document, anchors: document.anchors.filter((anchor) => !isGone(anchor)) };
    },
    anchors: () => document.anchors,
  };
  return spreadsheet;
}
