import type { PageTab, PlacedChart } from '../model/page-workbook.ts';
import { shownText } from '../model/read-cell.ts';

/** Blank rows that a tab keeps free for charts, and the charts over them. */
export interface ChartStand {
  readonly from: number;
  /** The first row after them. */
  readonly to: number;
  readonly charts: readonly PlacedChart[];
}

export interface ChartStands {
  /** In the order of their rows. */
  readonly between: readonly ChartStand[];
  /** Charts that float beside or over cells with something in them, or below all of them. */
  readonly apart: readonly PlacedChart[];
}

function isBlank({ rows, merges }: PageTab, row: number): boolean {
  const isFilled = (rows[row] ?? []).some((cell) => shownText(cell) !== '' || cell?.note !== undefined);
  return !isFilled && !merges.some(({ top, bottom }) => row >= top && row < bottom);
}

/** Where the charts of a tab are shown between its first rows, so many, as in the sheet: under the heading that they belong to. */
export function chartStands(tab: PageTab, rows: number): ChartStands {
  const between: ChartStand[] = [];
  const apart: PlacedChart[] = [];
  for (const chart of tab.charts.toSorted((a, b) => a.row - b.row || a.column - b.column)) {
    const last = between.at(-1);
    if (last !== undefined && chart.row < last.to) {
      between[between.length - 1] = { ...last, charts: [...last.charts, chart] };
      continue;
    }
    let to = chart.row;
    while (to < rows && isBlank(tab, to)) to += 1;
    const isFree = chart.row >= tab.frozenRows && to > chart.row && to < rows;
    if (isFree) between.push({ from: chart.row, to, charts: [chart] });
    else apart.push(chart);
  }
  return { between, apart };
}
