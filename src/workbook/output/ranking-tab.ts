import type { Content, ContentCell } from '../../domain/content.ts';
import { BASES, type Basis } from '../../domain/criteria-set.ts';
import {
  BLOCK_HEADERS,
  OUTPUT_HEADERS,
  OUTPUT_WORDS,
  subtitleLine,
} from '../../domain/messages/output-messages.ts';
import { formatPoints, pointsAsNumber, ratioAsNumber } from '../../domain/number-format.ts';
import { asPoints, NO_POINTS, type Points } from '../../domain/points.ts';
import type { Ratio } from '../../domain/ratio.ts';
import type {
  ComponentResult,
  GroupResult,
  NodeResult,
  RankedUnit,
  ScoreSheet,
  UnrankedUnit,
} from '../../domain/scoreboard.ts';
import { cell, tableContent } from './content-rows.ts';
import { contextOf, type OutputContext, say } from './output-context.ts';
import { rankedNote, unrankedNote } from './ranking-notes.ts';
import { figureStyle, pointsStyle, STYLES } from './styles.ts';
import { groupName, unitName } from './unit-names.ts';

/** One line of the ranking: a unit with a place, or one without. */
type Entry =
  | { readonly kind: 'ranked'; readonly unit: RankedUnit }
  | { readonly kind: 'unranked'; readonly unit: UnrankedUnit };

interface Column {
  readonly header: string;
  readonly width: number;
  readonly cellOf: (entry: Entry) => ContentCell;
  /** The column's cell in the row of averages below the ranking. */
  readonly mean?: ContentCell;
}

function sheetsOf(group: GroupResult): readonly ScoreSheet[] {
  return [...group.ranked, ...group.unranked].map((unit) => unit.sheet);
}

/** All points of a unit so far: those of the criteria, with bonus and penalty, never below zero. */
function totalPoints(sheet: ScoreSheet): Points | undefined {
  const { earned, adjustment } = sheet;
  if (!sheet.fields.flatMap(leavesOf).some((leaf) => isMarked(leaf, sheet))) return undefined;
  if (adjustment === undefined) return earned;
  return asPoints(Math.max(earned + adjustment.bonus - adjustment.penalty, 0));
}

function pointsCell(points: Points | undefined, context: OutputContext): ContentCell {
  const value = points === undefined ? null : pointsAsNumber(points);
  return cell(value, pointsStyle(context.figures.decimals));
}

function indexCell(
  index: Ratio | undefined,
  context: OutputContext,
  emphasis: 'strong' | 'total',
): ContentCell {
  const value = index === undefined ? null : ratioAsNumber(index, context.figures);
  return cell(value, figureStyle(context.figures.decimals, emphasis));
}

/** Points in a block so far; none while nobody has scored anything in it: a blank is not a zero. */
function earnedInBlock(sheet: ScoreSheet, basis: Basis): Points | undefined {
  const isInBlock = ({ source }: ComponentResult) => (source === 'survey') === (basis === 'survey');
  const isScored = sheet.fields.flatMap(leavesOf).some((leaf) => isInBlock(leaf) && isMarked(leaf, sheet));
  return isScored ? sheet.blocks.find((block) => block.basis === basis)?.earned : undefined;
}

function isMarked({ code, mark }: ComponentResult, { countedAsZero = [] }: ScoreSheet): boolean {
  return mark.kind === 'scored' || mark.kind === 'zero' || countedAsZero.includes(code);
}

function leavesOf(result: NodeResult): readonly ComponentResult[] {
  return result.kind === 'component' ? [result] : result.children.flatMap(leavesOf);
}

/** A column for each block that any unit of the group was scored in; a unit without a survey has no such points. */
function blockColumns(group: GroupResult, context: OutputContext): readonly Column[] {
  const blocks = new Map(
    sheetsOf(group).flatMap((sheet) => sheet.blocks.map((block) => [block.basis, block])),
  );
  return BASES.flatMap((basis) => {
    const block = blocks.get(basis);
    if (block === undefined) return [];
    const header = say(context, BLOCK_HEADERS[basis](formatPoints(block.fullMax, context.language)));
    const cellOf = (entry: Entry) => pointsCell(earnedInBlock(entry.unit.sheet, basis), context);
    return [{ header, width: 130, cellOf }];
  });
}

/** Columns for what is added to the total and taken from it, where any unit of the group has such. */
function adjustmentColumns(group: GroupResult, context: OutputContext): readonly Column[] {
  const adjusted = sheetsOf(group).flatMap(({ adjustment }) => adjustment ?? []);
  return (['bonus', 'penalty'] as const)
    .filter((kind) => adjusted.some((adjustment) => adjustment[kind] !== NO_POINTS))
    .map((kind) => ({
      header: say(context, OUTPUT_HEADERS[kind]),
      width: 90,
      cellOf: (entry) => pointsCell(entry.unit.sheet.adjustment?.[kind], context),
    }));
}

function parentColumn(group: GroupResult, context: OutputContext): readonly Column[] {
  if (!sheetsOf(group).some((sheet) => sheet.unit.parent !== undefined)) return [];
  return [
    {
      header: say(context, OUTPUT_HEADERS.parent),
      width: 180,
      cellOf: (entry) => cell(entry.unit.sheet.unit.parent ?? null, STYLES.text),
    },
  ];
}

function gradeColumn(group: GroupResult, context: OutputContext): readonly Column[] {
  if (group.grades.length === 0) return [];
  return [
    {
      header: say(context, OUTPUT_HEADERS.grade),
      width: 110,
      cellOf: (entry) => cell(entry.unit.grade ?? null, STYLES.centred),
    },
  ];
}

/** Whether the points that apply differ between units, so that points alone do not tell the order. */
function attainableDiffers(group: GroupResult): boolean {
  return sheetsOf(group).some((sheet) => sheet.attainable !== sheet.fullMax);
}

function attainableColumn(group: GroupResult, context: OutputContext): readonly Column[] {
  if (!attainableDiffers(group)) return [];
  return [
    {
      header: say(context, OUTPUT_HEADERS.attainable),
      width: 110,
      cellOf: (entry) => pointsCell(entry.unit.sheet.attainable, context),
    },
  ];
}

function columnsOf(group: GroupResult, context: OutputContext): readonly Column[] {
  const { language } = context;
  const mean = group.ranked.length === 0 ? undefined : say(context, OUTPUT_WORDS.mean);
  return [
    {
      header: say(context, OUTPUT_HEADERS.rank),
      width: 60,
      cellOf: (entry) => cell(entry.kind === 'ranked' ? entry.unit.standing.rank : null, STYLES.rank),
    },
    {
      header: say(context, OUTPUT_HEADERS.unitCode),
      width: 100,
      cellOf: (entry) => cell(entry.unit.sheet.unit.id, STYLES.text),
    },
    {
      header: say(context, OUTPUT_HEADERS.unit),
      width: 280,
      cellOf: (entry) => cell(unitName(entry.unit.sheet, language), STYLES.text),
      mean: cell(mean ?? null, STYLES.total),
    },
    ...parentColumn(group, context),
    ...blockColumns(group, context),
    ...adjustmentColumns(group, context),
    {
      header: say(context, OUTPUT_HEADERS.total),
      width: 100,
      cellOf: (entry) => pointsCell(totalPoints(entry.unit.sheet), context),
    },
    ...attainableColumn(group, context),
    {
      header: say(context, OUTPUT_HEADERS.index),
      width: 100,
      cellOf: (entry) => indexCell(entry.unit.index, context, 'strong'),
      mean: indexCell(group.mean, context, 'total'),
    },
    ...gradeColumn(group, context),
    {
      header: say(context, OUTPUT_HEADERS.note),
      width: 320,
      cellOf: (entry) =>
        cell(
          entry.kind === 'ranked' ? rankedNote(entry.unit, context) : unrankedNote(entry.unit, context),
          STYLES.muted,
        ),
    },
  ];
}

/**
 * The ranking tab of a group: (5 head rows + ranked units + 1 row of the average + units without a place)
 * × columns. Best unit first; points exact, indexes and the average in percent rounded as the set says.
 */
export function renderRanking(group: GroupResult, workbook: OutputContext, status: string): Content {
  const context = contextOf(group, workbook);
  const columns = columnsOf(group, context);
  const entryRow = (entry: Entry) => columns.map((column) => column.cellOf(entry));
  const meanRow = columns.map((column) => column.mean ?? cell(null, STYLES.total));
  return tableContent({
    title: say(context, OUTPUT_WORDS.rankingTitle),
    subtitle: say(context, subtitleLine({ ...context, group: groupName(group.group, context.language) })),
    status,
    headers: columns.map((column) => column.header),
    rows: [
      ...group.ranked.map((unit) => entryRow({ kind: 'ranked', unit })),
      ...(group.mean === undefined ? [] : [meanRow]),
      ...group.unranked.map((unit) => entryRow({ kind: 'unranked', unit })),
    ],
    columnWidths: columns.map((column) => column.width),
    frozenColumns: 3,
  });
}
