import type { Basis, CriterionCode } from './criteria-set.ts';
import { NO_POINTS, type Points } from './points.ts';

/** Official results come from the appraisal alone; provisional ones take the self-assessment where it is blank. */
export const STATUSES = ['official', 'provisional'] as const;
export type Status = (typeof STATUSES)[number];

/** A blank keeps a unit out of the ranking, or counts as zero once the deadline is past. */
export const BLANK_POLICIES = ['incomplete', 'zero'] as const;
export type BlankPolicy = (typeof BLANK_POLICIES)[number];

/** Ranks compare exact indexes, or the indexes rounded as they are shown. */
export const RANK_BASES = ['exact', 'as-shown'] as const;
export type RankBasis = (typeof RANK_BASES)[number];

/** After two units at second place: competition 4th, dense 3rd. Ordinal gives places 2 and 3 by code. */
export const RANK_STYLES = ['competition', 'dense', 'ordinal'] as const;
export type RankStyle = (typeof RANK_STYLES)[number];

/** A unit whose survey was not held stays incomplete, or its appraised points are read on the full scale. */
export const MISSING_SURVEY_POLICIES = ['incomplete', 'rescale'] as const;
export type MissingSurveyPolicy = (typeof MISSING_SURVEY_POLICIES)[number];

/** A stated maximum or total that differs from the sum of its parts is a warning or an error. */
export const STATED_SUM_POLICIES = ['warning', 'error'] as const;
export type StatedSumPolicy = (typeof STATED_SUM_POLICIES)[number];

/** What decides between units of the same index; the first key in which they differ. */
export type TieBreak =
  /** The higher share attained in the appraised or surveyed block. */
  | { readonly kind: 'block'; readonly basis: Basis }
  /** The higher share attained in a field, criterion or component. */
  | { readonly kind: 'criterion'; readonly code: CriterionCode }
  /** Fewer penalty points. */
  | { readonly kind: 'fewer-penalties' }
  /** Fewer points taken out as not applicable. */
  | { readonly kind: 'fewer-removed' };

/** The options of a period that decide points and places. Whatever a workbook leaves out has its default. */
export interface ScoringOptions {
  readonly status: Status;
  readonly blanks: BlankPolicy;
  readonly missingSurvey: MissingSurveyPolicy;
  readonly rankBasis: RankBasis;
  readonly rankStyle: RankStyle;
  readonly tieBreaks: readonly TieBreak[];
  readonly statedSums: StatedSumPolicy;
  /** A stated maximum or total that is no further from the sum of its parts is not remarked on. */
  readonly sumTolerance: Points;
  /** The most points that may be taken out for one unit; a unit with more is not ranked. Absent: no limit. */
  readonly removedCap?: Points;
  /** The most that bonuses add to the total. Absent: no limit. */
  readonly bonusCap?: Points;
  /** The most that penalties take from the total; those on a row or field are not counted. Absent: no limit. */
  readonly penaltyCap?: Points;
}

export const DEFAULT_SCORING_OPTIONS: ScoringOptions = {
  status: 'official',
  blanks: 'incomplete',
  missingSurvey: 'incomplete',
  rankBasis: 'exact',
  rankStyle: 'competition',
  tieBreaks: [],
  statedSums: 'warning',
  sumTolerance: NO_POINTS,
};
