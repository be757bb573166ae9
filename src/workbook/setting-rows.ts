import { codeSchema } from '../domain/code.ts';
import type { Issue } from '../domain/issue.ts';
import type { Language } from '../domain/language.ts';
import { ANALYSIS_SETTING_MESSAGES } from '../domain/messages/analysis-setting-messages.ts';
import { SCORING_SETTING_MESSAGES } from '../domain/messages/scoring-setting-messages.ts';
import {
  SCOPED_SETTING_MESSAGES,
  SETTING_MESSAGES,
  type SettingMessage,
} from '../domain/messages/setting-messages.ts';
import { codeReader, readText } from './cell-text.ts';
import type { InputTab } from './input-tab.ts';
import { foldLabel, isLabel } from './label.ts';
import { givenText } from './reading.ts';
import { type RowReader, rowReader } from './row-reader.ts';
import { type Columns, findTable } from './table.ts';

export type SettingsColumn = 'name' | 'scope' | 'value' | 'meaning';

export const SETTINGS_COLUMNS: Columns<SettingsColumn> = {
  name: { header: { vi: 'Mục', en: 'Setting' }, need: 'required' },
  scope: { header: { vi: 'Phạm vi', en: 'Applies to' }, need: 'required', asText: true },
  value: { header: { vi: 'Giá trị', en: 'Value' }, need: 'required', asText: true },
  meaning: { header: { vi: 'Ý nghĩa', en: 'Meaning' }, need: 'rendered-only' },
};

const ALL_MESSAGES = {
  ...SETTING_MESSAGES,
  ...SCORING_SETTING_MESSAGES,
  ...SCOPED_SETTING_MESSAGES,
  ...ANALYSIS_SETTING_MESSAGES,
};

export type SettingName = keyof typeof ALL_MESSAGES;

export function settingMessage(name: SettingName): SettingMessage {
  return ALL_MESSAGES[name];
}

/** Settings that hold for everything: one language, one province, one status of results. */
const UNSCOPED: ReadonlySet<SettingName> = new Set<SettingName>([
  'language',
  'province',
  'period',
  'gradeNames',
  'status',
  'lowBelow',
  'divisiveFrom',
  'topPlaces',
  'commendedPlaces',
  'commendedShare',
  'commendedClass',
]);

/** A row of the Settings tab: which setting it states, and for what; the scope is empty for everything. */
export interface SettingRow {
  readonly name: SettingName;
  readonly scope: string;
  readonly reader: RowReader<SettingsColumn>;
}

export interface SettingRows {
  readonly rows: readonly SettingRow[];
  /** Grows while the values are read: each reader reports what it finds here. */
  readonly issues: Issue[];
}

const readScope = codeReader(codeSchema);

/** The rows of the Settings tab that state a setting, each setting once for each scope. */
export function findSettingRows(tab: InputTab, language: Language): SettingRows {
  const table = findTable(tab, SETTINGS_COLUMNS, language);
  const issues: Issue[] = [...table.issues];
  const rows = new Map<string, SettingRow>();
  for (const row of table.rows) {
    const setting = readSettingRow(rowReader(table, SETTINGS_COLUMNS, row, issues));
    if (setting === undefined) continue;
    const key = `${setting.name}\n${setting.scope}`;
    const first = rows.get(key);
    if (first === undefined) {
      rows.set(key, setting);
      continue;
    }
    const otherCell = first.reader.locate('name').cell ?? '';
    const given = givenText(setting.reader.cell('name'));
    setting.reader.report('name', { code: 'duplicate-code', given, otherCell });
  }
  return { rows: [...rows.values()], issues };
}

/** Which setting the row states, and for what; undefined when the row states none, which is then reported. */
function readSettingRow(reader: RowReader<SettingsColumn>): SettingRow | undefined {
  const text = reader.required('name', readText);
  if (text === undefined) return undefined;
  const name = findSettingName(text);
  if (name === undefined) {
    reader.report('name', { code: 'unknown-setting', given: givenText(text) });
    return undefined;
  }
  const scope = reader.optional('scope', readScope) ?? '';
  if (scope !== '' && UNSCOPED.has(name)) {
    reader.report('scope', { code: 'scope-not-allowed', given: givenText(scope) });
    return undefined;
  }
  return { name, scope, reader };
}

/** The setting that a text names in either language. */
export function findSettingName(text: string): SettingName | undefined {
  const folded = foldLabel(text);
  const names = Object.keys(ALL_MESSAGES) as SettingName[];
  return names.find((name) => isLabel(folded, ALL_MESSAGES[name].name));
}
