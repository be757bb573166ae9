import { type Correction, move } from '../../domain/correction.ts';
import { type Cell, cellAt, type Grid } from '../../domain/grid.ts';
import { STATUS_ROW } from '../../workbook/output/content-rows.ts';
import { gridOfTab, type OutputTab, type StandingTab } from '../../workbook/output/output-tab.ts';
import type { DroppedTab, ReleaseChanges } from '../../workbook/publication/correction-rows.ts';
import { figureChanges } from '../../workbook/publication/figure-changes.ts';
import { parseTabKey } from '../../workbook/tab-key.ts';
import { readStanding, type StandingLine } from '../preview-standing.ts';
import { contentHash, type PublishedTab } from './published-content.ts';

const NOTHING: StandingLine = { figures: new Map() };

function correctionsIn(ranking: string, old: Grid, now: Grid): readonly Correction[] {
  const [before, after] = [readStanding(old), readStanding(now)];
  const unitIds = [...new Set([...after.keys(), ...before.keys()])];
  return unitIds.flatMap((unitId) => {
    const [then, line] = [before.get(unitId) ?? NOTHING, after.get(unitId) ?? NOTHING];
    const isSame = then.rank === line.rank && then.index === line.index && then.grade === line.grade;
    if (isSame && before.has(unitId) === after.has(unitId)) return [];
    return [
      {
        ranking,
        unitId,
        unitName: line.unit ?? then.unit ?? unitId,
        rank: move(then.rank, line.rank),
        index: move(then.index, line.index),
        grade: move(then.grade, line.grade),
      },
    ];
  });
}

function isRanking(key: string): boolean {
  return parseTabKey(key)?.kind === 'ranking';
}

function droppedTab({ title, grid }: PublishedTab, key: string): DroppedTab {
  const cells = grid
    .filter((_, row) => row !== STATUS_ROW)
    .flat()
    .filter((cell) => shown(cell) !== null).length;
  return { title, cells, hash: contentHash([{ key, grid }]) };
}

/**
 * All that a release changes against the one before: every unit whose rank, index or class is not as it was
 * published, units that are new or gone among them; every other figure; tabs that are shown for the first time or no
 * longer. Figures are compared as they are shown.
 */
export function changesBetween(
  published: ReadonlyMap<string, PublishedTab>,
  tabs: readonly OutputTab[],
): ReleaseChanges {
  const kept = tabs.flatMap((tab) => {
    const before = published.get(tab.key);
    return before === undefined || differing(before.grid, gridOfTab(tab)) === 0 ? [] : [{ tab, before }];
  });
  const shownNow = new Set(tabs.map(({ key }) => key));
  const dropped = [...published].filter(([key]) => !shownNow.has(key));
  return {
    units: [
      ...kept
        .filter(({ tab }) => isRanking(tab.key))
        .flatMap(({ tab, before }) => correctionsIn(tab.title, before.grid, gridOfTab(tab))),
      ...dropped
        .filter(([key]) => isRanking(key))
        .flatMap(([, { title, grid }]) => correctionsIn(title, grid, [])),
    ],
    figures: kept.flatMap(({ tab, before }) => figureChanges(tab, before.grid)),
    added: tabs.filter(({ key }) => !published.has(key)).map(({ title }) => title),
    dropped: dropped.map(([key, tab]) => droppedTab(tab, key)),
  };
}

export interface ChangedCells {
  readonly tab: string;
  readonly cells: number;
}

function shown(cell: Cell): Cell {
  return cell === '' ? null : cell;
}

/** How many cells differ between two grids, their status lines aside. */
function differing(a: Grid, b: Grid): number {
  const height = Math.max(a.length, b.length);
  let count = 0;
  for (let row = 0; row < height; row += 1) {
    if (row === STATUS_ROW) continue;
    const width = Math.max(a[row]?.length ?? 0, b[row]?.length ?? 0);
    for (let column = 0; column < width; column += 1) {
      if (shown(cellAt(a, row, column)) !== shown(cellAt(b, row, column))) count += 1;
    }
  }
  return count;
}

/** The cells that a release changes, tab by tab; tabs that stay as they are, are left out. */
export function changedCells(
  published: ReadonlyMap<string, StandingTab>,
  tabs: readonly OutputTab[],
): readonly ChangedCells[] {
  const kept = new Set(tabs.map(({ key }) => key));
  const gone = [...published].filter(([key]) => !kept.has(key));
  return [
    ...tabs.map((tab) => ({
      tab: tab.title,
      cells: differing(published.get(tab.key)?.grid ?? [], gridOfTab(tab)),
    })),
    ...gone.map(([, { sheet, grid }]) => ({ tab: sheet.title, cells: differing(grid, []) })),
  ].filter(({ cells }) => cells > 0);
}
