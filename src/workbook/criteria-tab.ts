import { assertNever } from '../domain/assert-never.ts';
import type { Content } from '../domain/content.ts';
import {
  BASES,
  type Basis,
  type CriteriaSet,
  type CriteriaSetId,
  type CriterionCode,
  CriterionCodeSchema,
  type CriterionNode,
  maxScoreOf,
} from '../domain/criteria-set.ts';
import { type Cell, isEmptyCell } from '../domain/grid.ts';
import { type Issue, type IssueDetail, isBlocking, type Location } from '../domain/issue.ts';
import type { Bilingual, Language } from '../domain/language.ts';
import { pointsAsNumber } from '../domain/number-format.ts';
import { NO_POINTS, type Points } from '../domain/points.ts';
import { readPoints } from './cell-number.ts';
import { type Option, optionReader, optionWord } from './cell-option.ts';
import { codeReader, readText } from './cell-text.ts';
import { createCodeRegister } from './code-register.ts';
import { buildCriteriaTree, type CriterionRow } from './criteria-tree.ts';
import { RULE_KIND_HEADER, RULE_OPTIONS, readRule } from './criterion-rule.ts';
import type { InputTab } from './input-tab.ts';
import { writeRule } from './notation/rule.ts';
import { type RowCells, renderTable } from './render-table.ts';
import { type RowReader, rowReader } from './row-reader.ts';
import { isTotalWord, type SumCheck, sumIssue } from './stated-sum.ts';
import { type Columns, findTable, noRows, type Table } from './table.ts';

type CriterionColumn =
  | 'code'
  | 'parent'
  | 'name'
  | 'nameEn'
  | 'maxScore'
  | 'basis'
  | 'ruleKind'
  | 'ruleParameters'
  | 'ruleText'
  | 'previousCode';

export const COLUMNS: Columns<CriterionColumn> = {
  code: { header: { vi: 'Mã', en: 'Code' }, need: 'required', asText: true },
  parent: { header: { vi: 'Mã cha', en: 'Parent code' }, need: 'required', asText: true },
  name: { header: { vi: 'Tên', en: 'Name' }, need: 'required' },
  nameEn: { header: { vi: 'Tên tiếng Anh', en: 'English name' }, need: 'optional' },
  maxScore: { header: { vi: 'Điểm tối đa', en: 'Maximum' }, need: 'required' },
  basis: { header: { vi: 'Nguồn điểm', en: 'Basis' }, need: 'required' },
  ruleKind: { header: RULE_KIND_HEADER, need: 'optional' },
  ruleParameters: { header: { vi: 'Tham số', en: 'Parameters' }, need: 'optional', asText: true },
  ruleText: { header: { vi: 'Nội dung chấm điểm', en: 'Scoring text' }, need: 'optional' },
  previousCode: {
    header: { vi: 'Mã kỳ trước', en: 'Previous code' },
    need: 'optional',
    asText: true,
  },
};

const BASIS_WORDS: Readonly<Record<Basis, Bilingual>> = {
  appraisal: { vi: 'Thẩm định', en: 'Appraisal' },
  survey: { vi: 'Điều tra', en: 'Survey' },
};

export const BASIS_OPTIONS: readonly Option<Basis>[] = BASES.map((value) => ({
  value,
  word: BASIS_WORDS[value],
}));

const readCode = codeReader(CriterionCodeSchema);

export interface ParsedCriteria {
  readonly set: CriteriaSet;
  /** Every code of the tab, those of rows included that could not be read and are missing in the set. */
  readonly stated: ReadonlySet<string>;
  /** Components whose rule could not be read, so that nobody knows what is entered for them. */
  readonly unruled: ReadonlySet<CriterionCode>;
  readonly issues: readonly Issue[];
  /** Where a row of the set states something. */
  readonly locate: (code: string, column: CriterionColumn) => Location;
}

export interface CriteriaContext {
  readonly id: CriteriaSetId;
  /** The version that the Settings tab states for this set. */
  readonly version?: string;
  readonly sums: SumCheck;
  readonly language: Language;
}

/** True for a tab with all the headers that criteria need. */
export function looksLikeCriteria(tab: InputTab, language: Language): boolean {
  return findTable(tab, COLUMNS, language).issues.length === 0;
}

/** The criteria set of a Criteria tab: a tree of any depth, in the order of its rows. */
export function parseCriteria(tab: InputTab, context: CriteriaContext): ParsedCriteria {
  const { id, version, sums, language } = context;
  const table = findTable(tab, COLUMNS, language);
  const issues: Issue[] = [...table.issues, ...noRows(table)];
  const { rows, totals } = readRows(table, language, issues);
  const tree = buildCriteriaTree([...rows.keys()], { maxHeader: COLUMNS.maxScore.header[language], sums });
  for (const { row, column, detail } of tree.issues) {
    // Where there is nothing to attain at all, that is said once.
    if (detail.code === 'zero-maximum' && tree.total === NO_POINTS) continue;
    rows.get(row)?.report(column, inWords(detail, row, language));
  }
  const [first] = rows.values();
  if (tree.total === NO_POINTS) first?.report('maxScore', { code: 'nothing-to-attain', given: id });
  for (const { stated, reader } of totals) {
    const differs = tree.total === undefined ? undefined : sumIssue(stated, tree.total, sums);
    if (differs !== undefined) reader.report('maxScore', differs);
  }
  const readers = new Map<string, RowReader<CriterionColumn>>(
    [...rows].map(([row, reader]) => [row.code, reader]),
  );
  return {
    set: { id, ...(version !== undefined && { version }), fields: tree.fields },
    stated: new Set(readers.keys()),
    unruled: new Set([...rows.keys()].flatMap(({ code, unruled }) => (unruled === true ? [code] : []))),
    issues,
    locate: (code, column) => readers.get(code)?.locate(column) ?? { tab: tab.title },
  };
}

/** The rows of criteria with their readers, and the totals that stand between or below them. */
function readRows(table: Table<CriterionColumn>, language: Language, issues: Issue[]) {
  const register = createCodeRegister<CriterionColumn>();
  const rows = new Map<CriterionRow, RowReader<CriterionColumn>>();
  const totals: StatedTotal[] = [];
  for (const row of table.rows) {
    const reader = rowReader(table, COLUMNS, row, issues);
    if (isTotalRow(reader)) {
      const stated = reader.optional('maxScore', readPoints);
      if (stated !== undefined) totals.push({ stated, reader });
      continue;
    }
    const code = register.take(reader, 'code', reader.required('code', readCode));
    const texts = readTexts(reader);
    const before = issues.length;
    const placed = readPlaced(reader, language);
    const sound =
      !issues.slice(before).some(isBlocking) && table.columns.has('maxScore') && table.columns.has('basis');
    if (code !== undefined) rows.set({ code, sound, ...texts, ...placed }, reader);
  }
  return { rows, totals };
}

interface StatedTotal {
  readonly stated: Points;
  readonly reader: RowReader<CriterionColumn>;
}

/** "Tổng cộng" in place of a code, or as the name of a row without one: the total of the set, not a criterion. */
function isTotalRow(reader: RowReader<CriterionColumn>): boolean {
  const [code, name] = [reader.cell('code'), reader.cell('name')];
  const isTotal = (cell: Cell): boolean => typeof cell === 'string' && isTotalWord(cell);
  return isTotal(code) || (isEmptyCell(code) && isTotal(name));
}

/** The words that stand in the cell, where the tree knows what they mean only. */
function inWords(detail: IssueDetail, { basis, rule }: CriterionRow, language: Language): IssueDetail {
  if (detail.code === 'branch-with-basis' && basis !== undefined) {
    return { ...detail, given: optionWord(BASIS_OPTIONS, basis, language) };
  }
  if (detail.code === 'branch-with-rule' && rule !== undefined) {
    return { ...detail, given: optionWord(RULE_OPTIONS, rule.kind, language) };
  }
  return detail;
}

function readTexts(reader: RowReader<CriterionColumn>) {
  const name = reader.required('name', readText) ?? '';
  const nameEn = reader.optional('nameEn', readText);
  const ruleText = reader.optional('ruleText', readText);
  return { name, ...(nameEn !== undefined && { nameEn }), ...(ruleText !== undefined && { ruleText }) };
}

function readPlaced(reader: RowReader<CriterionColumn>, language: Language) {
  const parent = reader.optional('parent', readCode);
  const maxScore = reader.optional('maxScore', readPoints);
  const basis = reader.optional('basis', optionReader(BASIS_OPTIONS, language));
  const rule = readRule(reader, language);
  const isRuled = !isEmptyCell(reader.cell('ruleKind')) || !isEmptyCell(reader.cell('ruleParameters'));
  const previousCode = reader.optional('previousCode', readCode);
  return {
    ...(rule === undefined ? isRuled && { unruled: true } : { rule }),
    ...(previousCode !== undefined && { previousCode }),
    ...(parent !== undefined && { parent }),
    ...(maxScore !== undefined && { maxScore }),
    ...(basis !== undefined && { basis }),
  };
}

/** The Criteria tab: fields, criteria and components in printed order; a branch's maximum is the sum. */
export function renderCriteria(set: CriteriaSet, language: Language): Content {
  return renderTable(COLUMNS, criterionRows(set, language), language);
}

/** The rows of a set in printed order, each cell in words. */
export function criterionRows(set: CriteriaSet, language: Language): readonly RowCells<CriterionColumn>[] {
  return set.fields.flatMap((field) => nodeRows(field, null, language));
}

export function criterionHeader(column: CriterionColumn, language: Language): string {
  return COLUMNS[column].header[language];
}

function nodeRows(
  node: CriterionNode,
  parent: CriterionCode | null,
  language: Language,
): readonly RowCells<CriterionColumn>[] {
  const { code, name, nameEn = null } = node;
  const shared = { code, parent, name, nameEn, maxScore: pointsAsNumber(maxScoreOf(node)) };
  switch (node.kind) {
    case 'component': {
      const basis = optionWord(BASIS_OPTIONS, node.basis, language);
      const parameters = node.rule === undefined ? '' : writeRule(node.rule, language);
      return [
        {
          ...shared,
          basis,
          ruleKind: node.rule === undefined ? null : optionWord(RULE_OPTIONS, node.rule.kind, language),
          ruleParameters: parameters === '' ? null : parameters,
          ruleText: node.ruleText ?? null,
          previousCode: node.previousCode ?? null,
        },
      ];
    }
    case 'branch': {
      const below = node.children.flatMap((child) => nodeRows(child, code, language));
      const empty = { basis: null, ruleKind: null, ruleParameters: null, ruleText: null, previousCode: null };
      return [{ ...shared, ...empty }, ...below];
    }
    default:
      return assertNever(node);
  }
}
