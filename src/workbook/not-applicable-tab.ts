import type { Exemption } from '../domain/assessment.ts';
import type { Content } from '../domain/content.ts';
import {
  type CriteriaSet,
  type CriterionCode,
  CriterionCodeSchema,
  type CriterionNode,
  componentsOf,
} from '../domain/criteria-set.ts';
import type { Issue } from '../domain/issue.ts';
import type { Language } from '../domain/language.ts';
import { UnitIdSchema } from '../domain/unit.ts';
import { codeReader, readText } from './cell-text.ts';
import type { InputTab } from './input-tab.ts';
import { renderTable } from './render-table.ts';
import { type RowReader, rowReader } from './row-reader.ts';
import { type Columns, findTable } from './table.ts';

type ExemptionColumn = 'unitId' | 'code' | 'reason' | 'approvedBy';

const COLUMNS: Columns<ExemptionColumn> = {
  unitId: { header: { vi: 'Mã đơn vị', en: 'Unit code' }, need: 'required', width: 120, asText: true },
  code: { header: { vi: 'Mã tiêu chí', en: 'Criterion code' }, need: 'required', width: 120, asText: true },
  reason: { header: { vi: 'Lý do', en: 'Reason' }, need: 'required', width: 420 },
  approvedBy: { header: { vi: 'Người duyệt', en: 'Approved by' }, need: 'required', width: 320 },
};

/** The components below every code of a set: a branch takes out all that stands below it. */
export type ComponentsByCode = ReadonlyMap<string, readonly CriterionCode[]>;

export function componentsByCode(set: CriteriaSet): ComponentsByCode {
  const entries = (node: CriterionNode): readonly (readonly [string, readonly CriterionCode[]])[] => [
    [node.code, componentsOf(node).map((component) => component.code)],
    ...(node.kind === 'branch' ? node.children.flatMap(entries) : []),
  ];
  return new Map(set.fields.flatMap(entries));
}

/** What the exemptions of a unit may name. */
export interface ExemptionContext {
  /** Codes of the Units tab; absent when that tab could not be read. */
  readonly unitIds: ReadonlySet<string> | undefined;
  readonly codesOf: (unitId: string) => ComponentsByCode;
  readonly language: Language;
}

export interface ParsedExemptions {
  readonly exemptions: readonly Exemption[];
  readonly issues: readonly Issue[];
}

const readUnitId = codeReader(UnitIdSchema);
const readCode = codeReader(CriterionCodeSchema);

/** Components that do not apply, one entry each, with the reason and who approved it: both are required. */
export function parseNotApplicable(tab: InputTab, context: ExemptionContext): ParsedExemptions {
  const table = findTable(tab, COLUMNS, context.language);
  const issues: Issue[] = [...table.issues];
  const exemptions: Exemption[] = [];
  const cells = new Map<string, string>();
  for (const row of table.rows) {
    const reader = rowReader(table, COLUMNS, row, issues);
    const unitId = reader.required('unitId', readUnitId);
    const code = reader.required('code', readCode);
    const reason = reader.required('reason', readText);
    const approvedBy = reader.required('approvedBy', readText);
    if (unitId === undefined || code === undefined || reason === undefined || approvedBy === undefined)
      continue;
    for (const component of findComponents(reader, unitId, code, context)) {
      const key = `${unitId}\n${component}`;
      const otherCell = cells.get(key);
      if (otherCell !== undefined) {
        reader.report('code', { code: 'duplicate-code', given: `${unitId} – ${component}`, otherCell });
        continue;
      }
      cells.set(key, reader.locate('code').cell ?? '');
      exemptions.push({ unitId, code: component, reason, approvedBy });
    }
  }
  return { exemptions, issues };
}

function findComponents(
  reader: RowReader<ExemptionColumn>,
  unitId: string,
  code: CriterionCode,
  context: ExemptionContext,
): readonly CriterionCode[] {
  if (context.unitIds?.has(unitId) === false) {
    reader.report('unitId', { code: 'unknown-code', given: unitId, referent: 'unit' });
    return [];
  }
  const components = context.codesOf(unitId).get(code);
  if (components === undefined) {
    reader.report('code', { code: 'unknown-code', given: code, referent: 'component' });
  }
  return components ?? [];
}

export function renderNotApplicable(exemptions: readonly Exemption[], language: Language): Content {
  const rows = exemptions.map(({ unitId, code, reason, approvedBy }) => ({
    unitId,
    code,
    reason,
    approvedBy,
  }));
  return renderTable(COLUMNS, rows, language);
}
