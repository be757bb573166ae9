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
import type { Issue, IssueDetail } from '../domain/issue.ts';
import type { Bilingual, Language } from '../domain/language.ts';
import { pointsAsNumber } from '../domain/number-format.ts';
import type { StatedSumPolicy } from '../domain/scoring-options.ts';
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
import { type Columns, findTable } from './table.ts';

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

const COLUMNS: Columns<CriterionColumn> = {
  code: { header: { vi: 'Mã', en: 'Code' }, need: 'required', width: 90, asText: true },
  parent: { header: { vi: 'Mã cha', en: 'Parent code' }, need: 'required', width: 90, asText: true },
  name: { header: { vi: 'Tên', en: 'Name' }, need: 'required', width: 380 },
  nameEn: { header: { vi: 'Tên tiếng Anh', en: 'English name' }, need: 'optional', width: 300 },
  maxScore: { header: { vi: 'Điểm tối đa', en: 'Maximum' }, need: 'required', width: 110 },
  basis: { header: { vi: 'Nguồn điểm', en: 'Basis' }, need: 'required', width: 120 },
  ruleKind: { header: RULE_KIND_HEADER, need: 'optional', width: 150 },
  ruleParameters: { header: { vi: 'Tham số', en: 'Parameters' }, need: 'optional', width: 300, asText: true },
  ruleText: { header: { vi: 'Nội dung chấm điểm', en: 'Scoring text' }, need: 'optional', width: 460 },
  previousCode: {
    header: { vi: 'Mã kỳ trước', en: 'Previous code' },
    need: 'optional',
    width: 110,
    asText: true,
  },
};

const BASIS_WORDS: Readonly<Record<Basis, Bilingual>> = {
  appraisal: { vi: 'Thẩm định', en: 'Appraisal' },
  survey: { vi: 'Điều tra', en: 'Survey' },
};

const BASIS_OPTIONS: readonly Option<Basis>[] = BASES.map((value) => ({ value, word: BASIS_WORDS[value] }));

const readCode = codeReader(CriterionCodeSchema);

export interface ParsedCriteria {
  readonly set: CriteriaSet;
  readonly issues: readonly Issue[];
}

export interface CriteriaContext {
  readonly id: CriteriaSetId;
  /** The version that the Settings tab states for this set. */
  readonly version?: string;
  readonly statedSums: StatedSumPolicy;
  readonly language: Language;
}

/** The criteria set of a Criteria tab: a tree of any depth, in the order of its rows. */
export function parseCriteria(tab: InputTab, context: CriteriaContext): ParsedCriteria {
  const { id, version, statedSums, language } = context;
  const table = findTable(tab, COLUMNS, language);
  const issues: Issue[] = [...table.issues];
  const register = createCodeRegister<CriterionColumn>();
  const readers = new Map<CriterionRow, RowReader<CriterionColumn>>();
  if (table.rows.length === 0 && table.issues.length === 0) {
    issues.push({ location: { tab: tab.title }, code: 'no-rows' });
  }
  for (const row of table.rows) {
    const reader = rowReader(table, COLUMNS, row, issues);
    const code = register.take(reader, 'code', reader.required('code', readCode));
    const texts = readTexts(reader);
    const before = issues.length;
    const placed = readPlaced(reader, language);
    const sound = issues.length === before && table.columns.has('maxScore') && table.columns.has('basis');
    if (code !== undefined) readers.set({ code, sound, ...texts, ...placed }, reader);
  }
  const tree = buildCriteriaTree([...readers.keys()], {
    maxHeader: COLUMNS.maxScore.header[language],
    sumCode: statedSums === 'error' ? 'sum-must-match' : 'sum-differs',
  });
  for (const { row, column, detail } of tree.issues) {
    readers.get(row)?.report(column, inWords(detail, row, language));
  }
  return { set: { id, ...(version !== undefined && { version }), fields: tree.fields }, issues };
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
  const previousCode = reader.optional('previousCode', readCode);
  return {
    ...(rule !== undefined && { rule }),
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
