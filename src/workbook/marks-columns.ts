import { assertNever } from '../domain/assert-never.ts';
import type { Stage } from '../domain/assessment.ts';
import { type Component, type CriteriaSet, componentsOfSet } from '../domain/criteria-set.ts';
import type { Cell } from '../domain/grid.ts';
import type { Issue } from '../domain/issue.ts';
import type { Language } from '../domain/language.ts';
import { cellName } from './a1.ts';
import type { InputTab } from './input-tab.ts';
import { foldLabel, isLabel } from './label.ts';
import { givenText } from './reading.ts';
import { duplicateHeader, findHeaderRow, headerLocation, misplacedCells } from './table.ts';

export const UNIT_CODE_HEADER = { vi: 'Mã đơn vị', en: 'Unit code' };
export const UNIT_NAME_HEADER = { vi: 'Tên đơn vị', en: 'Unit name' };
/** What stands below it is counted by the spreadsheet and never read. */
export const PROGRESS_HEADER = { vi: 'Tiến độ', en: 'Progress' };

/** The components that receive marks at a stage: units and appraisers mark what the survey does not. */
export function markedComponents(set: CriteriaSet, stage: Stage): readonly Component[] {
  const components = componentsOfSet(set);
  switch (stage) {
    case 'self-assessment':
    case 'appraisal':
      return components.filter((component) => component.basis === 'appraisal');
    case 'survey':
      return components.filter((component) => component.basis === 'survey');
    default:
      return assertNever(stage);
  }
}

/** A component and the column of its marks. */
export interface ComponentColumn {
  readonly component: Component;
  readonly column: number;
}

/** Where a matrix of marks has its header row, its units and its components. */
export interface MarksColumns {
  readonly headerRow: number;
  /** Absent when no header says where the unit codes stand. */
  readonly unit?: number;
  readonly components: readonly ComponentColumn[];
  readonly issues: readonly Issue[];
}

/** A code in a header: text, or the whole number that a spreadsheet made of it. */
export function headerText(cell: Cell): string {
  if (typeof cell === 'string') return cell.normalize('NFC').trim();
  return typeof cell === 'number' && Number.isSafeInteger(cell) ? String(cell) : '';
}

function isUnitHeader(cell: Cell): boolean {
  return typeof cell === 'string' && isLabel(foldLabel(cell), UNIT_CODE_HEADER);
}

/** More than a row can have columns: short names above may look like codes, the unit header settles it. */
const UNIT_HEADER_WEIGHT = 100_000;

/** Finds the columns of a matrix: components by their codes, in whatever order staff put them. */
export function findMarksColumns(
  tab: InputTab,
  components: readonly Component[],
  language: Language,
): MarksColumns {
  const codes = new Set<string>(components.map((component) => component.code));
  const headerRow = findHeaderRow(tab.grid, (cell) => {
    if (isUnitHeader(cell)) return UNIT_HEADER_WEIGHT;
    return codes.has(headerText(cell)) ? 1 : 0;
  });
  const row = headerRow ?? 0;
  const unitHeader = UNIT_CODE_HEADER[language];
  const names = (tab.grid[row] ?? []).map((cell) => (isUnitHeader(cell) ? unitHeader : headerText(cell)));
  const { columns, issues } = firstColumns(tab, row, names, new Set([unitHeader, ...codes]));
  const lacking = components.filter((component) => !columns.has(component.code));
  const damaged = findDamagedHeaders(tab, row, lacking);
  const unit = columns.get(unitHeader);
  const missing = [
    ...(unit === undefined ? [unitHeader] : []),
    ...lacking.flatMap(({ code }) => (damaged.numbers.has(Number(code)) ? [] : [code])),
  ];
  const location = headerLocation(tab, headerRow);
  return {
    headerRow: row,
    ...(unit !== undefined && { unit }),
    components: located(components, columns),
    issues: [
      ...issues,
      ...damaged.issues,
      ...misplacedCells(tab, row),
      ...missing.map((header): Issue => ({ location, code: 'missing-header', header })),
    ],
  };
}

/** The first column of every wanted header, and an issue for each that stands twice. */
function firstColumns(tab: InputTab, row: number, names: readonly string[], wanted: ReadonlySet<string>) {
  const columns = new Map<string, number>();
  const issues: Issue[] = [];
  for (const [column, name] of names.entries()) {
    if (!wanted.has(name)) continue;
    const first = columns.get(name);
    if (first === undefined) columns.set(name, column);
    else issues.push(duplicateHeader(tab, name, row, [first, column]));
  }
  return { columns, issues };
}

function located(
  components: readonly Component[],
  columns: ReadonlyMap<string, number>,
): readonly ComponentColumn[] {
  return components.flatMap((component) => {
    const column = columns.get(component.code);
    return column === undefined ? [] : [{ component, column }];
  });
}

/** Headers such as the number 1.1 that may have been typed as the code 1.10: nobody can tell any more. */
function findDamagedHeaders(tab: InputTab, row: number, lacking: readonly Component[]) {
  const wanted = new Set(lacking.map(({ code }) => Number(code)));
  const numbers = new Set<number>();
  const issues: Issue[] = [];
  for (const [column, cell] of (tab.grid[row] ?? []).entries()) {
    if (typeof cell !== 'number' || !wanted.has(cell)) continue;
    numbers.add(cell);
    const location = { tab: tab.title, cell: cellName(row, column) };
    issues.push({ location, code: 'not-text', given: givenText(cell) });
  }
  return { numbers, issues };
}
