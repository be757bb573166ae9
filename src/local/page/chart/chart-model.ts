export type SeriesKind = 'columns' | 'bars' | 'line' | 'area' | 'points';

export interface ChartSeries {
  readonly name: string;
  readonly kind: SeriesKind;
  /** One for each category; null where the cell holds no number. */
  readonly values: readonly (number | null)[];
  readonly color?: string;
  /** Measured on a second axis at the right. */
  readonly onRight: boolean;
  readonly labelled: boolean;
}

export interface ValueAxis {
  readonly title: string;
  readonly from?: number;
  readonly to?: number;
}

export type Legend = 'none' | 'top' | 'bottom' | 'left' | 'right';

interface Titled {
  readonly title: string;
  readonly subtitle: string;
  /** How numbers are written on the chart, such as vi_VN. */
  readonly locale: string;
}

/** A chart as it is drawn, with its figures: what a chart spec of the API means for the cells as they stand. */
export type ChartModel = Titled &
  (
    | {
        readonly kind: 'axes';
        /** Bars lie: categories run down the left edge. */
        readonly lying: boolean;
        readonly stacking: 'none' | 'stacked' | 'percent';
        readonly smooth: boolean;
        readonly legend: Legend;
        readonly categories: readonly string[];
        readonly categoryTitle: string;
        readonly left: ValueAxis;
        readonly right: ValueAxis;
        readonly series: readonly ChartSeries[];
      }
    | {
        readonly kind: 'pie';
        readonly legend: Legend;
        /** The share of the radius that is left open in the middle. */
        readonly hole: number;
        readonly slices: readonly { readonly name: string; readonly value: number }[];
      }
    /** A kind that is not drawn here: said so in its place, never a silent gap. */
    | { readonly kind: 'unknown'; readonly name: string }
  );

export type AxesChart = Extract<ChartModel, { readonly kind: 'axes' }>;
export type PieChart = Extract<ChartModel, { readonly kind: 'pie' }>;
export type UnknownChart = Extract<ChartModel, { readonly kind: 'unknown' }>;
