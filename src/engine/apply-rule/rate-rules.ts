import { assertNever } from '../../domain/assert-never.ts';
import { awardWorth } from '../../domain/award-worth.ts';
import type { Points } from '../../domain/points.ts';
import { compareRatios, multiplyRatios, type Ratio, ratio, subtractRatios } from '../../domain/ratio.ts';
import type { BandsRule, Bound, LinearRule, ProportionalRule, RateRule } from '../../domain/rule.ts';
import { exactly, type Finding, NO_SHARE, shareOfMax, WHOLE_SHARE } from './working-of.ts';

/** Whether a value lies on the right side of an open or closed bound. */
function holds(bound: Bound, value: Ratio): boolean {
  const order = compareRatios(value, bound.value);
  switch (bound.comparison) {
    case '>=':
      return order >= 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '<':
      return order < 0;
    default:
      return assertNever(bound.comparison);
  }
}

/** The points of a figure (a rate, or a number where the rule reads numbers) under a rule on figures. */
export function scoreFigure(rule: RateRule, value: Ratio, maxScore: Points): Finding {
  switch (rule.kind) {
    case 'bands':
      return scoreBands(rule, value, maxScore);
    case 'proportional':
      return scoreProportional(rule, value, maxScore);
    case 'linear':
      return shareOfMax(placeBetween(rule, value), maxScore);
    case 'satisfaction':
      return shareOfMax(value, maxScore);
    default:
      return assertNever(rule);
  }
}

function scoreBands(rule: BandsRule, value: Ratio, maxScore: Points): Finding {
  const place = rule.bands.findIndex((each) => holds(each.bound, value));
  const band = rule.bands[place];
  if (band === undefined) {
    return {
      because: { kind: 'otherwise', award: rule.otherwise },
      exact: awardWorth(rule.otherwise, maxScore),
    };
  }
  return { because: { kind: 'band', place, ...band }, exact: awardWorth(band.award, maxScore) };
}

function scoreProportional(rule: ProportionalRule, rate: Ratio, maxScore: Points): Finding {
  if (compareRatios(rate, rule.full) >= 0) {
    return { because: { kind: 'full-mark', full: rule.full }, exact: exactly(maxScore) };
  }
  if (!holds(rule.floor, rate)) {
    return { because: { kind: 'below-floor', floor: rule.floor }, exact: NO_SHARE };
  }
  return shareOfMax(rate, maxScore);
}

/** How far a value has come from `from` to `to`, between 0 and 1; `to` may be the smaller. */
function placeBetween({ from, to }: LinearRule, value: Ratio): Ratio {
  const span = subtractRatios(to, from);
  if (span.numerator === 0n) return compareRatios(value, to) >= 0 ? WHOLE_SHARE : NO_SHARE;
  const place = multiplyRatios(subtractRatios(value, from), ratio(span.denominator, span.numerator));
  if (place.numerator <= 0n) return NO_SHARE;
  return compareRatios(place, WHOLE_SHARE) >= 0 ? WHOLE_SHARE : place;
}
