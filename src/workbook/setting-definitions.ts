import type { Cell } from '../domain/grid.ts';
import type { Bilingual, Language } from '../domain/language.ts';
import {
  LANGUAGE_WORDS,
  NOT_APPLICABLE_WORDS,
  ROUNDING_WORDS,
  SETTING_MESSAGES,
  type SettingMessage,
} from '../domain/messages/setting-messages.ts';
import { ROUNDING_MODES } from '../domain/rounding.ts';
import { NOT_APPLICABLE_POLICIES, type Settings } from '../domain/settings.ts';
import { type Option, optionReader, optionWord } from './cell-option.ts';
import { readText } from './cell-text.ts';
import { givenText, type Reading, refusal, valueRead } from './reading.ts';

/** A setting that is stated once for the whole workbook: its words, its default, how it is read and written. */
export interface SettingDefinition<T> extends SettingMessage {
  readonly fallback: T;
  /** The words to choose from, where it is a choice. */
  readonly choices?: readonly Bilingual[];
  read(cell: Cell, language: Language): Reading<T>;
  write(value: T, language: Language): Cell;
}

/** Settings that are stated once and have a default; classes are stated per level, a notice has none. */
export type SingleSettings = Omit<Settings, 'classifications' | 'gradeNames' | 'notice'>;

type Definitions = { readonly [Name in keyof SingleSettings]: SettingDefinition<SingleSettings[Name]> };

function optionSetting<T extends string>(
  message: SettingMessage,
  values: readonly T[],
  words: Readonly<Record<T, Bilingual>>,
  fallback: T,
): SettingDefinition<T> {
  const options: readonly Option<T>[] = values.map((value) => ({ value, word: words[value] }));
  return {
    ...message,
    fallback,
    choices: options.map(({ word }) => word),
    read: (cell, language) => optionReader(options, language)(cell),
    write: (value, language) => optionWord(options, value, language),
  };
}

function textSetting(message: SettingMessage): SettingDefinition<string> {
  return {
    ...message,
    fallback: '',
    read: readText,
    write: (value) => (value === '' ? null : value),
  };
}

const DECIMALS = ['0', '1', '2', '3', '4', '5', '6'];

function decimalsSetting(message: SettingMessage): SettingDefinition<number> {
  return {
    ...message,
    fallback: 2,
    choices: DECIMALS.map((decimals) => ({ vi: decimals, en: decimals })),
    read: (cell) => {
      const reading = readText(cell);
      if (reading.kind === 'blank') return reading;
      const decimals = reading.kind === 'value' ? DECIMALS.indexOf(reading.value) : -1;
      if (decimals >= 0) return valueRead(decimals);
      return refusal({ code: 'not-an-option', given: givenText(cell), options: DECIMALS });
    },
    write: (value) => String(value),
  };
}

/** Every setting that is stated once, in the order of the Settings tab; a new option joins here. */
export const SETTING_DEFINITIONS: Definitions = {
  language: optionSetting(SETTING_MESSAGES.language, ['vi', 'en'], LANGUAGE_WORDS, 'vi'),
  province: textSetting(SETTING_MESSAGES.province),
  period: textSetting(SETTING_MESSAGES.period),
  notApplicable: optionSetting(
    SETTING_MESSAGES.notApplicable,
    NOT_APPLICABLE_POLICIES,
    NOT_APPLICABLE_WORDS,
    'block',
  ),
  rounding: optionSetting(SETTING_MESSAGES.rounding, ROUNDING_MODES, ROUNDING_WORDS, 'half-up'),
  decimals: decimalsSetting(SETTING_MESSAGES.decimals),
};

/** The settings of a workbook that states none. */
export function defaultSettings(language: Language): Settings {
  return {
    language,
    province: SETTING_DEFINITIONS.province.fallback,
    period: SETTING_DEFINITIONS.period.fallback,
    notApplicable: SETTING_DEFINITIONS.notApplicable.fallback,
    rounding: SETTING_DEFINITIONS.rounding.fallback,
    decimals: SETTING_DEFINITIONS.decimals.fallback,
    classifications: [],
  };
}
