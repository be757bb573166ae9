import type { Adjustment } from '../../domain/adjustment.ts';
import type { Language } from '../../domain/language.ts';
import { EXPLAIN_WORDS, fullScaleLine, rescaledLine } from '../../domain/messages/explain-words.ts';
import { BLOCK_HEADERS } from '../../domain/messages/output-messages.ts';
import { formatPoints } from '../../domain/number-format.ts';
import { type Points, sumPoints } from '../../domain/points.ts';
import { dividePoints } from '../../domain/rounding.ts';
import type { ScoreSheet } from '../../domain/scoreboard.ts';
import type { NotApplicablePolicy } from '../../domain/settings.ts';

/** How the points of a unit become its index: blocks that were rescaled, then bonus and penalty on the total with their caps. */
export function indexLines(
  sheet: ScoreSheet,
  adjustments: readonly Adjustment[],
  policy: NotApplicablePolicy,
  language: Language,
): readonly string[] {
  return [...blockLines(sheet, policy, language), ...adjustmentLines(sheet, adjustments, language)];
}

function blockLines(sheet: ScoreSheet, policy: NotApplicablePolicy, language: Language): readonly string[] {
  const points = (given: Points) => formatPoints(given, language);
  if (sheet.surveyLeftOut !== undefined) {
    const line = fullScaleLine(points(sheet.earned), points(sheet.attainable));
    if (policy !== 'block' || sheet.attainable === sheet.fullMax) return [line[language]];
  }
  if (policy !== 'block') return [];
  return sheet.blocks.flatMap(({ basis, earned, attainable, fullMax }) => {
    if (attainable === 0 || attainable === fullMax) return [];
    const rescaled = dividePoints(BigInt(earned) * BigInt(fullMax), BigInt(attainable));
    const block = BLOCK_HEADERS[basis](formatPoints(fullMax, language));
    return [
      rescaledLine(block, [points(earned), points(attainable), points(fullMax)], points(rescaled))[language],
    ];
  });
}

function adjustmentLines(
  { adjustment }: ScoreSheet,
  adjustments: readonly Adjustment[],
  language: Language,
): readonly string[] {
  if (adjustment === undefined) return [];
  const onTotal = adjustments.filter((each) => each.kind === 'bonus' || each.code === undefined);
  return (['bonus', 'penalty'] as const).flatMap((kind) => {
    const own = onTotal.filter((each) => each.kind === kind);
    if (own.length === 0) return [];
    const sum = sumPoints(own.map(({ points }) => points));
    const counted = adjustment[kind];
    const reasons = own.map(({ points, reason }) => `${formatPoints(points, language)} (${reason})`);
    const told = `${EXPLAIN_WORDS[kind][language]}: ${reasons.join(' + ')}`;
    return [
      counted === sum
        ? told
        : `${told} → ${formatPoints(counted, language)} ${EXPLAIN_WORDS.capped[language]}`,
    ];
  });
}

/** The penalties on one row, each with its reason. */
export function penaltyReasons(adjustments: readonly Adjustment[], code: string, language: Language): string {
  const own = adjustments.filter((each) => each.kind === 'penalty' && each.code === code);
  return own.map(({ points, reason }) => `${formatPoints(points, language)} (${reason})`).join(' + ');
}
