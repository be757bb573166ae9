import { assertNever } from '../domain/assert-never.ts';
import { awardWorth } from '../domain/award-worth.ts';
import type { IssueDetail } from '../domain/issue.ts';
import { NO_POINTS, type Points } from '../domain/points.ts';
import { compareRatios, multiplyRatios, type Ratio, ratio } from '../domain/ratio.ts';
import { dividePoints } from '../domain/rounding.ts';
import type { Award, BandsRule, Rule } from '../domain/rule.ts';
import { awardedFigures } from './notation/band-pieces.ts';
import { writeQuantity } from './notation/number.ts';

/** What a rule gives at most, in millionths before the maximum cuts it, and whether it is meant to reach the maximum. */
interface Top {
  readonly best: Ratio;
  readonly meantToReach: boolean;
}

/** What staff should know of a rule beside the maximum of its row; nothing of it keeps results back. */
export function ruleRemarks(rule: Rule, maxScore: Points): readonly IssueDetail[] {
  const top = topOf(rule, maxScore);
  const bands = bandsOf(rule);
  return [
    ...(top === undefined ? [] : remarkOnTop(top, maxScore)),
    ...(bands === undefined ? [] : remarkOnOrder(bands, maxScore)),
  ];
}

function remarkOnTop({ best, meantToReach }: Top, maxScore: Points): readonly IssueDetail[] {
  const order = compareRatios(best, ratio(maxScore, 1));
  if (order === 0 || (order < 0 && !meantToReach)) return [];
  const given = inPoints(best);
  return [{ code: order > 0 ? 'award-over-max' : 'award-under-max', given, maxScore }];
}

const inPoints = ({ numerator, denominator }: Ratio): Points => dividePoints(numerator, denominator);

function bandsOf(rule: Rule): BandsRule | undefined {
  if (rule.kind === 'count-ratio') return bandsOf(rule.scoredBy);
  return rule.kind === 'bands' ? rule : undefined;
}

/** Undefined for a rule that gives shares of the maximum up to all of it, or takes away. */
function topOf(rule: Rule, maxScore: Points): Top | undefined {
  switch (rule.kind) {
    case 'choice':
      return topAward(
        rule.options.map(({ award }) => award),
        maxScore,
      );
    case 'bands':
      return topAward([...rule.bands.map(({ award }) => award), rule.otherwise], maxScore);
    case 'lateness':
      return topAward([...rule.steps.map(({ award }) => award), rule.otherwise], maxScore);
    case 'count-ratio':
      return topOf(rule.scoredBy, maxScore);
    case 'survey': {
      const weights = rule.options.flatMap(({ weight }) => weight ?? []);
      return topAward(
        weights.map((share) => ({ kind: 'share', share })),
        maxScore,
      );
    }
    case 'per-count': {
      const best = rule.each === NO_POINTS ? NO_POINTS : (rule.cap ?? rule.each);
      return { best: ratio(best, 1), meantToReach: best === NO_POINTS };
    }
    case 'steps': {
      const base = multiplyRatios(ratio(rule.base, 1), rule.multiplier ?? ratio(1, 1));
      const cap = ratio(rule.cap ?? NO_POINTS, 1);
      return { best: compareRatios(base, cap) > 0 ? base : cap, meantToReach: false };
    }
    case 'judgement':
    case 'yes-no':
    case 'proportional':
    case 'linear':
    case 'satisfaction':
    case 'deduction':
    case 'mean-of-items':
    case 'outside-index':
      return undefined;
    default:
      return assertNever(rule);
  }
}

function topAward(awards: readonly Award[], maxScore: Points): Top | undefined {
  const [first, ...rest] = awards.map((award) => awardWorth(award, maxScore));
  if (first === undefined) return undefined;
  const best = rest.reduce((most, worth) => (compareRatios(worth, most) > 0 ? worth : most), first);
  return { best, meantToReach: true };
}

/** Awards that only rise or only fall are as meant: a measure may be wanted low. */
function remarkOnOrder(rule: BandsRule, maxScore: Points): readonly IssueDetail[] {
  const steps = awardedFigures(rule).map(({ figure, award }) => ({
    figure: writeQuantity({ value: figure, percent: rule.of === 'rate' }, 'en'),
    worth: awardWorth(award, maxScore),
  }));
  const orders = steps.slice(1).map(({ worth }, place) => {
    const before = steps[place];
    return before === undefined ? 0 : compareRatios(worth, before.worth);
  });
  if (!orders.some((order) => order > 0) || !orders.some((order) => order < 0)) return [];
  return [
    {
      code: 'awards-up-and-down',
      steps: steps.map(({ figure, worth }) => ({ figure, points: inPoints(worth) })),
    },
  ];
}
