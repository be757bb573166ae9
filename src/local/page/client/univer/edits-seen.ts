import type { ICellData, Nullable } from '@univerjs/core';
import { SetRangeValuesMutation } from '@univerjs/preset-sheets-core';
import { type CellEdit, seenIn } from '../../model/cell-edit.ts';
import type { CellValue } from '../../model/cell-value.ts';
import type { PageCell } from '../../model/page-workbook.ts';
import type { CellPlace, GridEvents } from '../grid.ts';
import { pageCellIn } from './cell-data.ts';
import type { Sheets } from './sheets.ts';
import type { Typed } from './typing.ts';

/** A value that is refused is written and taken back at once: what stands after this long is what was meant. */
const SETTLED_MS = 40;

type Given = CellEdit['values'][number][number];

interface SetParams {
  readonly subUnitId: string;
  readonly cellValue?: Readonly<Record<number, Readonly<Record<number, unknown>>>>;
}

function valueIn(data: Nullable<ICellData>): CellValue | undefined {
  const { v, t } = data ?? {};
  if (v === undefined || v === null || v === '') return undefined;
  return t === 3 ? v === 1 || v === true : v;
}

/** What the page put there still stands: nobody filled the cell since. */
function isAsPut(page: PageCell | undefined, value: CellValue | undefined): boolean {
  return page !== undefined && (page.value ?? page.shown) === value;
}

/** What a cell of the grid holds: a formula, else a value; null where it is blank. */
export function heldIn(data: Nullable<ICellData>): CellValue | null {
  const value = valueIn(data);
  const page = pageCellIn(data);
  return (isAsPut(page, value) ? seenIn(page) : undefined) ?? value ?? null;
}

/**
 * What stands in a cell, as it is entered at the server: the text that was typed, or, where the grid itself put something there (undo, a fill),
 * just that value.
 */
function givenBy(data: Nullable<ICellData>): Given {
  const value = valueIn(data);
  const page = pageCellIn(data);
  const typed = (data?.custom as Partial<Typed> | null | undefined)?.typed;
  if (isAsPut(page, value)) {
    if (typed !== undefined) return typed;
    if (page?.formula !== undefined) return page.formula;
  }
  if (value === undefined) return '';
  return typeof value === 'string' ? `'${value}` : value;
}

function placesIn({ subUnitId, cellValue = {} }: SetParams): readonly CellPlace[] {
  return Object.entries(cellValue).flatMap(([row, cells]) =>
    Object.keys(cells).map((column) => ({
      tab: Number(subUnitId),
      row: Number(row),
      column: Number(column),
    })),
  );
}

const keyOf = ({ tab, row, column }: CellPlace): string => `${tab} ${row} ${column}`;

/** Cells that were filled together as the fewest rectangles that are rows: one below the other when they have the same columns. */
function blocksOf(places: readonly CellPlace[]): readonly (readonly (readonly CellPlace[])[])[] {
  const sorted = places.toSorted((a, b) => a.tab - b.tab || a.row - b.row || a.column - b.column);
  const runs: CellPlace[][] = [];
  for (const place of sorted) {
    const last = runs.at(-1)?.at(-1);
    const goesOn = last?.tab === place.tab && last.row === place.row && last.column + 1 === place.column;
    if (goesOn) runs.at(-1)?.push(place);
    else runs.push([place]);
  }
  const blocks: CellPlace[][][] = [];
  for (const run of runs) {
    const above = blocks.at(-1)?.at(-1);
    const [first] = run;
    const [firstAbove] = above ?? [];
    const isBelow =
      above !== undefined &&
      above.length === run.length &&
      first?.tab === firstAbove?.tab &&
      first?.column === firstAbove?.column &&
      first?.row === (firstAbove?.row ?? 0) + 1;
    if (isBelow) blocks.at(-1)?.push(run);
    else blocks.push([run]);
  }
  return blocks;
}

/** Tells of cells that the person filled, whatever way it was done, once they have settled. */
export class EditsSeen {
  readonly #sheets: Sheets;
  readonly #edited: GridEvents['edited'];
  readonly #touched = new Map<string, CellPlace>();
  #timer: number | undefined;
  #isOwn = false;
  #whenTold: readonly (() => void)[] = [];

  constructor(sheets: Sheets, edited: GridEvents['edited']) {
    this.#sheets = sheets;
    this.#edited = edited;
    sheets.commands.onCommandExecuted(({ id, params }) => {
      if (id === SetRangeValuesMutation.id && !this.#isOwn) this.#touch(params as SetParams);
    });
  }

  /** Whether something was filled that has not been told yet. */
  get isSettling(): boolean {
    return this.#touched.size > 0;
  }

  /** Settles when everything that was filled has been told. */
  told(): Promise<void> {
    if (!this.isSettling) return Promise.resolve();
    return new Promise((resolve) => {
      this.#whenTold = [...this.#whenTold, resolve];
    });
  }

  /** Runs work whose changes are the page's own, not the person's. */
  quietly(work: () => void): void {
    this.#isOwn = true;
    try {
      work();
    } finally {
      this.#isOwn = false;
    }
  }

  #touch(params: SetParams): void {
    for (const place of placesIn(params)) this.#touched.set(keyOf(place), place);
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#flush(), SETTLED_MS);
  }

  #flush(): void {
    const places = [...this.#touched.values()];
    this.#touched.clear();
    for (const block of blocksOf(places)) {
      const [[first] = []] = block;
      if (first === undefined) continue;
      const { tab, row, column } = first;
      const sheet = this.#sheets.sheet(tab);
      const values = block.map((line) =>
        line.map((place) => givenBy(sheet?.getCellRaw(place.row, place.column))),
      );
      this.#edited({ tab, row, column, values });
    }
    const waiting = this.#whenTold;
    this.#whenTold = [];
    for (const resolve of waiting) resolve();
  }
}
