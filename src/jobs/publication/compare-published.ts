import type { Difference } from '../../domain/difference.ts';
import { type Cell, cellAt, type Grid } from '../../domain/grid.ts';
import type { Release, SealedLink } from '../../domain/release.ts';
import type { Sheet } from '../../domain/spreadsheet.ts';
import type { SpreadsheetPort } from '../../sheets/spreadsheet-port.ts';
import { cellName } from '../../workbook/a1.ts';
import { gridOfTab, type OutputTab } from '../../workbook/output/output-tab.ts';
import { saysTitle } from '../../workbook/publication/same-title.ts';
import { contentHash } from './published-content.ts';
import type { ResultsFile } from './results-file.ts';
import { checkLines, type Lines } from './sealed-lines.ts';

function shown(cell: Cell): Cell {
  return cell === '' ? null : cell;
}

function cellsThatDiffer(tab: string, published: Grid, recomputed: Grid): readonly Difference[] {
  const height = Math.max(published.length, recomputed.length);
  const found: Difference[] = [];
  for (let row = 0; row < height; row += 1) {
    const width = Math.max(published[row]?.length ?? 0, recomputed[row]?.length ?? 0);
    for (let column = 0; column < width; column += 1) {
      const [is, ought] = [shown(cellAt(published, row, column)), shown(cellAt(recomputed, row, column))];
      if (is === ought) continue;
      found.push({ kind: 'cell', tab, cell: cellName(row, column), published: is, recomputed: ought });
    }
  }
  return found;
}

/** A published tab beside what it ought to be. */
export interface FoundTab {
  readonly tab: OutputTab;
  /** What it is called and holds; absent when the file has no such tab. */
  readonly stands?: { readonly title: string; readonly grid: Grid };
}

/**
 * The tabs of a file by what they ought to be: by their key, or in a file that lost keys and names on its way by
 * their title; and the titles of all others.
 */
export async function findPublishedTabs(
  spreadsheet: SpreadsheetPort,
  { workbook }: ResultsFile,
  expected: readonly OutputTab[],
): Promise<{ readonly found: readonly FoundTab[]; readonly foreign: readonly string[] }> {
  const { structure, standing } = workbook;
  const byKey = new Map([...standing].map(([key, { sheet }]) => [key, sheet] as const));
  const keyed = new Set([...byKey.values()].map(({ sheetId }) => sheetId));
  const titled = (title: string): Sheet | undefined =>
    structure.sheets.find((sheet) => sheet.title === title && !keyed.has(sheet.sheetId));
  const places = expected.map((tab) => ({ tab, sheet: byKey.get(tab.key) ?? titled(tab.title) }));
  const byTitle = places.flatMap(({ tab, sheet }) =>
    sheet === undefined || byKey.has(tab.key) ? [] : [sheet],
  );
  const grids = byTitle.length === 0 ? new Map<number, Grid>() : await spreadsheet.readGrids(byTitle);
  const used = new Set(places.flatMap(({ sheet }) => sheet?.sheetId ?? []));
  return {
    found: places.map(({ tab, sheet }) => {
      const grid =
        standing.get(tab.key)?.grid ?? (sheet === undefined ? undefined : grids.get(sheet.sheetId));
      return sheet === undefined ? { tab } : { tab, stands: { title: sheet.title, grid: grid ?? [] } };
    }),
    foreign: structure.sheets.flatMap(({ sheetId, title }) => (used.has(sheetId) ? [] : [title])),
  };
}

/** A title that says something else is a change of what is read: two rankings may have changed their names. */
function renamed(tab: string, published: string): readonly Difference[] {
  return saysTitle(published, tab) ? [] : [{ kind: 'renamed-tab', tab, published }];
}

/** Every cell and title of every tab that is not as it ought to be, every tab too many and every tab too few. */
export function differencesInTabs(
  found: readonly FoundTab[],
  foreign: readonly string[],
): readonly Difference[] {
  const inTabs = found.flatMap(({ tab, stands }): readonly Difference[] =>
    stands === undefined
      ? [{ kind: 'missing-tab', tab: tab.title }]
      : [...renamed(tab.title, stands.title), ...cellsThatDiffer(tab.title, stands.grid, gridOfTab(tab))],
  );
  return [...inTabs, ...foreign.map((tab): Difference => ({ kind: 'foreign-tab', tab }))];
}

/** Figures of the newest release that no longer have the hash that it states: the file was changed since. */
export function differenceOfContent(release: Release, found: readonly FoundTab[]): readonly Difference[] {
  const shownTabs = found
    .filter(({ tab }) => release.tabs.includes(tab.key) || tab.key === 'methodology')
    .map(({ tab, stands }) => ({ key: tab.key, grid: stands?.grid ?? [] }));
  const recomputed = contentHash(shownTabs);
  const { content } = release.hashes;
  if (recomputed === content) return [];
  return [{ kind: 'hash', of: 'content', number: release.number, published: content, recomputed }];
}

/** Releases whose lines in the log are not those that they were sealed with, or that a later release states. */
export function differencesOfCorrections(
  chain: readonly SealedLink[],
  corrections: Lines,
): readonly Difference[] {
  return checkLines(chain, corrections).flatMap(({ number, expected, found }): readonly Difference[] =>
    expected === found
      ? []
      : [{ kind: 'hash', of: 'corrections', number, published: expected, recomputed: found }],
  );
}
