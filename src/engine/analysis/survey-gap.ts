import type { SurveyGap } from '../../domain/analysis.ts';
import {
  BASES,
  type CriteriaSet,
  type CriterionCode,
  type CriterionNode,
  componentsOf,
} from '../../domain/criteria-set.ts';
import { multiplyRatios, type Ratio, ratio, subtractRatios } from '../../domain/ratio.ts';
import type { RankedUnit, ScoreSheet } from '../../domain/scoreboard.ts';
import { shareOfBlock } from '../attained-share.ts';
import { componentResultsOf } from '../components-of-results.ts';

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

/**
 * By field and criterion that gathers both sorts: all surveyed points of the ranked units beside all appraised ones,
 * before penalties on the row itself.
 */
export function surveyGaps(
  set: CriteriaSet,
  ranked: readonly RankedUnit[],
): ReadonlyMap<CriterionCode, SurveyGap> {
  const mixed = set.fields.flatMap(branchesOf).filter(isMixed);
  if (mixed.length === 0) return new Map();
  const byCode = sumsByComponent(ranked);
  return new Map(
    mixed.flatMap((branch): readonly (readonly [CriterionCode, SurveyGap])[] => {
      const [appraised, surveyed] = BASES.map((basis) =>
        shareOf(
          componentsOf(branch).flatMap((component) =>
            component.basis === basis ? (byCode.get(component.code) ?? []) : [],
          ),
        ),
      );
      return appraised === undefined || surveyed === undefined
        ? []
        : [[branch.code, gapBetween(appraised, surveyed)]];
    }),
  );
}

function branchesOf(node: CriterionNode): readonly CriterionNode[] {
  return node.kind === 'component' ? [] : [node, ...node.children.flatMap(branchesOf)];
}

function isMixed(branch: CriterionNode): boolean {
  const bases = new Set(componentsOf(branch).map(({ basis }) => basis));
  return bases.size === BASES.length;
}

function sumsByComponent(ranked: readonly RankedUnit[]): ReadonlyMap<CriterionCode, Sums> {
  const byCode = new Map<CriterionCode, Sums>();
  for (const { sheet } of ranked) {
    for (const { code, earned, attainable } of componentResultsOf(sheet.fields)) {
      const sums = byCode.get(code) ?? { earned: 0n, attainable: 0n };
      byCode.set(code, sums);
      sums.earned += BigInt(earned);
      sums.attainable += BigInt(attainable);
    }
  }
  return byCode;
}

/** All that was earned of all that could be had; undefined where nothing could. */
function shareOf(sums: readonly Sums[]): Ratio | undefined {
  const total = (figure: keyof Sums): bigint => sums.reduce((sum, each) => sum + each[figure], 0n);
  const attainable = total('attainable');
  return attainable === 0n ? undefined : ratio(total('earned'), attainable);
}
