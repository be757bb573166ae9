import type { Content, ContentCell } from '../../../domain/content.ts';
import { maxScoreOf } from '../../../domain/criteria-set.ts';
import { BY_FIELD_WORDS, fieldHeader, sharesAlone } from '../../../domain/messages/by-field-messages.ts';
import { signLegend } from '../../../domain/messages/cell-signs.ts';
import { OUTPUT_HEADERS, subtitleLine } from '../../../domain/messages/output-messages.ts';
import { formatPoints } from '../../../domain/number-format.ts';
import type { FieldStanding } from '../../../domain/period-analysis.ts';
import type { ScoreSheet } from '../../../domain/scoreboard.ts';
import { cell, line } from '../content-rows.ts';
import { fieldPointsCell, MISSING_CELL, shareCell, soFar } from '../field-cells.ts';
import { type FigureCells, figureCells } from '../figure-cells.ts';
import { criterionName, type GroupView } from '../group-view.ts';
import { contextOf, type OutputContext, say } from '../output-context.ts';
import { rankCell } from '../rank-cell.ts';
import { totalPoints } from '../ranking/points-columns.ts';
import { type Block, stackBlocks } from '../stack-blocks.ts';
import { extraWidth, rankStyle, SHARE_SCALE, STYLES } from '../styles.ts';
import { groupName, unitName } from '../unit-names.ts';
import { type UnitView, unitViews } from '../unit-views.ts';
import { chartRows, fieldChart } from './field-chart.ts';
import { pointsRow, shareRows } from './mean-rows.ts';

/** A group with more units is shown by its shares alone: three tables of them would be a hundred pages. */
export const UNITS_IN_FULL = 1000;

/** Rank, code and name of the unit stand before the fields. */
const IDENTITY_WIDTHS = [55, 90, 240] as const;
const NAME_COLUMN = IDENTITY_WIDTHS.length - 1;
const OVERALL_WIDTH = 80;
/** Narrower where there are so many that the page would not hold them; English words are longer than Vietnamese. */
const FEW_FIELDS = 9;
const FIELD_WIDTHS = { vi: { few: 96, many: 76 }, en: { few: 124, many: 100 } } as const;

/** What every table of the tab is made from. */
interface Frame {
  readonly view: GroupView;
  readonly units: readonly UnitView[];
  readonly figures: FigureCells;
  readonly context: OutputContext;
  readonly headers: readonly string[];
}

function headersOf({ set }: GroupView, context: OutputContext): readonly string[] {
  const fields = set.fields.map((field) => {
    const max = maxScoreOf(field);
    const name = { vi: field.name, en: criterionName(field, 'en') };
    return say(context, fieldHeader(field.code, name, formatPoints(max, context.numbers)));
  });
  const { rank, unitCode, unit } = OUTPUT_HEADERS;
  return [
    ...[rank, unitCode, unit].map((header) => say(context, header)),
    ...fields,
    say(context, BY_FIELD_WORDS.overall),
  ];
}

function unitRow(
  unit: UnitView,
  { context }: Frame,
  cellOf: (field: FieldStanding) => ContentCell,
  overall: ContentCell,
): readonly ContentCell[] {
  const { sheet } = unit.entry.unit;
  return [
    rankCell(unit.entry),
    cell(sheet.unit.id, STYLES.text),
    cell(unitName(sheet, context.language), STYLES.wrapped),
    ...unit.analysis.fields.map(cellOf),
    overall,
  ];
}

/** Below a table that has cells without a figure: what their signs mean. */
function legendOf({ units, headers, context }: Frame): readonly (readonly ContentCell[])[] {
  const sheets = units.map(({ entry }) => entry.unit.sheet);
  const isLeftOut = ({ fields }: ScoreSheet) => fields.some(({ attainable }) => attainable === 0);
  const parts = [
    ...(sheets.some(isLeftOut) ? (['notApplicable'] as const) : []),
    ...(sheets.some(({ missing }) => missing.length > 0) ? (['missing'] as const) : []),
  ];
  return parts.length === 0 ? [] : [line(say(context, signLegend(parts)), STYLES.remark, headers.length)];
}

function sharesBlock(frame: Frame): Block {
  const { view, units, figures, headers, context } = frame;
  const fields = view.set.fields.length;
  const means = shareRows(view, figures, context);
  const legend = legendOf(frame);
  const left = NAME_COLUMN;
  const below = 1 + units.length + means.length + legend.length;
  const chart = fieldChart(
    {
      left,
      fields,
      meanRow: 1 + units.length,
      ...(view.analysis.rowsBefore === undefined ? {} : { beforeRow: 2 + units.length }),
      at: below,
    },
    context,
  );
  return {
    headers,
    rows: [
      ...units.map((unit) =>
        unitRow(
          unit,
          frame,
          (field) => shareCell(field, figures),
          figures.percent(unit.entry.unit.index, 'strong'),
        ),
      ),
      ...means,
      ...legend,
    ],
    ...(units.length === 0
      ? {}
      : {
          filter: { top: 0, left: 0, height: 1 + units.length, width: headers.length },
          scales: [{ area: { top: 1, left: left + 1, height: units.length, width: fields }, ...SHARE_SCALE }],
        }),
    ...(means.length === 0 ? {} : { charts: [chart], roomBelow: chartRows(chart) }),
  };
}

function totalCell(sheet: ScoreSheet, figures: FigureCells): ContentCell {
  const total = totalPoints(sheet);
  if (total === undefined) return MISSING_CELL;
  return sheet.missing.length > 0 ? soFar(figures.points(total)) : figures.points(total);
}

function pointsBlock(frame: Frame): Block {
  const { view, units, figures, headers, context } = frame;
  return {
    heading: say(context, BY_FIELD_WORDS.points),
    newPage: true,
    headers,
    rows: [
      ...units.map((unit) =>
        unitRow(
          unit,
          frame,
          (field) => fieldPointsCell(field, figures),
          totalCell(unit.entry.unit.sheet, figures),
        ),
      ),
      ...pointsRow(view, figures, context),
    ],
  };
}

/** Only ranked units have a rank within a field. */
function ranksBlock(frame: Frame): Block {
  const { units, headers, context } = frame;
  const ranked = units.filter(({ entry }) => entry.kind === 'ranked');
  const rankIn = ({ rank }: FieldStanding) =>
    rank === undefined ? cell(null, STYLES.notApplicable) : cell(rank, rankStyle(rank, false));
  return {
    heading: say(context, BY_FIELD_WORDS.ranks),
    newPage: true,
    headers,
    rows: ranked.map((unit) => unitRow(unit, frame, rankIn, rankCell(unit.entry))),
  };
}

/**
 * The tab of a group by field: three tables of units × fields with the same columns, shares in percent, points, and
 * ranks within each field; below the shares the means of the group and their chart. A group of more than UNITS_IN_FULL
 * units is shown by its shares alone.
 */
export function renderByField(view: GroupView, workbook: OutputContext, status: string): Content {
  const context = contextOf(view.result, workbook);
  const units = unitViews(view);
  const frame: Frame = {
    view,
    units,
    figures: figureCells(context),
    context,
    headers: headersOf(view, context),
  };
  const isInFull = units.length <= UNITS_IN_FULL;
  const { fields } = view.set;
  const room = extraWidth(context.figures.decimals);
  const { few, many } = FIELD_WIDTHS[context.language];
  const fieldWidth = fields.length <= FEW_FIELDS ? few : many;
  const remark = isInFull ? BY_FIELD_WORDS.shares : sharesAlone(units.length, UNITS_IN_FULL);
  return stackBlocks({
    title: say(context, BY_FIELD_WORDS.title),
    subtitle: say(
      context,
      subtitleLine({ ...context, group: groupName(view.result.group, context.language) }),
    ),
    status,
    remark: say(context, remark),
    blocks: [sharesBlock(frame), ...(isInFull ? [pointsBlock(frame), ranksBlock(frame)] : [])],
    columnWidths: [...IDENTITY_WIDTHS, ...fields.map(() => fieldWidth + room), OVERALL_WIDTH + room],
    frozenColumns: IDENTITY_WIDTHS.length,
    page: 'landscape',
  });
}
