import type { Cell } from '../domain/grid.ts';
import type { Bilingual, Language } from '../domain/language.ts';
import {
  BLANKS_WORDS,
  MISSING_SURVEY_WORDS,
  RANK_BASIS_WORDS,
  RANK_STYLE_WORDS,
  STATED_SUM_WORDS,
  STATUS_WORDS,
} from '../domain/messages/scoring-setting-messages.ts';
import type { Points } from '../domain/points.ts';
import {
  BLANK_POLICIES,
  MISSING_SURVEY_POLICIES,
  RANK_BASES,
  RANK_STYLES,
  type ScoringOptions,
  STATED_SUM_POLICIES,
  STATUSES,
  type TieBreak,
} from '../domain/scoring-options.ts';
import { readPoints } from './cell-number.ts';
import { optionReader, optionWord } from './cell-option.ts';
import { parseTieBreaks, writeTieBreaks } from './notation/deciding.ts';
import { writePoints } from './notation/number.ts';
import { readNotation } from './notation-cell.ts';
import type { Reading } from './reading.ts';

/** How one option is read and written; what a workbook leaves out has its default in the domain. */
export interface ScoringDefinition<T> {
  /** The words to choose from, where it is a choice. */
  readonly choices?: readonly Bilingual[];
  read(cell: Cell, language: Language): Reading<T>;
  write(value: T, language: Language): string;
}

type Definitions = {
  readonly [Name in keyof ScoringOptions]-?: ScoringDefinition<NonNullable<ScoringOptions[Name]>>;
};

function optionSetting<T extends string>(
  values: readonly T[],
  words: Readonly<Record<T, Bilingual>>,
): ScoringDefinition<T> {
  const options = values.map((value) => ({ value, word: words[value] }));
  return {
    choices: options.map(({ word }) => word),
    read: (cell, language) => optionReader(options, language)(cell),
    write: (value, language) => optionWord(options, value, language),
  };
}

const POINTS_SETTING: ScoringDefinition<Points> = { read: readPoints, write: writePoints };

const TIE_BREAKS_SETTING: ScoringDefinition<readonly TieBreak[]> = {
  read: (cell) => readNotation(cell, parseTieBreaks),
  write: writeTieBreaks,
};

export const SCORING_DEFINITIONS: Definitions = {
  status: optionSetting(STATUSES, STATUS_WORDS),
  blanks: optionSetting(BLANK_POLICIES, BLANKS_WORDS),
  missingSurvey: optionSetting(MISSING_SURVEY_POLICIES, MISSING_SURVEY_WORDS),
  rankBasis: optionSetting(RANK_BASES, RANK_BASIS_WORDS),
  rankStyle: optionSetting(RANK_STYLES, RANK_STYLE_WORDS),
  tieBreaks: TIE_BREAKS_SETTING,
  statedSums: optionSetting(STATED_SUM_POLICIES, STATED_SUM_WORDS),
  sumTolerance: POINTS_SETTING,
  removedCap: POINTS_SETTING,
  bonusCap: POINTS_SETTING,
  penaltyCap: POINTS_SETTING,
};

export const SCORING_NAMES = Object.keys(SCORING_DEFINITIONS) as readonly (keyof ScoringOptions)[];
