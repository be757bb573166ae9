import { assertNever } from '../../domain/assert-never.ts';
import { cellAt } from '../../domain/grid.ts';
import type { Language } from '../../domain/language.ts';
import type { PeriodInput } from '../../domain/period-input.ts';
import { cellName } from '../../workbook/a1.ts';
import { COLUMNS as ADJUSTMENT_COLUMNS, KIND_OPTIONS } from '../../workbook/adjustments-tab.ts';
import { optionReader } from '../../workbook/cell-option.ts';
import { COLUMNS as CRITERION_COLUMNS } from '../../workbook/criteria-tab.ts';
import type { InputTab } from '../../workbook/input-tab.ts';
import { findMarksColumns, headerText, markedComponents } from '../../workbook/marks-columns.ts';
import { COLUMNS as EXEMPTION_COLUMNS } from '../../workbook/not-applicable-tab.ts';
import { COLUMNS as OVERRIDE_COLUMNS } from '../../workbook/overrides-tab.ts';
import { findSettingRows, settingMessage } from '../../workbook/setting-rows.ts';
import { type TabKey, tabKeyText } from '../../workbook/tab-key.ts';
import { type Columns, findTable } from '../../workbook/table.ts';
import { componentsByCode } from '../../workbook/unit-codes.ts';
import type { EntryKey } from './changed-entry.ts';

/** Where an entry stands; without a cell when its row is gone. */
export interface Place {
  readonly tab: string;
  readonly cell?: string;
}

/** The tabs of a reading, and what was read from them. */
export interface Reading {
  readonly input: PeriodInput;
  readonly tabs: readonly InputTab[];
  readonly language: Language;
}

type KeyOf<Kind extends EntryKey['kind']> = Extract<EntryKey, { readonly kind: Kind }>;

/** The cell in one column of the nth row whose other columns read as wanted. */
function cellInTable<Name extends string>(
  tab: InputTab,
  columns: Columns<Name>,
  language: Language,
  wanted: {
    readonly column: NoInfer<Name>;
    readonly nth?: number;
    readonly isRow: (text: (name: NoInfer<Name>) => string) => boolean;
  },
): Place {
  const table = findTable(tab, columns, language);
  const textAt = (inRow: number, name: Name) => {
    const found = table.columns.get(name);
    return found === undefined ? '' : headerText(cellAt(tab.grid, inRow, found));
  };
  const rows = table.rows.filter((inRow) => wanted.isRow((name) => textAt(inRow, name)));
  const [row, column] = [rows[wanted.nth ?? 0], table.columns.get(wanted.column)];
  return row === undefined || column === undefined
    ? { tab: tab.title }
    : { tab: tab.title, cell: cellName(row, column) };
}

function findMark(tab: InputTab, { stage, setId, unitId, code }: KeyOf<'mark'>, reading: Reading): Place {
  const set = reading.input.sets.find(({ id }) => id === setId);
  const components = set === undefined ? [] : markedComponents(set, stage);
  const { unit, components: columns } = findMarksColumns(tab, components, reading.language);
  const column = columns.find(({ component }) => component.code === code)?.column;
  const row =
    unit === undefined ? -1 : tab.grid.findIndex((cells) => headerText(cells[unit] ?? null) === unitId);
  return row === -1 || column === undefined
    ? { tab: tab.title }
    : { tab: tab.title, cell: cellName(row, column) };
}

/** A row of the Not applicable tab may name a criterion or field in place of its components. */
function findExemption(
  tab: InputTab,
  { unitId, code }: KeyOf<'exemption'>,
  { input, language }: Reading,
): Place {
  const groupId = input.units.find(({ id }) => id === unitId)?.groupId;
  const setId = input.groups.find(({ id }) => id === groupId)?.setId;
  const set = input.sets.find(({ id }) => id === setId);
  const below = set === undefined ? undefined : componentsByCode(set);
  return cellInTable(tab, EXEMPTION_COLUMNS, language, {
    column: 'code',
    isRow: (text) => text('unitId') === unitId && below?.get(text('code'))?.includes(code) === true,
  });
}

function findAdjustment(tab: InputTab, key: KeyOf<'adjustment'>, language: Language): Place {
  const { unitId, adjusts, code = '', nth } = key;
  if (nth === undefined) return { tab: tab.title };
  const readKind = optionReader(KIND_OPTIONS, language);
  return cellInTable(tab, ADJUSTMENT_COLUMNS, language, {
    column: 'points',
    nth,
    isRow: (text) => {
      const kind = readKind(text('kind'));
      return (
        text('unitId') === unitId && kind.kind === 'value' && kind.value === adjusts && text('code') === code
      );
    },
  });
}

function findSetting(tab: InputTab, { name, scope }: KeyOf<'setting'>, language: Language): Place {
  const row = findSettingRows(tab, language).rows.find(
    (each) => settingMessage(each.name).name[language] === name && each.scope === scope,
  );
  return row?.reader.locate('value') ?? { tab: tab.title };
}

function tabOf(key: EntryKey): TabKey {
  switch (key.kind) {
    case 'mark':
      return { kind: 'marks', stage: key.stage, setId: key.setId };
    case 'override':
      return { kind: 'overrides' };
    case 'exemption':
      return { kind: 'not-applicable' };
    case 'adjustment':
      return { kind: 'adjustments' };
    case 'criterion':
      return { kind: 'criteria', setId: key.setId };
    case 'setting':
      return { kind: 'settings' };
    default:
      return assertNever(key);
  }
}

/** Where people find an entry as the workbook stands; undefined when even its tab is gone. */
export function findEntry(key: EntryKey, reading: Reading): Place | undefined {
  const { tabs, language } = reading;
  const wanted = tabKeyText(tabOf(key));
  const tab = tabs.find((each) => tabKeyText(each.key) === wanted);
  if (tab === undefined) return undefined;
  switch (key.kind) {
    case 'mark':
      return findMark(tab, key, reading);
    case 'override':
      return cellInTable(tab, OVERRIDE_COLUMNS, language, {
        column: 'points',
        isRow: (text) => text('unitId') === key.unitId && text('code') === key.code,
      });
    case 'exemption':
      return findExemption(tab, key, reading);
    case 'adjustment':
      return findAdjustment(tab, key, language);
    case 'criterion':
      return cellInTable(tab, CRITERION_COLUMNS, language, {
        column: key.column,
        isRow: (text) => text('code') === key.code,
      });
    case 'setting':
      return findSetting(tab, key, language);
    default:
      return assertNever(key);
  }
}
