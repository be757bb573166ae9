import type { Bilingual } from '../../domain/language.ts';
import { KIND_OPTIONS } from '../adjustments-tab.ts';
import { STAGE_OPTIONS } from '../cases-columns.ts';
import { YES_NO } from '../cell-option.ts';
import { BASIS_OPTIONS } from '../criteria-tab.ts';
import { RULE_OPTIONS } from '../criterion-rule.ts';
import { SCORING_DEFINITIONS } from '../scoring-definitions.ts';
import { SETTING_DEFINITIONS } from '../setting-definitions.ts';
import { findSettingName } from '../setting-rows.ts';

function wordsOf(options: readonly { readonly word: Bilingual }[]): readonly Bilingual[] {
  return options.map(({ word }) => word);
}

/** The words that a template may offer in a drop-down, by name; what they mean is known by the tabs themselves. */
export const WORD_LISTS: ReadonlyMap<string, readonly Bilingual[]> = new Map([
  ['rule-kinds', wordsOf(RULE_OPTIONS)],
  ['bases', wordsOf(BASIS_OPTIONS)],
  ['adjustment-kinds', wordsOf(KIND_OPTIONS)],
  ['stages', wordsOf(STAGE_OPTIONS)],
  ['yes-no', wordsOf(YES_NO)],
]);

/** The name of the list that differs from row to row of the Settings tab. */
export const SETTING_CHOICES = 'setting-choices';

/** The words to choose from for the setting of a row; undefined where anything may be typed. */
export function choicesOfSetting(setting: string): readonly Bilingual[] | undefined {
  const name = findSettingName(setting);
  const definitions: Readonly<Record<string, { readonly choices?: readonly Bilingual[] }>> = {
    ...SETTING_DEFINITIONS,
    ...SCORING_DEFINITIONS,
  };
  return name === undefined ? undefined : definitions[name]?.choices;
}
