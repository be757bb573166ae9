import type { Classification } from '../domain/classification.ts';
import type { Content } from '../domain/content.ts';
import type { Cell } from '../domain/grid.ts';
import type { Issue } from '../domain/issue.ts';
import type { Language } from '../domain/language.ts';
import { SETTING_MESSAGES } from '../domain/messages/setting-messages.ts';
import type { Settings } from '../domain/settings.ts';
import { LevelSchema } from '../domain/unit.ts';
import { cellName } from './a1.ts';
import { codeReader, readText } from './cell-text.ts';
import type { InputTab } from './input-tab.ts';
import { foldLabel, isLabel } from './label.ts';
import { type Bands, parseClasses, writeClasses } from './notation/classes.ts';
import { givenText, type Reading, refusal, valueRead } from './reading.ts';
import { renderTable } from './render-table.ts';
import { type RowReader, rowReader } from './row-reader.ts';
import { SETTING_DEFINITIONS, type SettingDefinition, type SingleSettings } from './setting-definitions.ts';
import { type Columns, findTable } from './table.ts';

type SettingsColumn = 'name' | 'scope' | 'value' | 'meaning';

const COLUMNS: Columns<SettingsColumn> = {
  name: { header: { vi: 'Mục', en: 'Setting' }, need: 'required', width: 190 },
  scope: { header: { vi: 'Phạm vi', en: 'Applies to' }, need: 'required', width: 130, asText: true },
  value: { header: { vi: 'Giá trị', en: 'Value' }, need: 'required', width: 420, asText: true },
  meaning: { header: { vi: 'Ý nghĩa', en: 'Meaning' }, need: 'rendered-only', width: 560 },
};

type SettingName = keyof Settings;

interface SettingRow {
  readonly name: SettingName;
  readonly scope: string;
  readonly reader: RowReader<SettingsColumn>;
}

export interface ParsedSettings {
  readonly settings: Settings;
  readonly issues: readonly Issue[];
}

/** The settings of a workbook; what is not stated has its default, the language that of the workbook. */
export function parseSettings(tab: InputTab, language: Language): ParsedSettings {
  const table = findTable(tab, COLUMNS, language);
  const issues: Issue[] = [...table.issues];
  const rows = new Map<string, SettingRow>();
  const cells = new Map<string, string>();
  for (const row of table.rows) {
    const reader = rowReader(table, COLUMNS, row, issues);
    const setting = readSettingRow(reader);
    if (setting === undefined) continue;
    const key = `${setting.name}\n${setting.scope}`;
    const otherCell = cells.get(key);
    if (otherCell !== undefined) {
      reader.report('name', { code: 'duplicate-code', given: givenText(reader.cell('name')), otherCell });
      continue;
    }
    cells.set(key, cellName(row, table.columns.get('name') ?? 0));
    rows.set(key, setting);
  }
  const single = <T>(name: keyof SingleSettings, definition: SettingDefinition<T>): T =>
    rows.get(`${name}\n`)?.reader.optional('value', (cell) => definition.read(cell, language)) ??
    definition.fallback;
  const { language: languageSetting, ...others } = SETTING_DEFINITIONS;
  const settings: Settings = {
    language: single('language', { ...languageSetting, fallback: language }),
    province: single('province', others.province),
    period: single('period', others.period),
    notApplicable: single('notApplicable', others.notApplicable),
    rounding: single('rounding', others.rounding),
    decimals: single('decimals', others.decimals),
    classifications: readClassifications([...rows.values()]),
  };
  return { settings, issues };
}

/** Which setting a row states, and for what; undefined when the row states none, which is then reported. */
function readSettingRow(reader: RowReader<SettingsColumn>): SettingRow | undefined {
  const text = reader.required('name', readText);
  if (text === undefined) return undefined;
  const name = findSettingName(text);
  if (name === undefined) {
    reader.report('name', { code: 'unknown-setting', given: givenText(text) });
    return undefined;
  }
  const scope = reader.optional('scope', codeReader(LevelSchema)) ?? '';
  if (scope !== '' && name !== 'classifications') {
    reader.report('scope', { code: 'scope-not-allowed', given: givenText(scope) });
    return undefined;
  }
  return { name, scope, reader };
}

function findSettingName(text: string): SettingName | undefined {
  const folded = foldLabel(text);
  const names = Object.keys(SETTING_MESSAGES) as SettingName[];
  return names.find((name) => isLabel(folded, SETTING_MESSAGES[name].name));
}

function readClassifications(rows: readonly SettingRow[]): readonly Classification[] {
  return rows.flatMap(({ name, scope, reader }) => {
    if (name !== 'classifications') return [];
    const bands = reader.optional('value', readClasses);
    if (bands === undefined) return [];
    return [scope === '' ? { bands } : { level: LevelSchema.parse(scope), bands }];
  });
}

function readClasses(cell: Cell): Reading<Bands> {
  const text = readText(cell);
  if (text.kind !== 'value') return text;
  const classes = parseClasses(text.value);
  if (classes.ok) return valueRead(classes.value);
  const { at, expected } = classes.stop;
  return refusal({ code: 'not-classes', given: givenText(cell), at: at + 1, expected });
}

/** The language that a readable Language row states; undefined when there is none. */
export function findLanguage(tab: InputTab, fallback: Language): Language | undefined {
  const table = findTable(tab, COLUMNS, fallback);
  for (const row of table.rows) {
    const reader = rowReader(table, COLUMNS, row, []);
    if (findSettingName(givenText(reader.cell('name'))) !== 'language') continue;
    const language = reader.optional('value', (cell) => SETTING_DEFINITIONS.language.read(cell, fallback));
    if (language !== undefined) return language;
  }
  return undefined;
}

/** The Settings tab: one row per setting with its meaning, one row per level that has classes of its own. */
export function renderSettings(settings: Settings, language: Language): Content {
  const row = (name: SettingName, scope: string | null, value: Cell) => ({
    name: SETTING_MESSAGES[name].name[language],
    scope,
    value,
    meaning: SETTING_MESSAGES[name].meaning[language],
  });
  const single = <Name extends keyof SingleSettings>(name: Name) =>
    row(name, null, SETTING_DEFINITIONS[name].write(settings[name], language));
  const classes = settings.classifications.map(({ level, bands }) =>
    row('classifications', level ?? null, writeClasses(bands, language)),
  );
  return renderTable(
    COLUMNS,
    [
      single('language'),
      single('province'),
      single('period'),
      single('notApplicable'),
      single('rounding'),
      single('decimals'),
      ...(classes.length === 0 ? [row('classifications', null, null)] : classes),
    ],
    language,
  );
}
