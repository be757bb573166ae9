import type { Content } from '../domain/content.ts';
import { CriteriaSetIdSchema } from '../domain/criteria-set.ts';
import type { Issue, Location } from '../domain/issue.ts';
import type { Language } from '../domain/language.ts';
import { type Group, GroupIdSchema } from '../domain/unit.ts';
import { codeReader, readText } from './cell-text.ts';
import { createCodeRegister } from './code-register.ts';
import type { InputTab } from './input-tab.ts';
import { renderTable } from './render-table.ts';
import { rowReader } from './row-reader.ts';
import { type Columns, findTable, noRows } from './table.ts';

type GroupColumn = 'id' | 'name' | 'nameEn' | 'setId';

export const COLUMNS: Columns<GroupColumn> = {
  id: { header: { vi: 'Mã nhóm', en: 'Group code' }, need: 'required', asText: true },
  name: { header: { vi: 'Tên nhóm', en: 'Group name' }, need: 'required' },
  nameEn: { header: { vi: 'Tên tiếng Anh', en: 'English name' }, need: 'optional' },
  setId: { header: { vi: 'Bộ tiêu chí', en: 'Criteria set' }, need: 'required', asText: true },
};

/** A group with the places that issues about it point at. */
export interface GroupRow {
  readonly group: Group;
  readonly at: Location;
  readonly setAt: Location;
}

export interface ParsedGroups {
  readonly rows: readonly GroupRow[];
  /** Codes that stand in the tab, also of rows that are wrong elsewhere: naming them is no further mistake. */
  readonly known: ReadonlySet<string>;
  readonly issues: readonly Issue[];
}

const readGroupId = codeReader(GroupIdSchema);
const readSetId = codeReader(CriteriaSetIdSchema);

export function parseGroups(tab: InputTab, language: Language): ParsedGroups {
  const table = findTable(tab, COLUMNS, language);
  const issues: Issue[] = [...table.issues, ...noRows(table)];
  const register = createCodeRegister<GroupColumn>();
  const rows: GroupRow[] = [];
  for (const row of table.rows) {
    const reader = rowReader(table, COLUMNS, row, issues);
    const id = register.take(reader, 'id', reader.required('id', readGroupId));
    const name = reader.required('name', readText);
    const nameEn = reader.optional('nameEn', readText);
    const setId = reader.required('setId', readSetId);
    if (id === undefined || name === undefined || setId === undefined) continue;
    const group: Group = { id, name, setId, ...(nameEn !== undefined && { nameEn }) };
    rows.push({ group, at: reader.locate('id'), setAt: reader.locate('setId') });
  }
  return { rows, known: register.known, issues };
}

export function renderGroups(groups: readonly Group[], language: Language): Content {
  const rows = groups.map(({ id, name, nameEn, setId }) => ({ id, name, nameEn: nameEn ?? null, setId }));
  return renderTable(COLUMNS, rows, language);
}
