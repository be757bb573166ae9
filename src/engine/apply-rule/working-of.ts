import type { DeclaredValue } from '../../domain/declared-value.ts';
import { asPoints, type Points } from '../../domain/points.ts';
import { multiplyRatios, type Ratio, ratio } from '../../domain/ratio.ts';
import { dividePoints } from '../../domain/rounding.ts';
import type { Rule } from '../../domain/rule.ts';
import type { Because, Figure, Working } from '../../domain/working.ts';

/** A rule, what was declared, and the component's maximum: everything that points come from. */
export interface Application<R extends Rule = Rule, D extends DeclaredValue = DeclaredValue> {
  readonly rule: R;
  readonly declared: D;
  readonly maxScore: Points;
}

export interface Finding {
  readonly because: Because;
  /** In millionths, before rounding and before 0 ≤ points ≤ maximum. */
  readonly exact: Ratio;
  readonly figure?: Figure | undefined;
}

/** Points in whole millionths as an exact fraction. */
export function exactly(points: Points): Ratio {
  return { numerator: BigInt(points), denominator: 1n };
}

export function shareOfMax(share: Ratio, maxScore: Points): Finding {
  return { because: { kind: 'share-of-max', share }, exact: multiplyRatios(share, exactly(maxScore)) };
}

/** Rounds once, half up, to a millionth, and keeps 0 ≤ points ≤ maximum (docs/adr/0001, docs/method.md §2). */
export function workingOf(application: Application, finding: Finding): Working {
  return {
    ...inputsOf(application, finding.figure),
    because: finding.because,
    exact: finding.exact,
    points: withinMax(finding.exact, application.maxScore),
  };
}

/** Nothing to count: the component does not apply (docs/method.md R11). */
export function nothingToCount(application: Application): Working {
  return { ...inputsOf(application, undefined), because: { kind: 'nothing-to-count' } };
}

function inputsOf({ rule, declared, maxScore }: Application, figure: Figure | undefined) {
  return { rule: rule.kind, declared, maxScore, ...(figure === undefined ? {} : { figure }) };
}

function withinMax(exact: Ratio, maxScore: Points): Points {
  if (exact.numerator <= 0n) return asPoints(0);
  if (exact.numerator >= BigInt(maxScore) * exact.denominator) return maxScore;
  return dividePoints(exact.numerator, exact.denominator);
}

export const NO_SHARE: Ratio = ratio(0, 1);
export const WHOLE_SHARE: Ratio = ratio(1, 1);
