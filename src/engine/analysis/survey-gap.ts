import type { SurveyGap } from '../../domain/analysis.ts';
import { multiplyRatios, ratio, subtractRatios } from '../../domain/ratio.ts';
import type { ScoreSheet } from '../../domain/scoreboard.ts';
import { shareOfBlock } from '../attained-share.ts';

const PERCENT = ratio(100, 1);

/** How much better people judge a unit than appraisers do; undefined unless both blocks apply to it. */
export function surveyGap(sheet: ScoreSheet): SurveyGap | undefined {
  const [appraised, surveyed] = [shareOfBlock(sheet, 'appraisal'), shareOfBlock(sheet, 'survey')];
  if (appraised === undefined || surveyed === undefined || sheet.missing.length > 0) return undefined;
  return {
    unitId: sheet.unit.id,
    appraised: multiplyRatios(appraised, PERCENT),
    surveyed: multiplyRatios(surveyed, PERCENT),
    gap: multiplyRatios(subtractRatios(surveyed, appraised), PERCENT),
  };
}
