import { type CriteriaSetId, CriteriaSetIdSchema } from '../domain/criteria-set.ts';
import type { Cell } from '../domain/grid.ts';
import type { Language } from '../domain/language.ts';
import type { ScoringOptions } from '../domain/scoring-options.ts';
import {
  type ChoicesBySet,
  SET_SETTINGS,
  type SetChoices,
  type SetOption,
  type SetSetting,
} from '../domain/set-choices.ts';
import { SCORING_DEFINITIONS, SCORING_NAMES, type ScoringDefinition } from './scoring-definitions.ts';
import { SETTING_DEFINITIONS, type SettingDefinition } from './setting-definitions.ts';
import type { SettingRow } from './setting-rows.ts';

const isSetSetting = (name: string): name is SetSetting => SET_SETTINGS.some((each) => each === name);
const isSetOption = (name: string): name is SetOption =>
  name !== 'status' && SCORING_NAMES.some((each) => each === name);

/** True for a setting that a criteria set may state for itself. */
export function isForSets(name: string): boolean {
  return isSetSetting(name) || isSetOption(name);
}

/** The further options that rows of one scope state. */
export function readOptions(
  rows: readonly SettingRow[],
  scope: string,
  language: Language,
): Partial<ScoringOptions> {
  const entries = SCORING_NAMES.flatMap((name) => {
    const row = rows.find((candidate) => candidate.name === name && candidate.scope === scope);
    const definition: ScoringDefinition<unknown> = SCORING_DEFINITIONS[name];
    const value = row?.reader.optional('value', (cell: Cell) => definition.read(cell, language));
    return value === undefined ? [] : [[name, value] as const];
  });
  // Each value was read by the definition of its own name, which gives the type of that option.
  return Object.fromEntries(entries) as Partial<ScoringOptions>;
}

function readOwnSettings(
  rows: readonly SettingRow[],
  scope: string,
  language: Language,
): SetChoices['settings'] {
  const entries = SET_SETTINGS.flatMap((name) => {
    const row = rows.find((candidate) => candidate.name === name && candidate.scope === scope);
    const definition: SettingDefinition<unknown> = SETTING_DEFINITIONS[name];
    const value = row?.reader.optional('value', (cell: Cell) => definition.read(cell, language));
    return value === undefined ? [] : [[name, value] as const];
  });
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as SetChoices['settings']);
}

/** What each criteria set that stands under “Applies to” states for itself. */
export function readChoices(rows: readonly SettingRow[], language: Language): ChoicesBySet {
  const choices = new Map<CriteriaSetId, SetChoices>();
  for (const scope of new Set(
    rows.flatMap((row) => (isForSets(row.name) && row.scope !== '' ? [row.scope] : [])),
  )) {
    const settings = readOwnSettings(rows, scope, language);
    const scoring = readOptions(rows, scope, language);
    const states = {
      ...(settings !== undefined && { settings }),
      ...(Object.keys(scoring).length > 0 && { scoring }),
    };
    if (Object.keys(states).length > 0) choices.set(CriteriaSetIdSchema.parse(scope), states);
  }
  return choices;
}
