import type { Correction, FigureChange } from '../../domain/correction.ts';
import { CORRECTION_WORDS } from '../../domain/messages/correction-messages.ts';
import { type OutputContext, say } from '../output/output-context.ts';
import type { CorrectionRow, ReleaseChanges } from './correction-rows.ts';
import { type ContactTexts, leaksInText } from './leak-texts.ts';

/**
 * The changes without texts that must not be public any more: a correction that takes somebody's address or name out
 * of the results would put it into its log for good.
 */
export function withholdLeaks(
  changes: ReleaseChanges,
  contacts: ContactTexts,
  context: OutputContext,
): ReleaseChanges {
  const withheld = say(context, CORRECTION_WORDS.withheld);
  const safe = <T>(value: T): T | string =>
    typeof value === 'string' && leaksInText(value, contacts).length > 0 ? withheld : value;
  const unit = ({ grade, ...each }: Correction): Correction => ({
    ...each,
    unitName: safe(each.unitName),
    grade: { ...grade, ...(grade.before === undefined ? {} : { before: safe(grade.before) }) },
  });
  const figure = ({ code, row, column, before, ...each }: FigureChange): FigureChange => ({
    ...each,
    code: safe(code),
    row: safe(row),
    column: safe(column),
    before: safe(before),
  });
  return { ...changes, units: changes.units.map(unit), figures: changes.figures.map(figure) };
}

export interface WithheldRows {
  readonly rows: readonly CorrectionRow[];
  /** How many cells are not as they were. */
  readonly cells: number;
}

/** Lines that were published, without texts that have become somebody's contact since: figures are told on. */
export function withholdFromRows(
  rows: readonly CorrectionRow[],
  contacts: ContactTexts,
  context: OutputContext,
): WithheldRows {
  const withheld = say(context, CORRECTION_WORDS.withheld);
  const safe = rows.map((row) =>
    row.map((cell) => (leaksInText(cell, contacts).length > 0 ? withheld : cell)),
  );
  const cells = rows.flatMap((row, at) => row.filter((cell, column) => cell !== safe[at]?.[column])).length;
  return { rows: safe, cells };
}
