import { type AnalysisOptions, DEFAULT_ANALYSIS_OPTIONS } from '../../domain/analysis-options.ts';
import type { PeriodAnalysis } from '../../domain/period-analysis.ts';
import type { PeriodInput } from '../../domain/period-input.ts';
import type { Scoreboard } from '../../domain/scoreboard.ts';
import type { GroupView } from './group-view.ts';

/** A period as its tabs show it: what was entered, the results, and what is told of them. */
export interface PeriodResults {
  readonly input: PeriodInput;
  readonly scoreboard: Scoreboard;
  readonly analysis: PeriodAnalysis;
}

/** Every group with its analysis and its criteria set, in the order of the scoreboard. */
export function groupViews({ input, scoreboard, analysis }: PeriodResults): readonly GroupView[] {
  return scoreboard.groups.map((result, place) => {
    const set = input.sets.find(({ id }) => id === result.group.setId);
    const ofGroup = analysis.groups[place];
    if (set === undefined || ofGroup === undefined) throw new Error(`nothing is known of ${result.group.id}`);
    return { result, analysis: ofGroup, set };
  });
}

export function analysisOptions({ input }: PeriodResults): AnalysisOptions {
  return { ...DEFAULT_ANALYSIS_OPTIONS, ...input.analysis };
}
