import type { Exemption } from '../domain/assessment.ts';
import type { Content } from '../domain/content.ts';
import { type CriterionCode, CriterionCodeSchema } from '../domain/criteria-set.ts';
import type { Issue } from '../domain/issue.ts';
import type { Language } from '../domain/language.ts';
import { UnitIdSchema } from '../domain/unit.ts';
import { codeReader, readText } from './cell-text.ts';
import type { InputTab } from './input-tab.ts';
import { renderTable } from './render-table.ts';
import { type RowReader, rowReader } from './row-reader.ts';
import { type Columns, findTable } from './table.ts';
import { checkUnit, type UnitCodes } from './unit-codes.ts';

type ExemptionColumn = 'unitId' | 'code' | 'reason' | 'approvedBy';

export const COLUMNS: Columns<ExemptionColumn> = {
  unitId: { header: { vi: 'Mã đơn vị', en: 'Unit code' }, need: 'required', asText: true },
  code: { header: { vi: 'Mã tiêu chí', en: 'Criterion code' }, need: 'required', asText: true },
  reason: { header: { vi: 'Lý do', en: 'Reason' }, need: 'required' },
  approvedBy: { header: { vi: 'Người duyệt', en: 'Approved by' }, need: 'required' },
};

export interface ParsedExemptions {
  readonly exemptions: readonly Exemption[];
  readonly issues: readonly Issue[];
}

const readUnitId = codeReader(UnitIdSchema);
const readCode = codeReader(CriterionCodeSchema);

/** Components that do not apply, one entry each, with the reason and who approved it: both are required. */
export function parseNotApplicable(tab: InputTab, known: UnitCodes, language: Language): ParsedExemptions {
  const table = findTable(tab, COLUMNS, language);
  const issues: Issue[] = [...table.issues];
  const exemptions: Exemption[] = [];
  const cells = new Map<string, string>();
  for (const row of table.rows) {
    const reader = rowReader(table, COLUMNS, row, issues);
    const unitId = checkUnit(reader, 'unitId', reader.required('unitId', readUnitId), known);
    const code = reader.required('code', readCode);
    const reason = reader.required('reason', readText);
    const approvedBy = reader.required('approvedBy', readText);
    if (unitId === undefined || code === undefined || reason === undefined || approvedBy === undefined)
      continue;
    for (const component of findComponents(reader, unitId, code, known)) {
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
  known: UnitCodes,
): readonly CriterionCode[] {
  const components = known.codesOf(unitId).get(code);
  if (components !== undefined) return components;
  if (known.isUnread(code)) return [];
  reader.report('code', { code: 'unknown-code', given: code, referent: 'component' });
  return [];
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
