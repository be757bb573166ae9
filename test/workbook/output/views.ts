import { DEFAULT_ANALYSIS_OPTIONS } from '../../../src/domain/analysis-options.ts';
import type { PeriodInput } from '../../../src/domain/period-input.ts';
import { type AnalysisHistory, analysePeriod } from '../../../src/engine/analysis/analyse-period.ts';
import { scorePeriod } from '../../../src/engine/score-period.ts';
import type { OutputContext } from '../../../src/workbook/output/output-context.ts';
import { groupViews } from '../../../src/workbook/output/period-results.ts';

export const CONTEXT: OutputContext = {
  language: 'vi',
  numbers: 'vi',
  figures: { decimals: 2, rounding: 'half-up' },
  province: 'Bình Dương',
  period: '2022',
  status: 'official',
};

/** A period as the tabs of all groups see it. */
export function viewOf(input: PeriodInput, history: AnalysisHistory = { results: [], links: [] }) {
  const scoreboard = scorePeriod(input);
  const analysis = analysePeriod(input, scoreboard, history);
  return {
    ...DEFAULT_ANALYSIS_OPTIONS,
    ...input.analysis,
    groups: groupViews({ input, scoreboard, analysis }),
    previousPeriod: analysis.previousPeriod,
  };
}
