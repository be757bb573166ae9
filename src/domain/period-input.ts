import type { Assessment, Exemption } from './assessment.ts';
import type { CriteriaSet } from './criteria-set.ts';
import type { Settings } from './settings.ts';
import type { Group, Unit } from './unit.ts';

/**
 * Everything that was entered for one period: the only input of the engine. Parsed and cross-checked,
 * so codes are unique, every group, set and component that is named exists, and 0 ≤ mark ≤ maximum.
 */
export interface PeriodInput {
  readonly settings: Settings;
  readonly groups: readonly Group[];
  readonly units: readonly Unit[];
  readonly sets: readonly CriteriaSet[];
  readonly assessments: readonly Assessment[];
  readonly exemptions: readonly Exemption[];
}
