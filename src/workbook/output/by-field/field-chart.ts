import type { Area, Chart } from '../../../domain/layout.ts';
import { BY_FIELD_WORDS } from '../../../domain/messages/by-field-messages.ts';
import { type OutputContext, say } from '../output-context.ts';

const WIDTH = 900;
const ROW_HEIGHT = 21;
/** For the title, the axis and the legend. */
const FRAME = 110;
const BAR = 22;
const NOW = '#1f6fb2';
const BEFORE = '#e0861a';

/** Where the chart finds its figures: rows of the table, counted like areas of its block. */
interface ChartPlace {
  /** The column with the names of the rows, left of the first field. */
  readonly left: number;
  readonly fields: number;
  readonly meanRow: number;
  /** Absent where the means of the period before are not known by field. */
  readonly beforeRow?: number;
  /** The row at which the chart is put. */
  readonly at: number;
}

/** Bars of the mean share attained by field, beside those of the period before where they are known. */
export function fieldChart(place: ChartPlace, context: OutputContext): Chart {
  const { left, fields, meanRow, beforeRow, at } = place;
  const row = (top: number): Area => ({ top, left, height: 1, width: fields + 1 });
  const series = beforeRow === undefined ? 1 : 2;
  return {
    key: 'field-means',
    kind: 'bar',
    stacking: 'none',
    title: say(context, BY_FIELD_WORDS.chart),
    categories: row(0),
    series: [
      { values: row(meanRow), colour: NOW },
      ...(beforeRow === undefined ? [] : [{ values: row(beforeRow), colour: BEFORE }]),
    ],
    valueAxis: '%',
    at: { row: at, column: left },
    width: WIDTH,
    height: FRAME + fields * (BAR * series + 12),
  };
}

/** Rows of the usual height that the chart covers, and one to breathe. */
export function chartRows({ height }: Chart): number {
  return Math.ceil(height / ROW_HEIGHT) + 1;
}
