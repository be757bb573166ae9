import type { CriterionCode } from './criteria-set.ts';
import type { DeclaredValue } from './declared-value.ts';
import { BLANK, type Mark } from './mark.ts';
import type { UnitId } from './unit.ts';

/**
 * Who marked: the unit itself, the appraisers, or the survey. The appraisal decides appraised components,
 * the survey decides survey components; the self-assessment is kept beside them, never mixed in.
 */
export const STAGES = ['self-assessment', 'appraisal', 'survey'] as const;
export type Stage = (typeof STAGES)[number];

/** The marks of one unit at one stage; a component without an entry is blank. */
export interface Assessment {
  readonly unitId: UnitId;
  readonly stage: Stage;
  readonly marks: ReadonlyMap<CriterionCode, Mark>;
  /** What was entered for components that have a rule; a mark that stands there as well comes first. */
  readonly declared?: ReadonlyMap<CriterionCode, DeclaredValue>;
}

export function markFor(assessment: Assessment | undefined, code: CriterionCode): Mark {
  return assessment?.marks.get(code) ?? BLANK;
}

/** A component that does not apply to a unit, with the reason and the person who approved it. */
export interface Exemption {
  readonly unitId: UnitId;
  readonly code: CriterionCode;
  readonly reason: string;
  readonly approvedBy: string;
}
