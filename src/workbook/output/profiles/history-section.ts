import type { IndexChange, UnitComparison } from '../../../domain/comparison.ts';
import type { ContentCell } from '../../../domain/content.ts';
import type { Bilingual } from '../../../domain/language.ts';
import { MOVEMENT_WORDS } from '../../../domain/messages/movement-words.ts';
import { OUTPUT_HEADERS } from '../../../domain/messages/output-messages.ts';
import { PROFILE_HEADERS, PROFILE_WORDS } from '../../../domain/messages/profile-messages.ts';
import type { PastResult } from '../../../domain/past-result.ts';
import { cell } from '../content-rows.ts';
import { gradeName, say } from '../output-context.ts';
import { gradeStyle } from '../ranking/grade-style.ts';
import { STYLES } from '../styles.ts';
import type { UnitView } from '../unit-views.ts';
import { type ProfileFrame, pageRow, partHeader, type Row, type Section } from './profile-frame.ts';

/** As many earlier periods as the page has columns for, beside the present one. */
const EARLIER_SHOWN = 5;

/** A change of rank stays a number and is shown as ▲2, ▼1 or =. */
const MOVED = '"▲"0;"▼"0;"="';

/** Against what was published, else against earlier entries scored again. */
export function changeOf({ published, recomputed }: UnitComparison): IndexChange | undefined {
  return published ?? recomputed;
}

/** Places risen or fallen; a word for a unit that has no earlier rank of its own. */
export function movedCell(
  comparison: UnitComparison,
  { context }: Pick<ProfileFrame, 'context'>,
): ContentCell {
  const { kind } = comparison.lineage;
  if (kind !== 'same' && kind !== 'renamed') return cell(say(context, MOVEMENT_WORDS[kind]), STYLES.centred);
  const change = changeOf(comparison)?.rank?.change;
  const look = change === undefined || change === 0 ? STYLES.centred : change > 0 ? STYLES.rise : STYLES.fall;
  return cell(change ?? null, { ...look, numberFormat: MOVED });
}

/** The unit's results in the periods shown, the oldest first; a rank within another group is not comparable. */
function pastResults({ analysis }: UnitView, { periods, view }: ProfileFrame) {
  const known = new Map(analysis.comparison.history.map(({ period, result }) => [period, result] as const));
  return shownPeriods(periods).map((period): Partial<PastResult> | undefined => {
    const result = known.get(period);
    const isElsewhere = result?.groupId !== undefined && result.groupId !== view.result.group.id;
    if (result === undefined || !isElsewhere) return result;
    const { rank, ...others } = result;
    return others;
  });
}

function shownPeriods(periods: readonly string[]): readonly string[] {
  return periods.slice(0, EARLIER_SHOWN).toReversed();
}

function named(name: Bilingual, cells: readonly ContentCell[], { context }: ProfileFrame): Row {
  return pageRow([cell(null, STYLES.text), cell(say(context, name), STYLES.text), ...cells]);
}

/** 1 + 5 rows: index, rank and class by period up to now, and the change on the period before; nothing without a past. */
export const historySection: Section = (unit, frame) => {
  const { periods, figures, context, view } = frame;
  if (periods.length === 0) return [];
  const { entry, analysis } = unit;
  const past = pastResults(unit, frame);
  const rank = entry.kind === 'ranked' ? entry.unit.standing.rank : undefined;
  const before = past.map(() => cell(null, STYLES.blank));
  const grade = (name: string | undefined) =>
    cell(gradeName(name, context), { ...gradeStyle(name, view.result.grades), wrap: true });
  const now = context.period === '' ? PROFILE_WORDS.thisPeriod : { vi: context.period, en: context.period };
  const headers = shownPeriods(periods).map((period) => ({ vi: period, en: period }));
  return [
    partHeader([null, PROFILE_HEADERS.history, ...headers, now], frame),
    named(
      OUTPUT_HEADERS.index,
      [...past.map((result) => figures.percent(result?.index)), figures.percent(entry.unit.index, 'strong')],
      frame,
    ),
    named(
      OUTPUT_HEADERS.rank,
      [...past.map((result) => figures.count(result?.rank)), cell(rank ?? null, STYLES.rank)],
      frame,
    ),
    named(
      OUTPUT_HEADERS.grade,
      [...past.map((result) => grade(result?.grade)), grade(entry.unit.grade)],
      frame,
    ),
    named(
      PROFILE_HEADERS.indexChange,
      [...before, figures.change(changeOf(analysis.comparison)?.change)],
      frame,
    ),
    named(PROFILE_HEADERS.rankChange, [...before, movedCell(analysis.comparison, frame)], frame),
  ];
};
