import type { Content } from '../domain/content.ts';
import type { Issue, Location } from '../domain/issue.ts';
import type { Language } from '../domain/language.ts';
import { GroupIdSchema, LevelSchema, type Unit, UnitIdSchema } from '../domain/unit.ts';
import { yesNoReader, yesNoWord } from './cell-option.ts';
import { codeReader, readText } from './cell-text.ts';
import { createCodeRegister } from './code-register.ts';
import type { InputTab } from './input-tab.ts';
import { renderTable } from './render-table.ts';
import { type RowReader, rowReader } from './row-reader.ts';
import { type Columns, findTable, noRows } from './table.ts';

type UnitColumn = 'id' | 'name' | 'nameEn' | 'level' | 'parent' | 'groupId' | 'ranked';

export const COLUMNS: Columns<UnitColumn> = {
  id: { header: { vi: 'Mã đơn vị', en: 'Unit code' }, need: 'required', asText: true },
  name: { header: { vi: 'Tên đơn vị', en: 'Unit name' }, need: 'required' },
  nameEn: { header: { vi: 'Tên tiếng Anh', en: 'English name' }, need: 'optional' },
  level: { header: { vi: 'Cấp', en: 'Level' }, need: 'required', asText: true },
  parent: { header: { vi: 'Trực thuộc', en: 'Parent unit' }, need: 'optional' },
  groupId: { header: { vi: 'Nhóm', en: 'Group' }, need: 'required', asText: true },
  ranked: { header: { vi: 'Xếp hạng', en: 'Ranked' }, need: 'required' },
};

export interface ParsedUnits {
  readonly units: readonly Unit[];
  /** Codes that stand in the tab, also of rows that are wrong elsewhere: naming them is no further mistake. */
  readonly known: ReadonlySet<string>;
  /** Where the level of a unit stands. */
  readonly locateLevel: (unit: Unit) => Location;
  readonly issues: readonly Issue[];
}

const readUnitId = codeReader(UnitIdSchema);
const readLevel = codeReader(LevelSchema);
const readGroupId = codeReader(GroupIdSchema);

/** The units of the workbook; groups are those of the Groups tab, absent when that tab is missing. */
export function parseUnits(
  tab: InputTab,
  groups: ReadonlySet<string> | undefined,
  language: Language,
): ParsedUnits {
  const table = findTable(tab, COLUMNS, language);
  const issues: Issue[] = [...table.issues, ...noRows(table)];
  const register = createCodeRegister<UnitColumn>();
  const readRanked = yesNoReader(language);
  const units: Unit[] = [];
  const levelCells = new Map<Unit, Location>();
  for (const row of table.rows) {
    const reader = rowReader(table, COLUMNS, row, issues);
    const id = register.take(reader, 'id', reader.required('id', readUnitId));
    const name = reader.required('name', readText);
    const nameEn = reader.optional('nameEn', readText);
    const level = reader.required('level', readLevel);
    const parent = reader.optional('parent', readText);
    const groupId = readKnownGroup(reader, groups);
    const ranked = reader.optional('ranked', readRanked) ?? true;
    if (id === undefined || name === undefined || level === undefined || groupId === undefined) continue;
    const shown = { ...(nameEn !== undefined && { nameEn }), ...(parent !== undefined && { parent }) };
    const unit: Unit = { id, name, level, groupId, ranked, ...shown };
    units.push(unit);
    levelCells.set(unit, reader.locate('level'));
  }
  const locateLevel = (unit: Unit) => levelCells.get(unit) ?? { tab: tab.title };
  return { units, known: register.known, locateLevel, issues };
}

function readKnownGroup(reader: RowReader<UnitColumn>, groups: ReadonlySet<string> | undefined) {
  const groupId = reader.required('groupId', readGroupId);
  if (groupId === undefined || groups === undefined || groups.has(groupId)) return groupId;
  reader.report('groupId', { code: 'unknown-code', given: groupId, referent: 'group' });
  return undefined;
}

export function renderUnits(units: readonly Unit[], language: Language): Content {
  const rows = units.map(({ id, name, nameEn, level, parent, groupId, ranked }) => ({
    id,
    name,
    nameEn: nameEn ?? null,
    level,
    parent: parent ?? null,
    groupId,
    ranked: yesNoWord(ranked, language),
  }));
  return renderTable(COLUMNS, rows, language);
}
