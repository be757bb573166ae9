import { componentResultsOf } from '../../../domain/components-of-results.ts';
import type { Bilingual } from '../../../domain/language.ts';
import {
  bonusNote,
  decisionNote,
  PROFILE_WORDS,
  penaltyNote,
  referenceNote,
} from '../../../domain/messages/profile-messages.ts';
import { formatPoints, formatRatio } from '../../../domain/number-format.ts';
import { NO_POINTS, type Points } from '../../../domain/points.ts';
import type { ScoreSheet } from '../../../domain/scoreboard.ts';
import { cell } from '../content-rows.ts';
import { type OutputContext, say } from '../output-context.ts';
import { rankedNote, unrankedNote } from '../ranking/ranking-notes.ts';
import { STYLES } from '../styles.ts';
import type { UnitView } from '../unit-views.ts';
import { type ProfileFrame, pageRow, type Section } from './profile-frame.ts';

function adjustmentNotes({ adjustment }: ScoreSheet, { numbers }: OutputContext): readonly Bilingual[] {
  const note = (points: Points, words: (shown: string) => Bilingual) =>
    points === NO_POINTS ? [] : [words(formatPoints(points, numbers))];
  if (adjustment === undefined) return [];
  return [...note(adjustment.bonus, bonusNote), ...note(adjustment.penalty, penaltyNote)];
}

/** All that a reader must know of a unit's figures: as beside its rank, and what the ranking has columns for. */
export function unitNotes({ entry, analysis }: UnitView, context: OutputContext): string {
  const { reference, setVersionChanged } = analysis.comparison;
  const asRanked =
    entry.kind === 'ranked' ? rankedNote(entry.unit, context) : unrankedNote(entry.unit, context);
  const others = [
    ...adjustmentNotes(entry.unit.sheet, context),
    ...(reference === undefined
      ? []
      : [referenceNote(formatRatio(reference, context.figures, context.numbers))]),
    ...(setVersionChanged ? [PROFILE_WORDS.setChanged] : []),
  ];
  return [...(asRanked === '' ? [] : [asRanked]), ...others.map((note) => say(context, note))].join('; ');
}

/** What the council decided in place of other entries, with its reasons. */
function decisions({ fields }: ScoreSheet, context: OutputContext): string {
  return componentResultsOf(fields)
    .flatMap(({ code, override }) => {
      if (override === undefined) return [];
      const { points, reason, decidedBy: by } = override;
      return [
        say(context, decisionNote({ code, points: formatPoints(points, context.numbers), reason, by })),
      ];
    })
    .join('; ');
}

function noteRow(name: Bilingual, text: string, { context }: ProfileFrame) {
  const shown = text === '' ? say(context, PROFILE_WORDS.none) : text;
  return pageRow([
    cell(say(context, name), STYLES.subheader),
    cell(shown, text === '' ? STYLES.muted : STYLES.wrapped),
  ]);
}

/** 2 rows: notes, and decisions of the council. */
export const noteSection: Section = (unit, frame) => [
  noteRow(PROFILE_WORDS.note, unitNotes(unit, frame.context), frame),
  noteRow(PROFILE_WORDS.decisions, decisions(unit.entry.unit.sheet, frame.context), frame),
];
