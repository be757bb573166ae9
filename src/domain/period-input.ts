import type { Adjustment, Override } from './adjustment.ts';
import type { AnalysisOptions } from './analysis-options.ts';
import type { Assessment, Exemption } from './assessment.ts';
import type { CriteriaSet } from './criteria-set.ts';
import type { ScoringOptions } from './scoring-options.ts';
import type { ChoicesBySet } from './set-choices.ts';
import type { Settings } from './settings.ts';
import type { Group, Unit } from './unit.ts';

/**
 * Everything that was entered for one period: the only input of the engine. Parsed and cross-checked,
 * so codes are unique, every group, set and component that is named exists, and 0 ≤ mark ≤ maximum.
 */
export interface PeriodInput {
  readonly settings: Settings;
  /** The further options of the Settings tab; what is left out has its default. */
  readonly scoring?: Partial<ScoringOptions>;
  /** What criteria sets state for themselves, in place of the two above. */
  readonly bySet?: ChoicesBySet;
  /** From where on the analysis calls something low or divisive; what is left out has its default. */
  readonly analysis?: Partial<AnalysisOptions>;
  readonly groups: readonly Group[];
  readonly units: readonly Unit[];
  readonly sets: readonly CriteriaSet[];
  readonly assessments: readonly Assessment[];
  readonly exemptions: readonly Exemption[];
  /** Bonuses and penalties. */
  readonly adjustments?: readonly Adjustment[];
  /** Points of the council in place of a component's own. */
  readonly overrides?: readonly Override[];
}
