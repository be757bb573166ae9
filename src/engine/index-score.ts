import { assertNever } from '../domain/assert-never.ts';
import { addRatios, type Ratio, ratio } from '../domain/ratio.ts';
import type { BlockResult, ScoreSheet } from '../domain/scoreboard.ts';
import type { NotApplicablePolicy } from '../domain/settings.ts';

type Totals = Pick<ScoreSheet, 'blocks' | 'earned' | 'attainable' | 'fullMax' | 'adjustment'>;

const PERCENT = 100n;
const NOTHING: Ratio = ratio(0n, 1n);

/**
 * The index in percent, exact: points earned ÷ points attainable × 100. The policy says what becomes of the
 * points that do not apply to the unit (docs/method.md §4, docs/adr/0003):
 *  - `block`: each block is rescaled to its own full maximum and the blocks are added. A block in which
 *    nothing applies has no rate to rescale: it is left out of the earned sum and of the full maximum alike,
 *    so the rest of the set is read as the whole scale.
 *  - `whole`: one rate over everything that applies.
 *  - `none`: what does not apply stays in the maximum and counts as lost.
 * Under every policy a unit to which nothing applies has no index at all: the answer is undefined.
 * Bonuses and penalties on the total are points of the full scale: they are added after any rescaling, and
 * no penalty brings an index below zero.
 */
export function indexScore(totals: Totals, policy: NotApplicablePolicy): Ratio | undefined {
  const index = indexBeforeFloor(totals, policy);
  return index === undefined ? undefined : atLeastZero(index);
}

/** The index as it would be if penalties could bring it below zero: from here on points add up. */
export function indexBeforeFloor(totals: Totals, policy: NotApplicablePolicy): Ratio | undefined {
  if (totals.attainable === 0) return undefined;
  const index = indexOfCriteria(totals, policy);
  if (totals.adjustment === undefined) return index;
  const { bonus, penalty, scale } = totals.adjustment;
  return addRatios(index, percentOf(bonus - penalty, scale));
}

export function atLeastZero(index: Ratio): Ratio {
  return index.numerator < 0n ? NOTHING : index;
}

function indexOfCriteria(totals: Totals, policy: NotApplicablePolicy): Ratio {
  switch (policy) {
    case 'block':
      return blockwiseIndex(totals);
    case 'whole':
      return percentOf(totals.earned, totals.attainable);
    case 'none':
      return percentOf(totals.earned, totals.fullMax);
    default:
      return assertNever(policy);
  }
}

function percentOf(part: number, whole: number): Ratio {
  return ratio(BigInt(part) * PERCENT, BigInt(whole));
}

function blockwiseIndex(totals: Totals): Ratio {
  if (totals.attainable === totals.fullMax) return percentOf(totals.earned, totals.fullMax);
  const attainableBlocks = totals.blocks.filter((block) => block.attainable > 0);
  const rescaled = attainableBlocks.map(rescaledToFullMax).reduce(addRatios, NOTHING);
  const fullMax = attainableBlocks.reduce((sum, block) => sum + BigInt(block.fullMax), 0n);
  return ratio(rescaled.numerator * PERCENT, rescaled.denominator * fullMax);
}

function rescaledToFullMax(block: BlockResult): Ratio {
  return ratio(BigInt(block.earned) * BigInt(block.fullMax), BigInt(block.attainable));
}
