import type { Content } from '../domain/content.ts';
import type { Cell } from '../domain/grid.ts';
import type { Language } from '../domain/language.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import type { ScoringOptions } from '../domain/scoring-options.ts';
import { SET_SETTINGS, type SetChoices } from '../domain/set-choices.ts';
import { ANALYSIS_NAMES, writeAnalysis } from './analysis-settings.ts';
import { writeClassNames } from './notation/class-names.ts';
import { writeClasses } from './notation/classes.ts';
import { writeCeilings } from './notation/deciding.ts';
import { type RowCells, renderTable } from './render-table.ts';
import { SCORING_DEFINITIONS, SCORING_NAMES, type ScoringDefinition } from './scoring-definitions.ts';
import { SETTING_DEFINITIONS, type SettingDefinition, type SingleSettings } from './setting-definitions.ts';
import { SETTINGS_COLUMNS, type SettingName, type SettingsColumn, settingMessage } from './setting-rows.ts';

/** What the Settings tab states. */
export type StatedSettings = Pick<PeriodInput, 'settings' | 'scoring' | 'bySet' | 'analysis' | 'sets'>;

/** The Settings tab: one row per setting with its meaning; an empty value stands for the default. */
export function renderSettings(
  { settings, scoring = {}, bySet = new Map(), analysis = {}, sets }: StatedSettings,
  language: Language,
): Content {
  const row = (name: SettingName, scope: string | null, value: Cell): RowCells<SettingsColumn> => ({
    name: settingMessage(name).name[language],
    scope,
    value,
    meaning: settingMessage(name).meaning[language],
  });
  const single = <Name extends keyof SingleSettings>(name: Name) =>
    row(name, null, SETTING_DEFINITIONS[name].write(settings[name], language));
  const classes = settings.classifications.flatMap(({ level = null, bands, ceilings = [] }) => [
    row('classifications', level, writeClasses(bands, language)),
    row('ceilings', level, ceilings.length === 0 ? null : writeCeilings(ceilings, language)),
  ]);
  return renderTable(
    SETTINGS_COLUMNS,
    [
      single('language'),
      single('province'),
      single('period'),
      row('notice', null, settings.notice ?? null),
      single('notApplicable'),
      single('rounding'),
      single('decimals'),
      ...(classes.length === 0 ? [row('classifications', null, null)] : classes),
      row(
        'gradeNames',
        null,
        settings.gradeNames === undefined ? null : writeClassNames(settings.gradeNames),
      ),
      ...SCORING_NAMES.map((name) => row(name, null, writeOption(name, scoring, language))),
      ...[...bySet].flatMap(([setId, choices]) =>
        choicesOf(choices, language).map(([name, value]) => row(name, setId, value)),
      ),
      ...ANALYSIS_NAMES.map((name) => row(name, null, writeAnalysis(name, analysis, language))),
      ...sets.map(({ id, version = null }) => row('setVersion', id, version)),
    ],
    language,
  );
}

/** What one criteria set states for itself. */
function choicesOf(
  { settings = {}, scoring = {} }: SetChoices,
  language: Language,
): readonly (readonly [SettingName, Cell])[] {
  const own = SET_SETTINGS.flatMap((name): readonly (readonly [SettingName, Cell])[] => {
    const value: unknown = settings[name];
    // The value of a setting is written by the definition of its own name.
    const definition = SETTING_DEFINITIONS[name] as SettingDefinition<unknown>;
    return value === undefined ? [] : [[name, definition.write(value, language)]];
  });
  const stated = SCORING_NAMES.filter((name) => name in scoring);
  return [...own, ...stated.map((name) => [name, writeOption(name, scoring, language)] as const)];
}

function writeOption(name: keyof ScoringOptions, scoring: Partial<ScoringOptions>, language: Language): Cell {
  const value: unknown = scoring[name];
  // The value of an option is written by the definition of its own name.
  const definition = SCORING_DEFINITIONS[name] as ScoringDefinition<unknown>;
  return value === undefined ? null : definition.write(value, language);
}
