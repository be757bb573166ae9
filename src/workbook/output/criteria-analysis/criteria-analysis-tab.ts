import type { Content } from '../../../domain/content.ts';
import type { CriteriaSet, CriterionNode } from '../../../domain/criteria-set.ts';
import { CRITERIA_WORDS, criteriaRemark } from '../../../domain/messages/criteria-analysis-messages.ts';
import { subtitleLine } from '../../../domain/messages/output-messages.ts';
import { formatBriefly } from '../../../domain/number-format.ts';
import type { Ratio } from '../../../domain/ratio.ts';
import { figureCells } from '../figure-cells.ts';
import type { GroupView } from '../group-view.ts';
import { contextOf, type OutputContext, say } from '../output-context.ts';
import { type Block, stackBlocks } from '../stack-blocks.ts';
import { extraWidth, SHARE_SCALE } from '../styles.ts';
import { groupName } from '../unit-names.ts';
import { type CriteriaColumn, type CriteriaRow, criteriaColumns } from './criteria-columns.ts';
import { BAND_COLUMNS } from './heat-bands.ts';
import { HEAT_MAP_UNITS, heatMapBlocks } from './heat-map.ts';

/** Code, name, field and remark; below, of the heat map, rank, unit, parent and index. */
const WIDE_COLUMNS = [70, 270, 200, 115] as const;
/** English words are longer than Vietnamese. */
const NARROW = { vi: 62, en: 76 } as const;
/** The points that thousands of units lose have more digits, and no heat map lies below them. */
const EXTRA_FOR_MANY = 24;
const FROZEN_COLUMNS = 2;

function nodesBelow(field: CriterionNode): readonly CriterionNode[] {
  const below = (node: CriterionNode): readonly CriterionNode[] =>
    node.kind === 'component' ? [node] : [node, ...node.children.flatMap(below)];
  return field.kind === 'component' ? [field] : field.children.flatMap(below);
}

/** Criteria and components in the order of the points that the group could still have; equal ones in printed order. */
function rowsOf({ set, analysis }: GroupView): readonly CriteriaRow[] {
  const figures = new Map(analysis.statistics.criteria.map((row) => [row.code, row] as const));
  return everyNode(set)
    .flatMap(({ node, field }) => {
      const row = figures.get(node.code);
      return row === undefined ? [] : [{ node, field, figures: row }];
    })
    .toSorted((a, b) => b.figures.lost - a.figures.lost);
}

function everyNode({ fields }: CriteriaSet): readonly Pick<CriteriaRow, 'node' | 'field'>[] {
  return fields.flatMap((field) => nodesBelow(field).map((node) => ({ node, field })));
}

function narrowWidth({ analysis }: GroupView, { language, figures }: OutputContext): number {
  const extra = analysis.units.length > HEAT_MAP_UNITS ? EXTRA_FOR_MANY : 0;
  return NARROW[language] + extra + extraWidth(figures.decimals);
}

function criteriaBlock(columns: readonly CriteriaColumn[], rows: readonly CriteriaRow[]): Block {
  return {
    headers: columns.map(({ header }) => header),
    rows: rows.map((row) => columns.map(({ cellOf }) => cellOf(row))),
    scales: columns.flatMap(({ shaded = false }, left) =>
      shaded ? [{ area: { top: 1, left, height: rows.length, width: 1 }, ...SHARE_SCALE }] : [],
    ),
    filter: { top: 0, left: 0, height: 1 + rows.length, width: columns.length },
  };
}

/**
 * The tab of a group by criterion: a table of criteria and components × figures, sorted by what would repay attention,
 * then the heat map of units × components in parts as wide as a page.
 */
export function renderCriteriaAnalysis(view: GroupView, workbook: OutputContext, status: string): Content {
  const context = contextOf(view.result, workbook);
  const figures = figureCells(context);
  const rows = rowsOf(view);
  const columns = criteriaColumns(view, rows, figures, context);
  const narrow = Math.max(BAND_COLUMNS, columns.length - WIDE_COLUMNS.length);
  const columnWidths = [...WIDE_COLUMNS, ...Array.from({ length: narrow }, () => narrowWidth(view, context))];
  const { lowBelow, divisiveFrom } = view.analysis.options;
  const shown = (bound: Ratio) => formatBriefly(bound, context.numbers);
  return stackBlocks({
    title: say(context, CRITERIA_WORDS.title),
    subtitle: say(
      context,
      subtitleLine({ ...context, group: groupName(view.result.group, context.language) }),
    ),
    status,
    remark: say(context, criteriaRemark({ low: shown(lowBelow), divisive: shown(divisiveFrom) })),
    blocks: [criteriaBlock(columns, rows), ...heatMapBlocks({ view, figures, context }, columnWidths.length)],
    columnWidths,
    frozenColumns: FROZEN_COLUMNS,
    page: 'landscape',
  });
}
