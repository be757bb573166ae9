import type { Content } from '../domain/content.ts';
import type { Issue } from '../domain/issue.ts';
import type { Language } from '../domain/language.ts';
import type { PredecessorLink } from '../domain/past-result.ts';
import { UnitIdSchema } from '../domain/unit.ts';
import { codeReader } from './cell-text.ts';
import type { InputTab } from './input-tab.ts';
import { renderTable } from './render-table.ts';
import { rowReader } from './row-reader.ts';
import { type Columns, findTable } from './table.ts';
import { checkUnit, type UnitCodes } from './unit-codes.ts';

type LinkColumn = 'unitId' | 'predecessorId';

export const COLUMNS: Columns<LinkColumn> = {
  unitId: { header: { vi: 'Mã đơn vị', en: 'Unit code' }, need: 'required', asText: true },
  predecessorId: {
    header: { vi: 'Mã đơn vị tiền thân', en: 'Predecessor code' },
    need: 'required',
    asText: true,
  },
};

const readUnitId = codeReader(UnitIdSchema);

export interface ParsedPredecessors {
  readonly links: readonly PredecessorLink[];
  readonly issues: readonly Issue[];
}

/** Which unit of now took over from which unit of before: many to many, each pair once. */
export function parsePredecessors(tab: InputTab, known: UnitCodes, language: Language): ParsedPredecessors {
  const table = findTable(tab, COLUMNS, language);
  const issues: Issue[] = [...table.issues];
  const links: PredecessorLink[] = [];
  const cells = new Map<string, string>();
  for (const row of table.rows) {
    const reader = rowReader(table, COLUMNS, row, issues);
    const unitId = checkUnit(reader, 'unitId', reader.required('unitId', readUnitId), known);
    const predecessorId = reader.required('predecessorId', readUnitId);
    if (unitId === undefined || predecessorId === undefined) continue;
    const key = `${unitId}\n${predecessorId}`;
    const otherCell = cells.get(key);
    if (otherCell !== undefined) {
      const given = `${unitId} – ${predecessorId}`;
      reader.report('predecessorId', { code: 'duplicate-code', given, otherCell });
      continue;
    }
    cells.set(key, reader.locate('predecessorId').cell ?? '');
    links.push({ unitId, predecessorId });
  }
  return { links, issues };
}

export function renderPredecessors(links: readonly PredecessorLink[], language: Language): Content {
  const rows = links.map(({ unitId, predecessorId }) => ({ unitId, predecessorId }));
  return renderTable(COLUMNS, rows, language);
}
