import type { CriteriaSetId } from '../domain/criteria-set.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import { DEFAULT_SCORING_OPTIONS, type ScoringOptions } from '../domain/scoring-options.ts';
import type { Settings } from '../domain/settings.ts';

/** How the units of a criteria set are scored, ranked and classed. */
export interface Method {
  readonly settings: Settings;
  readonly options: ScoringOptions;
}

/** What a set states for itself comes before what the workbook states, and that before the default. */
export function methodOf(
  input: Pick<PeriodInput, 'settings' | 'scoring' | 'bySet'>,
  setId: CriteriaSetId,
): Method {
  const own = input.bySet?.get(setId);
  return {
    settings: { ...input.settings, ...own?.settings },
    options: { ...DEFAULT_SCORING_OPTIONS, ...input.scoring, ...own?.scoring },
  };
}
