import type { Cell } from '../../../src/domain/grid.ts';
import { extentOf, getAt } from '../../../src/local/stand-in/model/sparse-list.ts';
import type { Sheet } from '../../../src/local/stand-in/model/workbook.ts';
import { TAB_METADATA_KEY } from '../../../src/workbook/tab-key.ts';
import { isHeaderRow } from '../../jobs/staff-at-work.ts';
import type { Google } from './in-process-google.ts';
import type { MemoryStore } from './memory-store.ts';
import { ask, cellData, MARKS, NOTES, SPREADSHEET_ID } from './small-world.ts';
import type { Turns } from './turns.ts';

export interface StaffOptions {
  readonly store: MemoryStore;
  readonly google: Google;
  readonly random: () => number;
  readonly turns: Turns;
}

/** Own cells of a tab that staff damaged, and the state that it then was in: the next write puts them right. */
export interface Damage {
  readonly key: string;
  readonly state: number;
}

/** One edit; a damaging one says which tab it damages. */
interface Edit {
  readonly requests: readonly object[];
  readonly damages?: string;
}

type Dimension = 'ROWS' | 'COLUMNS';

const WRITTEN = [
  'ranking.h',
  'ranking.h',
  'by-field.h',
  'criteria-analysis.h',
  'profiles.h',
  'summary',
  'announcement',
  'issues',
  'run-log',
] as const;

/** Marks that people enter: few, so that the same entries come again and again; one of them is a mistake. */
const ENTERED: readonly Cell[] = [0, 0.5, 0.5, 1, 1, null, 'chưa có'];

function typed(sheetId: number, rowIndex: number, columnIndex: number, value: Cell): object {
  const rows = [{ values: [cellData(value)] }];
  return { updateCells: { start: { sheetId, rowIndex, columnIndex }, rows, fields: 'userEnteredValue' } };
}

function line(sheetId: number, dimension: Dimension, startIndex: number): object {
  return { sheetId, dimension, startIndex, endIndex: startIndex + 1 };
}

function changed(sheetId: number, change: object): object {
  const properties = { sheetId, ...change };
  return { updateSheetProperties: { properties, fields: Object.keys(change).join(',') } };
}

function textsAt({ rows }: Sheet, row: number): readonly Cell[] {
  return (getAt(rows, row) ?? []).map((cell) => cell?.userEnteredValue?.stringValue ?? null);
}

/** What staff can do at a moment, by one source of chance. */
class Chance {
  readonly #options: StaffOptions;
  readonly #damaged = new Set<string>();
  #notes = 0;

  constructor(options: StaffOptions) {
    this.#options = options;
  }

  below(end: number): number {
    return Math.floor(this.#options.random() * end);
  }

  of<T>(items: readonly T[]): T | undefined {
    return items[this.below(items.length)];
  }

  note(): string {
    this.#notes += 1;
    return `ghi chú ${this.#notes}`;
  }

  workbook() {
    return this.#options.store.get(SPREADSHEET_ID)?.workbook;
  }

  tab(key: string): Sheet | undefined {
    const found = this.workbook()?.developerMetadata.find(
      ({ metadataKey, metadataValue }) => metadataKey === TAB_METADATA_KEY && metadataValue === key,
    );
    return this.workbook()?.sheets.find(({ sheetId }) => sheetId === found?.location?.sheetId);
  }

  /** One damage for a tab and a world: more of them together nobody could tell from staff's own rows. */
  mayDamage(key: string): boolean {
    if (this.#damaged.has(key)) return false;
    this.#damaged.add(key);
    return true;
  }
}

type Move = (chance: Chance) => Edit | undefined;

function sizeOf({ properties, rows }: Sheet) {
  const { rowCount = 0, columnCount = 0 } = properties.gridProperties ?? {};
  return { rowCount, columnCount, used: Math.max(extentOf(rows), 1) };
}

/** An edit of one of the written tabs, when it is still there. */
function onWritten(edit: (chance: Chance, tab: Sheet, key: string) => Edit | undefined): Move {
  return (chance) => {
    const key = chance.of(WRITTEN) ?? 'summary';
    const tab = chance.tab(key);
    return tab === undefined ? undefined : edit(chance, tab, key);
  };
}

function along(chance: Chance, tab: Sheet): readonly [Dimension, number] {
  const { columnCount, used } = sizeOf(tab);
  return chance.below(3) > 0 ? ['ROWS', used] : ['COLUMNS', columnCount];
}

const insertLine = onWritten((chance, tab) => {
  const { sheetId } = tab;
  const [dimension, end] = along(chance, tab);
  const at = chance.below(end + 1);
  const { columnCount, used } = sizeOf(tab);
  const text =
    dimension === 'ROWS'
      ? typed(sheetId, at, chance.below(columnCount), chance.note())
      : typed(sheetId, chance.below(used), at, chance.note());
  const inserted = { insertDimension: { range: line(sheetId, dimension, at), inheritFromBefore: at > 0 } };
  return { requests: chance.below(4) === 0 ? [inserted] : [inserted, text] };
});

const noteFarBelow = onWritten((chance, tab) => {
  const { rowCount, columnCount, used } = sizeOf(tab);
  if (used + 5 >= rowCount) return undefined;
  return { requests: [typed(tab.sheetId, used + 5, chance.below(columnCount), chance.note())] };
});

const noteBeside = onWritten((chance, tab) => {
  const { columnCount, used } = sizeOf(tab);
  const row = chance.below(used);
  // A column of the product that was moved there makes its cells ours, the empty ones as well.
  const last = Array.from({ length: used }, (_, each) => textsAt(tab, each)[columnCount - 1] ?? '');
  const isOurs = last.some((text) => text !== '' && !String(text).startsWith('ghi chú'));
  if (isOurs) return undefined;
  return { requests: [typed(tab.sheetId, row, columnCount - 1, chance.note())] };
});

const moveLine = onWritten((chance, tab) => {
  const [dimension, end] = along(chance, tab);
  const source = line(tab.sheetId, dimension, chance.below(end));
  return { requests: [{ moveDimension: { source, destinationIndex: chance.below(end + 1) } }] };
});

const sortRows = onWritten((chance, tab, key) => {
  // A log that is sorted is still a log; its order is what the checker reads.
  if (key === 'run-log') return undefined;
  const { columnCount, used } = sizeOf(tab);
  const ends = [chance.below(used), chance.below(used)].toSorted((a, b) => a - b);
  const range = { sheetId: tab.sheetId, startRowIndex: ends[0], endRowIndex: (ends[1] ?? 0) + 1 };
  const sortSpecs = [{ dimensionIndex: chance.below(columnCount), sortOrder: 'ASCENDING' }];
  return { requests: [{ sortRange: { range, sortSpecs } }] };
});

const hideLine = onWritten((chance, tab) => {
  const [dimension, end] = along(chance, tab);
  const range = line(tab.sheetId, dimension, chance.below(end));
  const properties = { hiddenByUser: chance.below(3) > 0 };
  return { requests: [{ updateDimensionProperties: { range, properties, fields: 'hiddenByUser' } }] };
});

const deleteLine = onWritten((chance, tab, key) => {
  const [dimension, end] = along(chance, tab);
  const at = chance.below(end);
  const isLog = key === 'run-log';
  if (isLog || (dimension === 'ROWS' && isHeaderRow(textsAt(tab, at))) || !chance.mayDamage(key))
    return undefined;
  return { requests: [{ deleteDimension: { range: line(tab.sheetId, dimension, at) } }], damages: key };
});

const typeOver = onWritten((chance, tab, key) => {
  const { columnCount, used } = sizeOf(tab);
  const [row, column] = [chance.below(used), chance.below(columnCount)];
  const isNote = textsAt(tab, row)[column]?.toString().startsWith('ghi chú') === true;
  if (key === 'run-log' || isNote || !chance.mayDamage(key)) return undefined;
  return { requests: [typed(tab.sheetId, row, column, `đè ${row}`)], damages: key };
});

const deleteTab = onWritten((chance, tab, key) => {
  if (key === 'run-log' || chance.below(3) > 0 || !chance.mayDamage(key)) return undefined;
  return { requests: [{ deleteSheet: { sheetId: tab.sheetId } }], damages: key };
});

const changeTab = onWritten((chance, tab, key) => {
  const titles = { title: `${key} ${chance.below(3)}` };
  const change = chance.of([titles, { hidden: chance.below(2) === 0 }, { index: chance.below(4) }]) ?? titles;
  return { requests: [changed(tab.sheetId, change)] };
});

const deleteAnchor: Move = (chance) => {
  const anchors = chance
    .workbook()
    ?.developerMetadata.filter(({ metadataKey }) => metadataKey === 'par.anchor');
  const metadataId = chance.of(anchors ?? [])?.metadataId;
  if (metadataId === undefined || !chance.mayDamage('anchors')) return undefined;
  const dataFilter = { developerMetadataLookup: { metadataId } };
  return { requests: [{ deleteDeveloperMetadata: { dataFilter } }] };
};

/** Edits of the marks, by whatever rows and columns they then stand in. */
const enterMark: Move = (chance) => {
  const marks = chance.tab(MARKS.key);
  const header = [0, 1, 2].find((row) => marks !== undefined && textsAt(marks, row).includes('1.1')) ?? 0;
  const column =
    marks === undefined ? -1 : textsAt(marks, header).indexOf(chance.below(2) === 0 ? '1.1' : '1.10');
  if (column === -1) return undefined;
  const value = chance.of(ENTERED) ?? null;
  return { requests: [typed(MARKS.sheetId, header + 1 + chance.below(3), column, value)] };
};

const workOnMarks: Move = (chance) => {
  const insert = { insertDimension: { range: line(MARKS.sheetId, 'ROWS', chance.below(2)) } };
  const sort = {
    sortRange: {
      range: { sheetId: MARKS.sheetId, startRowIndex: 1, endRowIndex: 4 },
      sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }],
    },
  };
  const beside = typed(MARKS.sheetId, chance.below(5), 7, chance.note());
  const renamed = changed(MARKS.sheetId, { title: `Điểm ${chance.below(3)}` });
  return { requests: [chance.of([insert, sort, beside, renamed]) ?? beside] };
};

const takeNotes: Move = (chance) => ({
  requests: [typed(NOTES.sheetId, chance.below(5), chance.below(5), chance.note())],
});

const MOVES: readonly Move[] = [
  enterMark,
  enterMark,
  enterMark,
  workOnMarks,
  takeNotes,
  insertLine,
  insertLine,
  noteFarBelow,
  noteBeside,
  moveLine,
  moveLine,
  sortRows,
  hideLine,
  deleteLine,
  typeOver,
  deleteTab,
  changeTab,
  deleteAnchor,
];

/** Everything that staff do in a shared workbook while others recompute; the damages that they do are noted. */
export function makeStaff(options: StaffOptions, damages: Damage[]) {
  const { store, google, turns } = options;
  const chance = new Chance(options);
  return async function work(edits: number): Promise<void> {
    if (edits === 0) return;
    await turns.next();
    const edit = chance.of(MOVES)?.(chance);
    if (edit !== undefined) {
      store.signAs('staff');
      await ask(google, 'POST', `v4/spreadsheets/${SPREADSHEET_ID}:batchUpdate`, { requests: edit.requests });
      if (edit.damages !== undefined) damages.push({ key: edit.damages, state: store.states.length - 1 });
    }
    await work(edits - 1);
  };
}
