import type { Adjustment } from '../../domain/adjustment.ts';
import type { Stage } from '../../domain/assessment.ts';
import type { CriteriaSetId, CriterionCode } from '../../domain/criteria-set.ts';

/** The columns of the Criteria tab that decide points. */
export const DECIDING_COLUMNS = ['maxScore', 'basis', 'ruleKind', 'ruleParameters'] as const;

/** Which entry of a workbook differs between two readings, found again wherever people moved its row. */
export type EntryKey =
  | {
      readonly kind: 'mark';
      readonly stage: Stage;
      readonly setId: CriteriaSetId;
      readonly unitId: string;
      readonly code: CriterionCode;
    }
  | { readonly kind: 'override'; readonly unitId: string; readonly code: CriterionCode }
  | { readonly kind: 'exemption'; readonly unitId: string; readonly code: CriterionCode }
  | {
      readonly kind: 'adjustment';
      readonly unitId: string;
      readonly adjusts: Adjustment['kind'];
      /** What loses the points; absent for the total. */
      readonly code?: CriterionCode;
      /** Which of the unit's rows of this sort, from 0; absent when the row is gone. */
      readonly nth?: number;
    }
  | {
      readonly kind: 'criterion';
      readonly setId: CriteriaSetId;
      readonly code: CriterionCode;
      readonly column: (typeof DECIDING_COLUMNS)[number];
    }
  /** A row of the Settings tab, by the words that stand there. */
  | { readonly kind: 'setting'; readonly name: string; readonly scope: string };

/** An entry as it was and as it is now, as people enter it; empty where nothing stood or stands. */
export interface ChangedEntry {
  readonly at: EntryKey;
  readonly before: string;
  readonly after: string;
}
