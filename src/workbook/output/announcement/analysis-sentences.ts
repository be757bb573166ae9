import type { Bilingual } from '../../../domain/language.ts';
import { classNamed } from '../../../domain/messages/class-names.ts';
import {
  classesSentence,
  commendedSentence,
  divisiveSentence,
  extremeSentence,
  lowCriteriaSentence,
  movementsSentence,
  unrankedSentence,
} from '../../../domain/messages/observation-messages.ts';
import type { UnitId } from '../../../domain/unit.ts';
import { componentNamed, type GroupView } from '../group-view.ts';
import type { OutputContext } from '../output-context.ts';
import type { AnnouncementView } from './announcement-view.ts';
import { figure, magnitude, named } from './bilingual-figures.ts';
import { commendedUnits } from './commended-units.ts';

/** As many criteria as a reader remembers. */
const CRITERIA_NAMED = 3;
/** Units without a place are named while they are few. */
const UNRANKED_NAMED = 10;

function unitsNamed({ result }: GroupView, ids: readonly UnitId[]): readonly Bilingual[] {
  return [...result.ranked, ...result.unranked]
    .filter(({ sheet }) => ids.includes(sheet.unit.id))
    .map(({ sheet }) => named(sheet.unit));
}

function classes({ result }: GroupView, { gradeNames }: OutputContext): readonly Bilingual[] {
  const counts = result.grades
    .filter(({ units }) => units > 0)
    .map(({ grade, units }) => ({ grade: classNamed(grade, gradeNames), units }));
  return counts.length === 0 ? [] : [classesSentence(counts)];
}

function extremes(view: GroupView, context: OutputContext): readonly Bilingual[] {
  const { published, units } = view.analysis;
  return (['rise', 'fall'] as const).flatMap((kind) => {
    const ids = (kind === 'rise' ? published?.largestRise : published?.largestFall) ?? [];
    const change = units.find(({ unitId }) => unitId === ids[0])?.comparison.published?.change;
    if (change === undefined) return [];
    return [extremeSentence(kind, unitsNamed(view, ids), figure(magnitude(change), context.figures))];
  });
}

function movements(view: GroupView, since: string | undefined, context: OutputContext): readonly Bilingual[] {
  const { published } = view.analysis;
  if (published === undefined || since === undefined) return [];
  const { up, down, unchanged } = published;
  if (up + down + unchanged === 0) return [];
  return [movementsSentence({ up, down, unchanged, since }), ...extremes(view, context)];
}

function low(view: GroupView, { figures }: OutputContext): readonly Bilingual[] {
  const rows = view.analysis.low.slice(0, CRITERIA_NAMED).flatMap(({ code, shareOfMax }) => {
    const component = componentNamed(view, code);
    if (component === undefined || shareOfMax === undefined) return [];
    return [{ code, name: named(component), share: figure(shareOfMax, figures) }];
  });
  return rows.length === 0 ? [] : [lowCriteriaSentence(rows)];
}

function divisive(view: GroupView, { figures }: OutputContext): readonly Bilingual[] {
  const rows = view.analysis.divisive
    .slice(0, CRITERIA_NAMED)
    .flatMap(({ code, share, atFullMark, atZero }) => {
      const component = componentNamed(view, code);
      if (component === undefined || share === undefined) return [];
      const [lowest, highest] = [figure(share.min, figures), figure(share.max, figures)];
      return [{ code, name: named(component), lowest, highest, atFullMark, atZero }];
    });
  return rows.length === 0 ? [] : [divisiveSentence(rows)];
}

function unranked({ result }: GroupView): readonly Bilingual[] {
  const names = result.unranked.slice(0, UNRANKED_NAMED).map(({ sheet }) => named(sheet.unit));
  return names.length === 0 ? [] : [unrankedSentence(names, result.unranked.length - names.length)];
}

function commended({ result }: GroupView, rule: AnnouncementView): readonly Bilingual[] {
  const names = commendedUnits(result, rule).map(({ sheet }) => named(sheet.unit));
  return names.length === 0 ? [] : [commendedSentence(names)];
}

/** What is told of a group beside who leads: classes, movements, weak criteria, differences, who may be commended. */
export function analysisSentences(
  view: GroupView,
  all: AnnouncementView,
  context: OutputContext,
): readonly Bilingual[] {
  return [
    ...classes(view, context),
    ...movements(view, all.previousPeriod, context),
    ...low(view, context),
    ...divisive(view, context),
    ...unranked(view),
    ...commended(view, all),
  ];
}
