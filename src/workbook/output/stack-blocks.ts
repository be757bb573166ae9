import type { Content, ContentCell } from '../../domain/content.ts';
import type { Area, Chart, ColourScale, Highlight, Layout } from '../../domain/layout.ts';
import { cell, emptyCells, line } from './content-rows.ts';
import { STYLES } from './styles.ts';

/** A part of a written tab: a heading above, a table, room for charts below. */
export interface Block {
  /** A line above the table; absent for a block that needs none. */
  readonly heading?: string;
  /** Header row of the table; absent for plain lines. */
  readonly headers?: readonly string[];
  readonly rows: readonly (readonly ContentCell[])[];
  /** Areas count from the first row of the table, its header row included. */
  readonly scales?: readonly ColourScale[];
  readonly highlights?: readonly Highlight[];
  readonly charts?: readonly Chart[];
  /** Empty rows below the table, for its charts. */
  readonly roomBelow?: number;
}

export interface BlockTab extends Pick<Layout, 'columnWidths' | 'frozenColumns' | 'page'> {
  readonly title: string;
  readonly subtitle: string;
  readonly status: string;
  readonly blocks: readonly Block[];
}

/** Title, subtitle, status and an empty line stand above the first block. */
const HEAD_ROWS = 4;

function padded(cells: readonly ContentCell[], width: number): readonly ContentCell[] {
  return [...cells, ...emptyCells(width - cells.length)];
}

function rowsOf(block: Block, width: number): readonly (readonly ContentCell[])[] {
  const { heading, headers, rows, roomBelow = 0 } = block;
  return [
    ...(heading === undefined ? [] : [line(heading, STYLES.heading, width)]),
    ...(headers === undefined
      ? []
      : [
          padded(
            headers.map((header) => cell(header, STYLES.header)),
            width,
          ),
        ]),
    ...rows.map((cells) => padded(cells, width)),
    ...Array.from({ length: roomBelow }, () => emptyCells(width)),
  ];
}

function lowered(area: Area, rows: number): Area {
  return { ...area, top: area.top + rows };
}

function loweredChart(chart: Chart, rows: number): Chart {
  return {
    ...chart,
    categories: lowered(chart.categories, rows),
    series: chart.series.map((series) => ({ ...series, values: lowered(series.values, rows) })),
    at: { ...chart.at, row: chart.at.row + rows },
  };
}

/** The first row of each block's table, counted from the top of the tab; an empty line parts two blocks. */
function tableTops(blocks: readonly Block[]): readonly number[] {
  let next = HEAD_ROWS;
  return blocks.map((block) => {
    const top = next + (block.heading === undefined ? 0 : 1);
    next += rowsOf(block, 0).length + 1;
    return top;
  });
}

/** A tab of several blocks below one another: head lines, then blocks with an empty line between, rows of equal width. */
export function stackBlocks({ title, subtitle, status, blocks, ...layout }: BlockTab): Content {
  const width = layout.columnWidths.length;
  const tops = tableTops(blocks);
  const head = [
    line(title, STYLES.title, width),
    line(subtitle, STYLES.subtitle, width),
    line(status, STYLES.current, width),
    emptyCells(width),
  ];
  const body = blocks.flatMap((block, index) => [
    ...(index === 0 ? [] : [emptyCells(width)]),
    ...rowsOf(block, width),
  ]);
  const all = <T>(of: (block: Block, top: number) => readonly T[]): readonly T[] =>
    blocks.flatMap((block, index) => of(block, tops[index] ?? 0));
  const ruled = <T extends { readonly area: Area }>(rules: readonly T[] | undefined, top: number) =>
    (rules ?? []).map((rule) => ({ ...rule, area: lowered(rule.area, top) }));
  return {
    ...layout,
    rows: [...head, ...body],
    frozenRows: HEAD_ROWS,
    scales: all(({ scales }, top) => ruled(scales, top)),
    highlights: all(({ highlights }, top) => ruled(highlights, top)),
    charts: all(({ charts = [] }, top) => charts.map((chart) => loweredChart(chart, top))),
  };
}
