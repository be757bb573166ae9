import type { ContentCell } from '../../domain/content.ts';
import { pointsAsNumber, ratioAsNumber } from '../../domain/number-format.ts';
import { POINT, type Points } from '../../domain/points.ts';
import { multiplyRatios, type Ratio, ratio } from '../../domain/ratio.ts';
import { cell } from './content-rows.ts';
import type { OutputContext } from './output-context.ts';
import { changeStyle, figureStyle, STYLES } from './styles.ts';

/** Cells of figures rounded as a group's set says; a figure that does not exist leaves its cell empty. */
export interface FigureCells {
  /** Percent, or percentage points without a sign. */
  readonly percent: (value: Ratio | undefined, emphasis?: 'strong' | 'total') => ContentCell;
  /** Exact in the cell, shown with the decimals of the set. */
  readonly points: (value: Points | undefined) => ContentCell;
  /** A mean of points, in millionths. */
  readonly meanPoints: (value: Ratio | undefined, emphasis?: 'total') => ContentCell;
  /** Percentage points with their sign. */
  readonly change: (value: Ratio | undefined, emphasis?: 'total') => ContentCell;
  /** A difference of points, exact or in millionths, with its sign. */
  readonly pointsChange: (value: Points | Ratio | undefined) => ContentCell;
  readonly count: (value: number | undefined) => ContentCell;
}

const ONE_POINT = ratio(1, POINT);

/** The looks are made once for a tab: cells of one look share it. */
export function figureCells({ figures }: OutputContext): FigureCells {
  const { decimals } = figures;
  const change = changeStyle(decimals);
  const changeTotal = changeStyle(decimals, 'total');
  const looks = {
    plain: figureStyle(decimals, 'plain'),
    strong: figureStyle(decimals, 'strong'),
    total: figureStyle(decimals, 'total'),
  };
  const rounded = (value: Ratio | undefined) => (value === undefined ? null : ratioAsNumber(value, figures));
  const inPoints = (value: Ratio | undefined) =>
    rounded(value === undefined ? undefined : multiplyRatios(value, ONE_POINT));
  return {
    percent: (value, emphasis) => cell(rounded(value), looks[emphasis ?? 'plain']),
    points: (value) => cell(value === undefined ? null : pointsAsNumber(value), looks.plain),
    meanPoints: (value, emphasis) => cell(inPoints(value), looks[emphasis ?? 'plain']),
    change: (value, emphasis) => cell(rounded(value), emphasis === 'total' ? changeTotal : change),
    pointsChange: (value) =>
      cell(typeof value === 'number' ? pointsAsNumber(value) : inPoints(value), change),
    count: (value) => cell(value ?? null, STYLES.whole),
  };
}
