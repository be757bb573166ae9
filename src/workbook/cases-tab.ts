import { type Assessment, STAGES, type Stage } from '../domain/assessment.ts';
import {
  type Component,
  type CriteriaSet,
  type CriterionCode,
  CriterionCodeSchema,
  componentsOfSet,
} from '../domain/criteria-set.ts';
import type { DeclaredValue } from '../domain/declared-value.ts';
import type { Cell } from '../domain/grid.ts';
import type { Issue, Location } from '../domain/issue.ts';
import type { Language } from '../domain/language.ts';
import type { Mark } from '../domain/mark.ts';
import type { Points } from '../domain/points.ts';
import type { Expectation, ProofCase } from '../domain/proof-case.ts';
import type { Ratio } from '../domain/ratio.ts';
import { CASE_COLUMNS, type CaseColumn, INDEX_WORD, STAGE_OPTIONS } from './cases-columns.ts';
import { optionReader } from './cell-option.ts';
import { codeReader, readText } from './cell-text.ts';
import type { InputTab } from './input-tab.ts';
import { foldLabel, isLabel } from './label.ts';
import { isExemptWord, readRuleCell } from './mark-cell.ts';
import { readPointsUpTo } from './mark-points.ts';
import { readIndex } from './past-results-tab.ts';
import { type Reading, valueRead } from './reading.ts';
import { type RowReader, rowReader } from './row-reader.ts';
import { findTable } from './table.ts';

/** A case while its rows are read. */
interface DraftCase {
  readonly marks: Map<Stage, Map<CriterionCode, Mark>>;
  readonly declared: Map<Stage, Map<CriterionCode, DeclaredValue>>;
  readonly exempt: Set<CriterionCode>;
  readonly expected: Map<CriterionCode, Expectation>;
  /** The cells that were read, by what they state, so that nothing is stated twice. */
  readonly cells: Map<string, string>;
  expectedIndex?: Ratio;
}

/** A case with the places of what it expects. */
export interface LocatedCase {
  readonly proof: ProofCase;
  /** Where the expected points of a component stand, or without a code the expected index. */
  locate(code: CriterionCode | undefined): Location;
}

export interface ParsedCases {
  readonly cases: readonly LocatedCase[];
  readonly issues: readonly Issue[];
}

const readCode = codeReader(CriterionCodeSchema);

/** Invented units with expected points, one row per entry, by which the office proves the rules of a set. */
export function parseCases(tab: InputTab, set: CriteriaSet, language: Language): ParsedCases {
  const table = findTable(tab, CASE_COLUMNS, language);
  const issues: Issue[] = [...table.issues];
  const components = new Map<string, Component>(componentsOfSet(set).map((each) => [each.code, each]));
  const drafts = new Map<string, DraftCase>();
  for (const row of table.rows) {
    const reader = rowReader(table, CASE_COLUMNS, row, issues);
    const name = reader.required('name', readText);
    const code = reader.required('code', readCode);
    if (name === undefined || code === undefined) continue;
    const draft = drafts.get(name) ?? newDraft();
    drafts.set(name, draft);
    const component = components.get(code);
    if (component !== undefined) readComponentRow(reader, draft, component, language);
    else if (isLabel(foldLabel(code), INDEX_WORD)) readIndexRow(reader, draft);
    else reader.report('code', { code: 'unknown-code', given: code, referent: 'component' });
  }
  const cases = [...drafts].map(([name, draft]): LocatedCase => {
    const locate = (code: CriterionCode | undefined): Location => {
      const cell = draft.cells.get(code ?? INDEX_WORD.vi);
      return { tab: tab.title, ...(cell !== undefined && { cell }) };
    };
    return { proof: finished(name, draft, set), locate };
  });
  return { cases, issues };
}

function newDraft(): DraftCase {
  return { marks: new Map(), declared: new Map(), exempt: new Set(), expected: new Map(), cells: new Map() };
}

/** True for the first cell that states this; a second one is reported with the first. */
function isFirst(reader: RowReader<CaseColumn>, column: CaseColumn, draft: DraftCase, key: string): boolean {
  const otherCell = draft.cells.get(key);
  if (otherCell === undefined) {
    draft.cells.set(key, reader.locate(column).cell ?? '');
    return true;
  }
  reader.report(column, { code: 'duplicate-code', given: key, otherCell });
  return false;
}

function readComponentRow(
  reader: RowReader<CaseColumn>,
  draft: DraftCase,
  component: Component,
  language: Language,
): void {
  const { code } = component;
  const stage = reader.optional('stage', optionReader(STAGE_OPTIONS, language)) ?? component.basis;
  readEntered(reader, draft, component, stage);
  const expected = reader.optional('expected', (cell) => readExpectation(cell, component.maxScore));
  if (expected !== undefined && isFirst(reader, 'expected', draft, code)) draft.expected.set(code, expected);
}

function readEntered(
  reader: RowReader<CaseColumn>,
  draft: DraftCase,
  component: Component,
  stage: Stage,
): void {
  const { code } = component;
  const key = `${code} – ${stage}`;
  if (isExemptWord(reader.cell('entered'))) {
    if (isFirst(reader, 'entered', draft, key)) draft.exempt.add(code);
    return;
  }
  const rule = { component, isExempt: false, stage };
  const entered = reader.optional('entered', (cell) => readRuleCell(cell, rule));
  if (entered === undefined || !isFirst(reader, 'entered', draft, key)) return;
  if (entered.kind === 'mark') keep(draft.marks, stage, code, entered.mark);
  else keep(draft.declared, stage, code, entered.declared);
}

function keep<T>(
  byStage: Map<Stage, Map<CriterionCode, T>>,
  stage: Stage,
  code: CriterionCode,
  value: T,
): void {
  const entries = byStage.get(stage) ?? new Map<CriterionCode, T>();
  byStage.set(stage, entries.set(code, value));
}

function readExpectation(cell: Cell, maxScore: Points): Reading<Expectation> {
  if (isExemptWord(cell)) return valueRead({ kind: 'not-applicable' });
  const points = readPointsUpTo(cell, maxScore);
  return points.kind === 'value' ? { ...points, value: { kind: 'points', points: points.value } } : points;
}

function readIndexRow(reader: RowReader<CaseColumn>, draft: DraftCase): void {
  const index = reader.required('expected', readIndex);
  if (index !== undefined && isFirst(reader, 'expected', draft, INDEX_WORD.vi)) draft.expectedIndex = index;
}

function finished(name: string, draft: DraftCase, set: CriteriaSet): ProofCase {
  const assessments = STAGES.flatMap((stage): readonly Omit<Assessment, 'unitId'>[] => {
    const marks = draft.marks.get(stage) ?? new Map<CriterionCode, Mark>();
    const declared = draft.declared.get(stage);
    if (marks.size === 0 && declared === undefined) return [];
    return [{ stage, marks, ...(declared !== undefined && { declared }) }];
  });
  return {
    name,
    setId: set.id,
    assessments,
    // An invented unit needs no approval: the case itself says that the component is exempt.
    exemptions: [...draft.exempt].map((code) => ({ code, reason: '', approvedBy: '' })),
    expected: draft.expected,
    ...(draft.expectedIndex !== undefined && { expectedIndex: draft.expectedIndex }),
  };
}
