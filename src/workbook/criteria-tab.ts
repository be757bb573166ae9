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
import type { Issue } from '../domain/issue.ts';
import type { Bilingual, Language } from '../domain/language.ts';
import { pointsAsNumber } from '../domain/number-format.ts';
import { readPoints } from './cell-number.ts';
import { type Option, optionReader, optionWord } from './cell-option.ts';
import { codeReader, readText } from './cell-text.ts';
import { createCodeRegister } from './code-register.ts';
import { buildCriteriaTree, type CriterionRow } from './criteria-tree.ts';
import type { InputTab } from './input-tab.ts';
import { type RowCells, renderTable } from './render-table.ts';
import { type RowReader, rowReader } from './row-reader.ts';
import { type Columns, findTable } from './table.ts';

type CriterionColumn = 'code' | 'parent' | 'name' | 'nameEn' | 'maxScore' | 'basis' | 'ruleText';

const COLUMNS: Columns<CriterionColumn> = {
  code: { header: { vi: 'Mã', en: 'Code' }, need: 'required', width: 90, asText: true },
  parent: { header: { vi: 'Mã cha', en: 'Parent code' }, need: 'required', width: 90, asText: true },
  name: { header: { vi: 'Tên', en: 'Name' }, need: 'required', width: 380 },
  nameEn: { header: { vi: 'Tên tiếng Anh', en: 'English name' }, need: 'optional', width: 300 },
  maxScore: { header: { vi: 'Điểm tối đa', en: 'Maximum' }, need: 'required', width: 110 },
  basis: { header: { vi: 'Nguồn điểm', en: 'Basis' }, need: 'required', width: 120 },
  ruleText: { header: { vi: 'Nội dung chấm điểm', en: 'Scoring text' }, need: 'optional', width: 460 },
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

/** The criteria set of a Criteria tab: a tree of any depth, in the order of its rows. */
export function parseCriteria(tab: InputTab, id: CriteriaSetId, language: Language): ParsedCriteria {
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
  const tree = buildCriteriaTree([...readers.keys()], COLUMNS.maxScore.header[language]);
  for (const { row, column, detail } of tree.issues) {
    const given = row.basis === undefined ? '' : optionWord(BASIS_OPTIONS, row.basis, language);
    readers.get(row)?.report(column, detail.code === 'branch-with-basis' ? { ...detail, given } : detail);
  }
  return { set: { id, fields: tree.fields }, issues };
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
  return {
    ...(parent !== undefined && { parent }),
    ...(maxScore !== undefined && { maxScore }),
    ...(basis !== undefined && { basis }),
  };
}

/** The Criteria tab: fields, criteria and components in printed order; a branch's maximum is the sum. */
export function renderCriteria(set: CriteriaSet, language: Language): Content {
  return renderTable(
    COLUMNS,
    set.fields.flatMap((field) => nodeRows(field, null, language)),
    language,
  );
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
      return [{ ...shared, basis, ruleText: node.ruleText ?? null }];
    }
    case 'branch': {
      const below = node.children.flatMap((child) => nodeRows(child, code, language));
      return [{ ...shared, basis: null, ruleText: null }, ...below];
    }
    default:
      return assertNever(node);
  }
}
