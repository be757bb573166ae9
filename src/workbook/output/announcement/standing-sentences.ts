import type { Bilingual } from '../../../domain/language.ts';
import {
  leadersSentence,
  type Moved,
  meanSentence,
  type NamedIndex,
  NOBODY_RANKED,
  riseSentence,
  streakSentence,
  topSentence,
} from '../../../domain/messages/standing-messages.ts';
import type { GroupAnalysis, UnitAnalysis } from '../../../domain/period-analysis.ts';
import type { Ratio } from '../../../domain/ratio.ts';
import type { RankedUnit } from '../../../domain/scoreboard.ts';
import type { GroupView } from '../group-view.ts';
import { type OutputContext, parentNamed } from '../output-context.ts';
import type { AnnouncementView } from './announcement-view.ts';
import { figure, magnitude, named } from './bilingual-figures.ts';

/** A rise is worth a sentence when it leads to one of the first places. */
const PLACES_OF_HONOUR = 3;

function directionOf({ numerator }: Ratio): Moved['direction'] {
  if (numerator === 0n) return 'unchanged';
  return numerator > 0n ? 'up' : 'down';
}

function movedOf({ before }: GroupAnalysis, context: OutputContext): Moved | undefined {
  if (before?.meanChange === undefined) return undefined;
  const { meanChange, period } = before;
  return {
    direction: directionOf(meanChange),
    by: figure(magnitude(meanChange), context.figures),
    since: period,
  };
}

function namedIndex({ sheet, index }: RankedUnit, { figures }: OutputContext): NamedIndex {
  return { name: named(sheet.unit), index: figure(index, figures) };
}

/** The mean, then the leading places in order with their indexes. */
function leaders(
  { result, analysis }: GroupView,
  topPlaces: number,
  context: OutputContext,
): readonly Bilingual[] {
  const { ranked, mean } = result;
  if (mean === undefined) return [NOBODY_RANKED];
  const first = ranked.filter(({ standing }) => standing.rank === 1);
  const next = ranked.filter(({ standing }) => standing.rank > 1 && standing.rank <= topPlaces);
  const withIndex = (unit: RankedUnit) => namedIndex(unit, context);
  return [
    meanSentence(figure(mean, context.figures), movedOf(analysis, context)),
    leadersSentence(first.map(withIndex), next.map(withIndex)),
  ];
}

function analysisOf({ analysis }: GroupView, unit: RankedUnit): UnitAnalysis | undefined {
  return analysis.units.find(({ unitId }) => unitId === unit.sheet.unit.id);
}

/** That the first was first before, for how long; told only where one unit alone is first. */
function streak(view: GroupView, { period }: OutputContext): readonly Bilingual[] {
  const [first, second] = view.result.ranked;
  if (first === undefined || second?.standing.rank === 1) return [];
  const periods = analysisOf(view, first)?.comparison.streak?.atRank ?? 1;
  return periods < 2 ? [] : [streakSentence(named(first.sheet.unit), periods, period)];
}

/** Who rose to one of the first places. */
function rises(view: GroupView, context: OutputContext): readonly Bilingual[] {
  const honoured = view.result.ranked.filter(({ standing }) => standing.rank <= PLACES_OF_HONOUR);
  return honoured.flatMap((unit) => {
    const { rank } = unit.standing;
    const before = analysisOf(view, unit)?.comparison.published?.rank?.before;
    if (before === undefined || before <= rank) return [];
    return [riseSentence(named(unit.sheet.unit), rank, before, figure(unit.index, context.figures))];
  });
}

/** Where the leading places belong; told of groups that are larger than the places looked at. */
function parents(view: GroupView, all: AnnouncementView, context: OutputContext): readonly Bilingual[] {
  const { ranked } = view.result;
  if (ranked.length <= all.topPlaces) return [];
  const shares = view.analysis.parents.filter(({ inTop }) => inTop > 0);
  if (shares.length === 0) return [];
  const places = shares.reduce((sum, { inTop }) => sum + inTop, 0);
  const most = shares.toSorted((a, b) => b.inTop - a.inTop);
  return [
    topSentence(
      places,
      most.map(({ parent, inTop }) => ({ parent: parentNamed(parent, context), units: inTop })),
    ),
  ];
}

/** How the units of a group stand: the mean, who leads, for how long, who rose, where the leaders belong. */
export function standingSentences(
  view: GroupView,
  all: AnnouncementView,
  context: OutputContext,
): readonly Bilingual[] {
  return [
    ...leaders(view, all.topPlaces, context),
    ...streak(view, context),
    ...rises(view, context),
    ...parents(view, all, context),
  ];
}
