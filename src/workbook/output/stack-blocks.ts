import type { CellStyle } from '../../domain/cell-style.ts';
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
  /** Look of the header row; absent for the usual one. */
  readonly headerStyle?: CellStyle;
  readonly rows: readonly (readonly ContentCell[])[];
  /** Areas count from the first row of the table, its header row included. */
  readonly scales?: readonly ColourScale[];
  readonly highlights?: readonly Highlight[];
  readonly charts?: readonly Chart[];
  /** Header row and rows that people may filter; a tab has one filter, that of the first block with one. */
  readonly filter?: Area;
  /** True for a block that begins a new printed page. */
  readonly newPage?: boolean;
  /** Empty rows below the table, for its charts. */
  readonly roomBelow?: number;
}

export interface BlockTab extends Pick<Layout, 'columnWidths' | 'frozenColumns' | 'page'> {
  readonly title: string;
  readonly subtitle: string;
  readonly status: string;
  /** A line above the first block, in place of the empty one. */
  readonly remark?: string;
  /** The same for what nobody may overlook; it comes before a remark. */
  readonly warning?: string | undefined;
  readonly blocks: readonly Block[];
}

/** Title, subtitle, status and an empty line stand above the first block. */
const HEAD_ROWS = 4;

function padded(cells: readonly ContentCell[], width: number): readonly ContentCell[] {
  return [...cells, ...emptyCells(width - cells.length)];
}

function rowsOf(block: Block, width: number): readonly (readonly ContentCell[])[] {
  const { heading, headers, headerStyle = STYLES.header, rows, roomBelow = 0 } = block;
  return [
    ...(heading === undefined ? [] : [line(heading, STYLES.heading, width)]),
    ...(headers === undefined
      ? []
      : [
          padded(
            headers.map((header) => (header === '' ? cell(null, STYLES.blank) : cell(header, headerStyle))),
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

/** The first row of each block, counted from the top of the tab; an empty line parts two blocks. */
function blockTops(blocks: readonly Block[]): readonly number[] {
  let next = HEAD_ROWS;
  return blocks.map((block) => {
    const top = next;
    next += rowsOf(block, 0).length + 1;
    return top;
  });
}

/** The head lines stay in view, and with them the header of a table that stands right below them. */
function frozenRowsOf([first]: readonly Block[]): number {
  return first?.heading === undefined && first?.headers !== undefined ? HEAD_ROWS + 1 : HEAD_ROWS;
}

function lineAbove(warning: string | undefined, remark: string | undefined, width: number) {
  if (warning !== undefined) return line(warning, STYLES.incomplete, width);
  return remark === undefined ? emptyCells(width) : line(remark, STYLES.remark, width);
}

/** A tab of several blocks below one another: head lines, then blocks with an empty line between, rows of equal width. */
export function stackBlocks({
  title,
  subtitle,
  status,
  remark,
  warning,
  blocks,
  ...layout
}: BlockTab): Content {
  const width = layout.columnWidths.length;
  const tops = blockTops(blocks);
  const head = [
    line(title, STYLES.title, width),
    line(subtitle, STYLES.subtitle, width),
    line(status, STYLES.current, width),
    lineAbove(warning, remark, width),
  ];
  const body = blocks.flatMap((block, index) => [
    ...(index === 0 ? [] : [emptyCells(width)]),
    ...rowsOf(block, width),
  ]);
  const all = <T>(of: (block: Block, top: number) => readonly T[]): readonly T[] =>
    blocks.flatMap((block, index) => of(block, (tops[index] ?? 0) + (block.heading === undefined ? 0 : 1)));
  const ruled = <T extends { readonly area: Area }>(rules: readonly T[] | undefined, top: number) =>
    (rules ?? []).map((rule) => ({ ...rule, area: lowered(rule.area, top) }));
  const pageBreaks = tops.filter((_, index) => blocks[index]?.newPage === true);
  const [filter] = all(({ filter: area }, top) => (area === undefined ? [] : [lowered(area, top)]));
  return {
    ...layout,
    frozenRows: frozenRowsOf(blocks),
    rows: [...head, ...body],
    ...(filter === undefined ? {} : { filter }),
    ...(pageBreaks.length === 0 ? {} : { pageBreaks }),
    scales: all(({ scales }, top) => ruled(scales, top)),
    highlights: all(({ highlights }, top) => ruled(highlights, top)),
    charts: all(({ charts = [] }, top) => charts.map((chart) => loweredChart(chart, top))),
  };
}
