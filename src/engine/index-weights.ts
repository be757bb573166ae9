import { assertNever } from '../domain/assert-never.ts';
import type { Basis } from '../domain/criteria-set.ts';
import { type Ratio, ratio } from '../domain/ratio.ts';
import type { ScoreSheet } from '../domain/scoreboard.ts';
import type { NotApplicablePolicy } from '../domain/settings.ts';

/** Percentage points of the index that one millionth of a point is worth in each block of a unit. */
export type IndexWeights = Readonly<Record<Basis, Ratio>>;

const NOTHING: Ratio = ratio(0, 1);

/**
 * The index of the criteria as a weighted sum: Σ earned × weight of its block. The same figure as indexScore
 * gives before bonuses and penalties, cut so that every component's part of it can be told.
 */
export function indexWeights(sheet: ScoreSheet, policy: NotApplicablePolicy): IndexWeights {
  return { appraisal: weightOf(sheet, 'appraisal', policy), survey: weightOf(sheet, 'survey', policy) };
}

function weightOf(sheet: ScoreSheet, basis: Basis, policy: NotApplicablePolicy): Ratio {
  switch (policy) {
    case 'block':
      return rescaledWeight(sheet, basis);
    case 'whole':
      return sheet.attainable === 0 ? NOTHING : ratio(100, sheet.attainable);
    case 'none':
      return sheet.fullMax === 0 ? NOTHING : ratio(100, sheet.fullMax);
    default:
      return assertNever(policy);
  }
}

function rescaledWeight(sheet: ScoreSheet, basis: Basis): Ratio {
  const block = sheet.blocks.find((each) => each.basis === basis);
  if (block === undefined || block.attainable === 0) return NOTHING;
  const scale = sheet.blocks
    .filter(({ attainable }) => attainable > 0)
    .reduce((sum, { fullMax }) => sum + BigInt(fullMax), 0n);
  return ratio(100n * BigInt(block.fullMax), BigInt(block.attainable) * scale);
}
