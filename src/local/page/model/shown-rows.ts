import { bandingLooks } from './banding.ts';
import { type Box, boxOfRange } from './box.ts';
import {
  type CompiledRule,
  compileRules,
  type LookAt,
  type RuledSheet,
  ruledLook,
} from './conditional-looks.ts';
import { PLAIN } from './look.ts';
import type { PageMemory } from './page-memory.ts';
import type { PageCell, PageRows } from './page-workbook.ts';
import type { SheetGrid } from './sheet-grid.ts';
import { objectIn } from './wire-json.ts';

interface Painter {
  readonly banding: LookAt;
  readonly rules: readonly CompiledRule[];
  /** Beyond the cells that hold anything, rules may colour blank ones. */
  readonly reach: { readonly rows: number; readonly columns: number };
  readonly sign: string;
}

function painterOf(grid: SheetGrid, sheet: RuledSheet): Painter {
  const { conditionalFormats, bandedRanges } = grid.sheet.attachments;
  const rules = compileRules(conditionalFormats, sheet);
  const bands = bandedRanges.map((range) => boxOfRange(objectIn(range, 'range') ?? {}, sheet));
  const boxes = [...rules.flatMap((rule) => rule.boxes), ...bands];
  const signs = rules.map(({ boxes: ruled, sign }) => [ruled, sign]);
  return {
    banding: bandingLooks(bandedRanges, sheet),
    rules,
    reach: {
      rows: Math.max(grid.rows.length, ...boxes.map(({ bottom }) => bottom)),
      columns: Math.max(0, ...boxes.map(({ right }) => right)),
    },
    sign: JSON.stringify([signs, bandedRanges]),
  };
}

function isBetween(box: Box, row: number): boolean {
  return row >= box.top && row < box.bottom;
}

/** A name for all that decides over the looks of a row beside its own cells; undefined when that is other rows. */
function signOf({ rules, sign }: Painter, row: number): string | undefined {
  const touching = rules.filter(({ boxes }) => boxes.some((box) => isBetween(box, row)));
  return touching.every((rule) => rule.sign !== undefined) ? `${row} ${sign}` : undefined;
}

function paintRow(grid: SheetGrid, at: number, painter: Painter, memory: PageMemory) {
  const row = grid.rows[at]?.read;
  const width = Math.max(row?.cells.length ?? 0, painter.reach.columns);
  const cells: (PageCell | null)[] = [];
  let used = 0;
  for (let column = 0; column < width; column += 1) {
    const own = row?.looks[column] ?? PLAIN;
    const band = painter.banding(at, column);
    // A cell's own background goes before that of its band, and a rule before both.
    const still = band === undefined ? own : memory.looks.over(band, own);
    const look = memory.looks.name(memory.looks.over(still, ruledLook(painter.rules, at, column)));
    const cell = row?.cells[column];
    const shown = look === undefined ? (cell ?? null) : { ...cell, look };
    cells.push(shown);
    if (shown !== null) used = column + 1;
  }
  return cells.slice(0, used);
}

/** The rows of a sheet with the looks that bands and conditional formats give them. */
export function shownRows(grid: SheetGrid, sheet: RuledSheet, memory: PageMemory): PageRows {
  const painter = painterOf(grid, sheet);
  return Array.from({ length: painter.reach.rows }, (_, at) => {
    const row = grid.rows[at];
    const rules = signOf(painter, at);
    if (row === undefined || rules === undefined) return paintRow(grid, at, painter, memory);
    const known = memory.shown.get(row.source);
    if (known?.rules === rules && known.read === row.read) return known.cells;
    const cells = paintRow(grid, at, painter, memory);
    memory.shown.set(row.source, { rules, read: row.read, cells });
    return cells;
  });
}

/** Rules over a sheet may name cells of others: what they share. */
export type SharedRules = Pick<RuledSheet, 'locale' | 'palette' | 'shownTexts' | 'formulaHolds'>;

export function ruledSheetOf(grid: SheetGrid, shared: SharedRules): RuledSheet {
  const { rowCount, columnCount, valueAt, rows } = grid;
  return { ...shared, rowCount, columnCount, valueAt, usedRows: rows.length };
}
