import type { SurveyGap } from '../../domain/analysis.ts';
import { componentResultsOf } from '../../domain/components-of-results.ts';
import type { CriterionCode } from '../../domain/criteria-set.ts';
import { multiplyRatios, type Ratio, ratio, subtractRatios } from '../../domain/ratio.ts';
import type { NodeResult, RankedUnit, ScoreSheet } from '../../domain/scoreboard.ts';
import { shareOfBlock } from '../attained-share.ts';

const PERCENT = ratio(100, 1);

/** How much better people judge a unit than appraisers do; undefined unless both blocks apply to it. */
export function surveyGap(sheet: ScoreSheet): SurveyGap | undefined {
  const [appraised, surveyed] = [shareOfBlock(sheet, 'appraisal'), shareOfBlock(sheet, 'survey')];
  if (appraised === undefined || surveyed === undefined || sheet.missing.length > 0) return undefined;
  return gapBetween(appraised, surveyed);
}

function gapBetween(appraised: Ratio, surveyed: Ratio): SurveyGap {
  return {
    appraised: multiplyRatios(appraised, PERCENT),
    surveyed: multiplyRatios(surveyed, PERCENT),
    gap: multiplyRatios(subtractRatios(surveyed, appraised), PERCENT),
  };
}

interface Sums {
  earned: bigint;
  attainable: bigint;
}

/** By field and criterion: all surveyed points of the ranked units beside all appraised ones, before penalties on branches. */
export function surveyGaps(ranked: readonly RankedUnit[]): ReadonlyMap<CriterionCode, SurveyGap> {
  const rows = new Map<CriterionCode, { readonly appraised: Sums; readonly surveyed: Sums }>();
  for (const { sheet } of ranked)
    for (const branch of sheet.fields.flatMap(branchesOf)) addBranch(rows, branch);
  return new Map(
    [...rows].flatMap(([code, { appraised, surveyed }]) =>
      appraised.attainable === 0n || surveyed.attainable === 0n
        ? []
        : [
            [
              code,
              gapBetween(
                ratio(appraised.earned, appraised.attainable),
                ratio(surveyed.earned, surveyed.attainable),
              ),
            ] as const,
          ],
    ),
  );
}

function branchesOf(result: NodeResult): readonly NodeResult[] {
  return result.kind === 'component' ? [] : [result, ...result.children.flatMap(branchesOf)];
}

function addBranch(
  rows: Map<CriterionCode, { readonly appraised: Sums; readonly surveyed: Sums }>,
  branch: NodeResult,
): void {
  const none = (): Sums => ({ earned: 0n, attainable: 0n });
  const row = rows.get(branch.code) ?? { appraised: none(), surveyed: none() };
  rows.set(branch.code, row);
  for (const { source, earned, attainable } of componentResultsOf([branch])) {
    const sums = source === 'survey' ? row.surveyed : row.appraised;
    sums.earned += BigInt(earned);
    sums.attainable += BigInt(attainable);
  }
}
