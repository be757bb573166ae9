import type { CriteriaSet, CriteriaSetId } from '../../domain/criteria-set.ts';
import type { Language } from '../../domain/language.ts';
import type { PeriodInput } from '../../domain/period-input.ts';
import { criterionRows } from '../../workbook/criteria-tab.ts';
import { renderSettings } from '../../workbook/render-settings.ts';
import { SCORING_NAMES } from '../../workbook/scoring-definitions.ts';
import { type SettingName, settingMessage } from '../../workbook/setting-rows.ts';
import { type ChangedEntry, DECIDING_COLUMNS } from './changed-entry.ts';
import { entryText } from './entry-text.ts';

/** Settings that decide indexes, places or classes; the others are words and looks. */
const DECIDING_SETTINGS: readonly SettingName[] = [
  'notApplicable',
  'rounding',
  'decimals',
  'classifications',
  'ceilings',
  ...SCORING_NAMES.filter((name) => name !== 'statedSums' && name !== 'sumTolerance'),
];

/** The component rows of a set by their code: a branch states nothing that its components do not. */
function componentRows(set: CriteriaSet | undefined, language: Language) {
  const rows = set === undefined ? [] : criterionRows(set, language);
  return new Map(rows.filter(({ basis }) => basis !== null).map((row) => [String(row.code), row]));
}

/** Maxima, bases and rules of a set that differ between two readings. */
export function changesOfSet(
  setId: CriteriaSetId,
  before: PeriodInput,
  after: PeriodInput,
  language: Language,
): readonly ChangedEntry[] {
  const setIn = ({ sets }: PeriodInput) => sets.find(({ id }) => id === setId);
  const [then, now] = [componentRows(setIn(before), language), componentRows(setIn(after), language)];
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((code) =>
    DECIDING_COLUMNS.flatMap((column): readonly ChangedEntry[] => {
      const was = entryText(then.get(code)?.[column], language);
      const is = entryText(now.get(code)?.[column], language);
      const key = code as Extract<ChangedEntry['at'], { kind: 'criterion' }>['code'];
      return was === is
        ? []
        : [{ at: { kind: 'criterion', setId, code: key, column }, before: was, after: is }];
    }),
  );
}

/** What the Settings tab states, by the words of the setting and its scope. */
function settingTexts(input: PeriodInput, language: Language): ReadonlyMap<string, string> {
  const [, ...rows] = renderSettings(input, language).rows;
  return new Map(
    rows.map(([name, scope, value]) => [
      JSON.stringify([entryText(name?.value, language), entryText(scope?.value, language)]),
      entryText(value?.value, language),
    ]),
  );
}

/** Deciding settings that differ between two readings. */
export function changesOfSettings(
  before: PeriodInput,
  after: PeriodInput,
  language: Language,
): readonly ChangedEntry[] {
  const deciding = new Set(DECIDING_SETTINGS.map((name) => settingMessage(name).name[language]));
  const [then, now] = [settingTexts(before, language), settingTexts(after, language)];
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((key): readonly ChangedEntry[] => {
    const [name = '', scope = ''] = JSON.parse(key) as readonly string[];
    const [was, is] = [then.get(key) ?? '', now.get(key) ?? ''];
    if (was === is || !deciding.has(name)) return [];
    return [{ at: { kind: 'setting', name, scope }, before: was, after: is }];
  });
}
