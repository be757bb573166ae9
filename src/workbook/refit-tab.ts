import type { Content, ContentCell } from '../domain/content.ts';
import type { CriteriaSet } from '../domain/criteria-set.ts';
import { type Cell, cellAt, type Grid, isEmptyCell } from '../domain/grid.ts';
import type { Language } from '../domain/language.ts';
import { DEFAULT_SCORING_OPTIONS } from '../domain/scoring-options.ts';
import { parseCriteria } from './criteria-tab.ts';
import type { InputTab } from './input-tab.ts';
import { foldLabel, isLabel } from './label.ts';
import { headerText, UNIT_CODE_HEADER } from './marks-columns.ts';
import { HEAD_HEIGHT, HEAD_ROWS, type MarksShape, marksShape } from './marks-shape.ts';
import { plainContent } from './plain-content.ts';
import { progressCell } from './render-marks.ts';
import type { RenderedTab } from './rendered-tab.ts';
import { namesOf } from './table.ts';
import { columnsOf, TABLE_KINDS, type TableKind } from './template/tab-columns.ts';

/** A tab of people's entries, every cell as they left it. */
export interface RefittedTab extends RenderedTab {
  /** Whether its columns stand as the product renders them, so that it can be dressed; else it is laid out plainly. */
  readonly isFitting: boolean;
}

/** The criteria sets that can be read, whatever is wrong with them. */
export function readableSets(tabs: readonly InputTab[], language: Language): readonly CriteriaSet[] {
  return tabs.flatMap((tab) => {
    const { key } = tab;
    if (key.kind !== 'criteria') return [];
    return [parseCriteria(tab, { id: key.setId, sums: DEFAULT_SCORING_OPTIONS, language }).set];
  });
}

/** Rows of one length, without the empty ones at the end. */
function rowsOf(grid: Grid, atLeast: number): readonly (readonly ContentCell[])[] {
  const height = grid.findLastIndex((cells) => !cells.every(isEmptyCell)) + 1;
  const width = Math.max(atLeast, ...grid.map((cells) => cells.length));
  return grid
    .slice(0, height)
    .map((_, row) => Array.from({ length: width }, (__, column) => ({ value: cellAt(grid, row, column) })));
}

function tableIn({ grid }: InputTab, kind: TableKind): Content | undefined {
  const columns = columnsOf(kind);
  const names = namesOf(columns);
  const isHeader = (cell: Cell, name: string) =>
    typeof cell === 'string' && columns[name] !== undefined && isLabel(foldLabel(cell), columns[name].header);
  if (!names.every((name, column) => isHeader(cellAt(grid, 0, column), name))) return undefined;
  return { rows: rowsOf(grid, names.length), columnWidths: [], frozenRows: 1, frozenColumns: 0 };
}

function isMatrix(grid: Grid, { components, firstMark }: MarksShape): boolean {
  const code = cellAt(grid, HEAD_ROWS.code, 0);
  const at = (column: number) => headerText(cellAt(grid, HEAD_ROWS.code, column));
  return (
    typeof code === 'string' &&
    isLabel(foldLabel(code), UNIT_CODE_HEADER) &&
    components.every((component, index) => at(firstMark + index) === component.code)
  );
}

/** The count of entries beside a unit is a formula again, which goes on counting. */
function matrixIn(grid: Grid, shape: MarksShape, language: Language): Content | undefined {
  if (!isMatrix(grid, shape)) return undefined;
  const { components, progress, firstMark } = shape;
  const end = firstMark + components.length;
  const rows = rowsOf(grid, end).map((cells, row) => {
    if (progress === undefined || row < HEAD_HEIGHT || isEmptyCell(cells[0]?.value ?? null)) return cells;
    const marks = cells.slice(firstMark, end).map(({ value }) => value);
    return cells.with(progress, progressCell(marks, row, language));
  });
  return { rows, columnWidths: [], frozenRows: HEAD_HEIGHT, frozenColumns: firstMark };
}

function fittingContent(tab: InputTab, sets: readonly CriteriaSet[], language: Language) {
  const { key, grid } = tab;
  if (key.kind !== 'marks') {
    const kind = TABLE_KINDS.find((each) => each === key.kind);
    return kind === undefined ? undefined : tableIn(tab, kind);
  }
  const set = sets.find(({ id }) => id === key.setId);
  return set === undefined ? undefined : matrixIn(grid, marksShape(set, key.stage), language);
}

/**
 * Tabs of entries that may have errors, to be made anew with the looks of the template: every cell holds what it held, faulty or not, so that it
 * can be found and corrected where its person left it.
 */
export function refitTab(tab: InputTab, sets: readonly CriteriaSet[], language: Language): RefittedTab {
  const { key, title, grid } = tab;
  const content = fittingContent(tab, sets, language);
  return { key, title, content: content ?? plainContent(grid), isFitting: content !== undefined };
}
