import { assertNever } from '../../domain/assert-never.ts';
import type { CriterionCode } from '../../domain/criteria-set.ts';
import { RANKING_NOTES } from '../../domain/messages/output-messages.ts';
import { formatPoints } from '../../domain/number-format.ts';
import { sumPoints } from '../../domain/points.ts';
import type { RankedUnit, ScoreSheet, UnrankedReason, UnrankedUnit } from '../../domain/scoreboard.ts';
import { type OutputContext, say } from './output-context.ts';

/** More codes than this are cut short in a remark, so that the cell stays readable. */
const CODES_SHOWN = 12;

function listCodes(codes: readonly CriterionCode[]): string {
  const shown = codes.slice(0, CODES_SHOWN).join(', ');
  return codes.length > CODES_SHOWN ? `${shown}, …` : shown;
}

function removedNote(sheet: ScoreSheet, context: OutputContext): readonly string[] {
  if (sheet.removed.length === 0) return [];
  const codes = listCodes(sheet.removed.map((removed) => removed.code));
  const points = formatPoints(sumPoints(sheet.removed.map((removed) => removed.maxScore)), context.language);
  return [say(context, RANKING_NOTES.removed(codes, points))];
}

/** What a reader must know about a ranked unit's place: a tie, hidden decimals, what did not apply. */
export function rankedNote(unit: RankedUnit, context: OutputContext): string {
  const notes = [
    ...(unit.standing.tied ? [say(context, RANKING_NOTES.tied)] : []),
    ...(unit.standing.beyondShownDecimals ? [say(context, RANKING_NOTES.beyondShownDecimals)] : []),
    ...removedNote(unit.sheet, context),
  ];
  return notes.join('; ');
}

function reasonNote(reason: UnrankedReason, context: OutputContext): string {
  switch (reason.kind) {
    case 'incomplete':
      return say(context, RANKING_NOTES.incomplete(reason.missing.length, listCodes(reason.missing)));
    case 'scored-not-ranked':
      return say(context, RANKING_NOTES.scoredNotRanked);
    case 'nothing-attainable':
      return say(context, RANKING_NOTES.nothingAttainable);
    default:
      return assertNever(reason);
  }
}

/** Why a unit stands below the ranking, and what did not apply to it. */
export function unrankedNote(unit: UnrankedUnit, context: OutputContext): string {
  return [reasonNote(unit.reason, context), ...removedNote(unit.sheet, context)].join('; ');
}
