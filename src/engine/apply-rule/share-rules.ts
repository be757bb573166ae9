import type { Count } from '../../domain/declared-value.ts';
import { addRatios, multiplyRatios, type Ratio, ratio } from '../../domain/ratio.ts';
import { divideRounded } from '../../domain/rounding.ts';
import type { AnswerOption } from '../../domain/rule.ts';
import { NO_SHARE } from './working-of.ts';

/** a ÷ b; undefined when there is nothing to divide by, which means nothing to count. */
export function quotient(a: Ratio, b: Ratio): Ratio | undefined {
  if (b.numerator <= 0n) return undefined;
  return multiplyRatios(a, ratio(b.denominator, b.numerator));
}

/** Σ(weight × answers) ÷ Σ answers over the options with a weight; undefined without answers (docs/method.md R12). */
export function weightedAnswers(
  options: readonly AnswerOption[],
  counts: readonly Count[],
): Ratio | undefined {
  let [weighted, answers] = [NO_SHARE, NO_SHARE];
  for (const { label, count } of counts) {
    const option = options.find((each) => each.label === label);
    if (option === undefined) throw new Error(`the rule has no answer ${label}`);
    if (option.weight === undefined) continue;
    weighted = addRatios(weighted, multiplyRatios(option.weight, count));
    answers = addRatios(answers, count);
  }
  return quotient(weighted, answers);
}

/** The mean of the items, rounded half up when the rule says to how many decimals (docs/method.md R10). */
export function meanOfItems(values: readonly Ratio[], decimals: number | undefined): Ratio | undefined {
  const mean = quotient(values.reduce(addRatios, NO_SHARE), ratio(values.length, 1));
  if (mean === undefined || decimals === undefined) return mean;
  const scale = 10n ** BigInt(decimals);
  return ratio(divideRounded(mean.numerator * scale, mean.denominator, 'half-up'), scale);
}
