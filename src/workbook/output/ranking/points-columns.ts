import { componentResultsOf } from '../../../domain/components-of-results.ts';
import type { ContentCell } from '../../../domain/content.ts';
import { BASES, type Basis } from '../../../domain/criteria-set.ts';
import { BLOCK_HEADERS, OUTPUT_HEADERS } from '../../../domain/messages/output-messages.ts';
import { formatPoints, pointsAsNumber } from '../../../domain/number-format.ts';
import { asPoints, NO_POINTS, type Points } from '../../../domain/points.ts';
import type { ComponentResult, GroupResult, ScoreSheet } from '../../../domain/scoreboard.ts';
import { cell } from '../content-rows.ts';
import { type OutputContext, say } from '../output-context.ts';
import { pointsStyle } from '../styles.ts';
import { type Entry, type RankingColumn, sheetsOf } from './ranking-entry.ts';

function isMarked({ code, mark }: ComponentResult, { countedAsZero = [] }: ScoreSheet): boolean {
  return mark.kind === 'scored' || mark.kind === 'zero' || countedAsZero.includes(code);
}

/** All points of a unit so far: those of the criteria, with bonus and penalty, never below zero. */
export function totalPoints(sheet: ScoreSheet): Points | undefined {
  const { earned, adjustment } = sheet;
  if (!componentResultsOf(sheet.fields).some((leaf) => isMarked(leaf, sheet))) return undefined;
  if (adjustment === undefined) return earned;
  return asPoints(Math.max(earned + adjustment.bonus - adjustment.penalty, 0));
}

function pointsCell(points: Points | undefined, context: OutputContext): ContentCell {
  const value = points === undefined ? null : pointsAsNumber(points);
  return cell(value, pointsStyle(context.figures.decimals));
}

/** Points in a block so far; none while nobody has scored anything in it: a blank is not a zero. */
function earnedInBlock(sheet: ScoreSheet, basis: Basis): Points | undefined {
  const isInBlock = ({ source }: ComponentResult) => (source === 'survey') === (basis === 'survey');
  const isScored = componentResultsOf(sheet.fields).some((leaf) => isInBlock(leaf) && isMarked(leaf, sheet));
  return isScored ? sheet.blocks.find((block) => block.basis === basis)?.earned : undefined;
}

/** A column for each block that any unit of the group was scored in; a unit without a survey has no such points. */
function blockColumns(group: GroupResult, context: OutputContext): readonly RankingColumn[] {
  const blocks = new Map(
    sheetsOf(group).flatMap((sheet) => sheet.blocks.map((block) => [block.basis, block])),
  );
  return BASES.flatMap((basis) => {
    const block = blocks.get(basis);
    if (block === undefined) return [];
    const header = say(context, BLOCK_HEADERS[basis](formatPoints(block.fullMax, context.numbers)));
    const cellOf = (entry: Entry) => pointsCell(earnedInBlock(entry.unit.sheet, basis), context);
    return [{ header, width: 110, cellOf }];
  });
}

/** Columns for what is added to the total and taken from it, where any unit of the group has such. */
function adjustmentColumns(group: GroupResult, context: OutputContext): readonly RankingColumn[] {
  const adjusted = sheetsOf(group).flatMap(({ adjustment }) => adjustment ?? []);
  return (['bonus', 'penalty'] as const)
    .filter((kind) => adjusted.some((adjustment) => adjustment[kind] !== NO_POINTS))
    .map((kind) => ({
      header: say(context, OUTPUT_HEADERS[kind]),
      width: 80,
      cellOf: (entry) => pointsCell(entry.unit.sheet.adjustment?.[kind], context),
    }));
}

/** Where the points that apply differ between units, points alone do not tell the order. */
function attainableColumn(group: GroupResult, context: OutputContext): readonly RankingColumn[] {
  if (!sheetsOf(group).some((sheet) => sheet.attainable !== sheet.fullMax)) return [];
  return [
    {
      header: say(context, OUTPUT_HEADERS.attainable),
      width: 90,
      cellOf: (entry) => pointsCell(entry.unit.sheet.attainable, context),
    },
  ];
}

/** Points by block, bonus and penalty, the total, and what was attainable where it differs. */
export function pointsColumns(group: GroupResult, context: OutputContext): readonly RankingColumn[] {
  return [
    ...blockColumns(group, context),
    ...adjustmentColumns(group, context),
    {
      header: say(context, OUTPUT_HEADERS.total),
      width: 90,
      cellOf: (entry) => pointsCell(totalPoints(entry.unit.sheet), context),
    },
    ...attainableColumn(group, context),
  ];
}
