import type { CriteriaSetId } from './criteria-set.ts';
import type { ScoringOptions } from './scoring-options.ts';
import type { Settings } from './settings.ts';

/** The settings of a workbook that a criteria set may state for itself. */
export const SET_SETTINGS = [
  'notApplicable',
  'rounding',
  'decimals',
] as const satisfies readonly (keyof Settings)[];
export type SetSetting = (typeof SET_SETTINGS)[number];

/** The options that a criteria set may state for itself: all but the status, which is one for all results. */
export type SetOption = Exclude<keyof ScoringOptions, 'status'>;

/** What one criteria set states for itself; whatever it leaves out is as for the whole workbook. */
export interface SetChoices {
  readonly settings?: Partial<Pick<Settings, SetSetting>>;
  readonly scoring?: Partial<Pick<ScoringOptions, SetOption>>;
}

export type ChoicesBySet = ReadonlyMap<CriteriaSetId, SetChoices>;
