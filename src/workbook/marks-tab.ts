import type { Assessment, Stage } from '../domain/assessment.ts';
import type { CriteriaSet, CriterionCode } from '../domain/criteria-set.ts';
import type { DeclaredValue } from '../domain/declared-value.ts';
import { type Cell, isEmptyCell } from '../domain/grid.ts';
import type { Issue, IssueDetail } from '../domain/issue.ts';
import type { Language } from '../domain/language.ts';
import type { Mark } from '../domain/mark.ts';
import { type UnitId, UnitIdSchema } from '../domain/unit.ts';
import { cellName } from './a1.ts';
import { codeReader } from './cell-text.ts';
import type { ExemptionIndex } from './exemption-index.ts';
import type { InputTab } from './input-tab.ts';
import { type Entered, readRuleCell } from './mark-cell.ts';
import { type TotalsCheck, totalsCheck } from './mark-totals.ts';
import {
  type ComponentColumn,
  findMarksColumns,
  markedComponents,
  UNIT_CODE_HEADER,
} from './marks-columns.ts';
import type { Reading } from './reading.ts';
import { remembered } from './remembered.ts';
import { shareColumns } from './share-columns.ts';
import type { SumCheck } from './stated-sum.ts';
import { strayColumns } from './stray-columns.ts';

/** What the marks of a matrix are checked against. */
export interface MarksContext {
  readonly set: CriteriaSet;
  /** Every code of the set's tab, and the components whose rule could not be read: their cells are left unread. */
  readonly stated: ReadonlySet<string>;
  readonly unruled: ReadonlySet<CriterionCode>;
  readonly stage: Stage;
  /** The units that the set scores; absent when the units themselves could not be read. */
  readonly unitIds: ReadonlySet<string> | undefined;
  readonly exemptions: ExemptionIndex;
  readonly sums: SumCheck;
  readonly language: Language;
}

export interface ParsedMarks {
  /** One for every unit that has any mark, in the order of the rows. */
  readonly assessments: readonly Assessment[];
  readonly issues: readonly Issue[];
}

const readUnitId = codeReader(UnitIdSchema);

/** The marks of one stage: plain loops, because a matrix may hold a million cells. */
export function parseMarks(tab: InputTab, context: MarksContext): ParsedMarks {
  const columns = findMarksColumns(tab, markedComponents(context.set, context.stage), context.language);
  if (columns.unit === undefined) return { assessments: [], issues: columns.issues };
  const marked = new Set(columns.components.map(({ component }) => component.code));
  const read = columns.components.filter(({ component }) => !context.unruled.has(component.code));
  const totals = totalsCheck(tab.grid[columns.headerRow] ?? [], context.set, marked, context.sums);
  const matrix: Matrix = {
    tab,
    readers: read.map((each) => makeMarkReader(each, context.stage)),
    unitColumn: columns.unit,
    firstCells: new Map(),
    totals,
  };
  const issues: Issue[] = [
    ...columns.issues,
    ...strayColumns(tab, columns.headerRow, { set: context.set, stated: context.stated, marked }),
  ];
  const assessments: Assessment[] = [];
  for (let row = columns.headerRow + 1; row < tab.grid.length; row += 1) {
    const assessment = readAssessment(matrix, row, context, issues);
    if (assessment !== undefined) assessments.push(assessment);
  }
  return {
    assessments,
    issues: [...issues, ...shareColumns(tab, columns, assessments), ...totals.issues(tab.title)],
  };
}

/** A matrix of marks while it is read row by row. */
interface Matrix {
  readonly tab: InputTab;
  readonly readers: readonly MarkReader[];
  readonly unitColumn: number;
  /** Where each unit that was read so far stands. */
  readonly firstCells: Map<string, string>;
  readonly totals: TotalsCheck;
}

/** The marks of a row; undefined for a row without a sound unit or without any mark. */
function readAssessment(
  { tab, readers, unitColumn, firstCells, totals }: Matrix,
  row: number,
  context: MarksContext,
  issues: Issue[],
): Assessment | undefined {
  const cells = tab.grid[row] ?? [];
  const report = (column: number, detail: IssueDetail): void => {
    issues.push({ location: { tab: tab.title, cell: cellName(row, column) }, ...detail });
  };
  const unit = readUnit(cells, unitColumn, readers, context.language);
  const wrong = unit.issue ?? wrongUnit(unit.id, firstCells, context);
  if (wrong !== undefined) {
    report(unitColumn, wrong);
    reportCells(cells, readers, report);
  }
  if (wrong !== undefined || unit.id === undefined) return undefined;
  firstCells.set(unit.id, cellName(row, unitColumn));
  const before = issues.length;
  const entered = readRow(cells, readers, context.exemptions.get(unit.id), report);
  // A mark that was refused explains a total by itself.
  if (issues.length === before) totals.add(row, cells, entered);
  if (entered.marks.size === 0 && entered.declared === undefined) return undefined;
  return { unitId: unit.id, stage: context.stage, ...entered };
}

type Report = (column: number, detail: IssueDetail) => void;

/**
 * What cannot be used in a row whose unit is wrong, so that all of it is corrected at once. Points above a maximum are
 * left out: a row of totals has nothing else, and its code says it all.
 */
function reportCells(cells: readonly Cell[], readers: readonly MarkReader[], report: Report): void {
  readRow(cells, readers, undefined, (column, detail) => {
    if (detail.code !== 'over-max') report(column, detail);
  });
}

/** What is wrong with a unit code that can be read: it stands above already, or the set does not score it. */
function wrongUnit(
  id: UnitId | undefined,
  firstCells: ReadonlyMap<string, string>,
  { unitIds }: MarksContext,
): IssueDetail | undefined {
  if (id === undefined) return undefined;
  const otherCell = firstCells.get(id);
  if (otherCell !== undefined) return { code: 'duplicate-code', given: id, otherCell };
  return unitIds?.has(id) === false ? { code: 'unknown-code', given: id, referent: 'unit' } : undefined;
}

interface UnitOfRow {
  readonly id?: UnitId;
  readonly issue?: IssueDetail;
}

/** Whose marks a row holds; a row without a code is skipped when it holds no marks either. */
function readUnit(
  cells: readonly Cell[],
  unitColumn: number,
  readers: readonly MarkReader[],
  language: Language,
): UnitOfRow {
  const reading = readUnitId(cells[unitColumn] ?? null);
  switch (reading.kind) {
    case 'value':
      return { id: reading.value };
    case 'refused':
      return { issue: reading.detail };
    default: {
      const hasMarks = readers.some(({ column }) => !isEmptyCell(cells[column] ?? null));
      return hasMarks ? { issue: { code: 'missing-value', header: UNIT_CODE_HEADER[language] } } : {};
    }
  }
}

type EnteredRow = Pick<Assessment, 'marks' | 'declared'>;

function readRow(
  cells: readonly Cell[],
  readers: readonly MarkReader[],
  exempt: ReadonlySet<string> | undefined,
  report: Report,
): EnteredRow {
  const marks = new Map<CriterionCode, Mark>();
  const declared = new Map<CriterionCode, DeclaredValue>();
  for (const { component, column, read, readExempt } of readers) {
    const cell = cells[column] ?? null;
    if (cell === null) continue;
    const reading = exempt?.has(component.code) === true ? readExempt(cell) : read(cell);
    const entered = reported(reading, (detail) => report(column, detail));
    if (entered?.kind === 'mark') marks.set(component.code, entered.mark);
    if (entered?.kind === 'declared') declared.set(component.code, entered.declared);
  }
  return declared.size === 0 ? { marks } : { marks, declared };
}

/** Reads the marks of one component, for a unit to which it applies and for one to which it does not. */
interface MarkReader extends ComponentColumn {
  readonly read: (cell: Cell) => Reading<Entered>;
  readonly readExempt: (cell: Cell) => Reading<Entered>;
}

function makeMarkReader({ component, column }: ComponentColumn, stage: Stage): MarkReader {
  const readAs =
    (isExempt: boolean) =>
    (cell: Cell): Reading<Entered> =>
      readRuleCell(cell, { component, isExempt, stage });
  return { component, column, read: remembered(readAs(false)), readExempt: readAs(true) };
}

/** What a reading gives; what is to be said about it is reported. */
function reported<T>(reading: Reading<T>, report: (detail: IssueDetail) => void): T | undefined {
  if (reading.kind === 'refused') report(reading.detail);
  if (reading.kind !== 'value') return undefined;
  if (reading.remark !== undefined) report(reading.remark);
  return reading.value;
}
