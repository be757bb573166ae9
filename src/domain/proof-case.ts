import type { Assessment, Exemption } from './assessment.ts';
import type { CriteriaSetId, CriterionCode } from './criteria-set.ts';
import type { Points } from './points.ts';
import type { Ratio } from './ratio.ts';

/** A component of an invented unit: the points that the office expects, or that it does not apply. */
export type Expectation =
  | { readonly kind: 'points'; readonly points: Points }
  | { readonly kind: 'not-applicable' };

/** An invented unit that the office writes to prove the rules of a set, with what must come out. */
export interface ProofCase {
  readonly name: string;
  readonly setId: CriteriaSetId;
  readonly assessments: readonly Omit<Assessment, 'unitId'>[];
  readonly exemptions: readonly Omit<Exemption, 'unitId'>[];
  readonly expected: ReadonlyMap<CriterionCode, Expectation>;
  /** In percent, exact. */
  readonly expectedIndex?: Ratio;
}

/** What came out where something else was expected; a component that is blank gave nothing. */
export type Mismatch =
  | {
      readonly kind: 'component';
      readonly code: CriterionCode;
      readonly expected: Expectation;
      readonly given?: Expectation;
    }
  | { readonly kind: 'unknown-component'; readonly code: CriterionCode }
  | { readonly kind: 'index'; readonly expected: Ratio; readonly given?: Ratio };

export interface ProofResult {
  readonly name: string;
  readonly passed: boolean;
  readonly mismatches: readonly Mismatch[];
}
