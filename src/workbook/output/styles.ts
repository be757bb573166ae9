import type { CellStyle } from '../../domain/cell-style.ts';
import type { ColourScale } from '../../domain/layout.ts';

const INK = '#1f2937';
const MUTED = '#4b5563';
const HEADER = '#1e3a5f';

/** The looks of the tabs that the product writes; contrasts are at least 4.5 to 1. */
export const STYLES = {
  title: { bold: true, fontSize: 14, foreground: HEADER },
  subtitle: { fontSize: 11, foreground: INK },
  heading: { bold: true, fontSize: 12, foreground: HEADER },
  textHeading: { bold: true, foreground: HEADER, wrap: true },
  paragraph: { foreground: INK, align: 'left', wrap: true },
  current: { fontSize: 10, foreground: '#166534', italic: true },
  /** In red on white: the line runs on over the cells beside its own, whose background it could not change. */
  stale: { bold: true, fontSize: 10, foreground: '#b91c1c' },
  /** Above results that are not all there yet. */
  incomplete: { bold: true, fontSize: 10, foreground: '#92400e' },
  header: {
    bold: true,
    foreground: '#ffffff',
    background: HEADER,
    align: 'center',
    wrap: true,
    borders: true,
  },
  text: { foreground: INK, align: 'left', borders: true },
  wrapped: { foreground: INK, align: 'left', wrap: true, borders: true },
  muted: { foreground: MUTED, align: 'left', wrap: true, borders: true },
  centred: { foreground: INK, align: 'center', borders: true },
  whole: { foreground: INK, align: 'center', borders: true, numberFormat: '0' },
  rise: { foreground: '#1d4ed8', align: 'center', borders: true },
  fall: { foreground: '#b45309', align: 'center', borders: true },
  rank: { bold: true, foreground: INK, align: 'center', borders: true, numberFormat: '0' },
  total: { bold: true, foreground: INK, background: '#e5e7eb', align: 'left', borders: true },
  error: { bold: true, foreground: '#b91c1c', align: 'center', borders: true },
  warning: { bold: true, foreground: '#92400e', align: 'center', borders: true },
  remark: { fontSize: 10, foreground: MUTED, italic: true },
  banner: { bold: true, fontSize: 13, foreground: '#ffffff', background: HEADER },
  subheader: {
    bold: true,
    foreground: HEADER,
    background: '#dbe4f0',
    align: 'center',
    wrap: true,
    borders: true,
  },
  /** A cell whose marks are not all there, and one that does not apply: neither can be taken for a zero. */
  missing: { foreground: '#92400e', background: '#fef3c7', align: 'center', borders: true },
  notApplicable: { foreground: MUTED, background: '#e5e7eb', align: 'center', borders: true },
  blank: {},
} as const satisfies Record<string, CellStyle>;

/** A number pattern with a fixed number of decimals: the workbook's locale puts the comma or the point. */
function decimalPattern(decimals: number): string {
  return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
}

/** Pixels by which a column of figures is wider than one for figures of two decimals. */
export function extraWidth(decimals: number): number {
  return Math.max(decimals - 2, 0) * 8;
}

/** Figures of the ranking: right-aligned with the decimals of the criteria set. */
export function figureStyle(decimals: number, emphasis: 'plain' | 'strong' | 'total'): CellStyle {
  return {
    foreground: INK,
    align: 'right',
    borders: true,
    numberFormat: decimalPattern(decimals),
    ...(emphasis === 'plain' ? {} : { bold: true }),
    ...(emphasis === 'total' ? { background: '#e5e7eb' } : {}),
  };
}

/** Points, with the decimals of the criteria set; the cell keeps the exact value. */
export function pointsStyle(decimals: number): CellStyle {
  return figureStyle(decimals, 'plain');
}

/** A change, with its sign: the same minus sign as in sentences. */
export function changeStyle(decimals: number, emphasis: 'plain' | 'total' = 'plain'): CellStyle {
  const pattern = decimalPattern(decimals);
  return { ...figureStyle(decimals, emphasis), numberFormat: `+${pattern};"−"${pattern};${pattern}` };
}

/** Behind the first three places: gold, silver, bronze. */
const MEDALS: readonly string[] = ['#fde68a', '#e2e8f0', '#f5d0a9'];

/** A rank; a shared one is shown with an equals sign before it and stays a number. */
export function rankStyle(rank: number, tied: boolean): CellStyle {
  const background = MEDALS[rank - 1];
  const medal = background === undefined ? {} : { background };
  return { ...STYLES.rank, ...medal, ...(tied ? { numberFormat: '"="0' } : {}) };
}

/** From the lowest index of a group to the highest; dark text stays readable on every shade. */
export const INDEX_SCALE = {
  low: { colour: '#fde0bd' },
  high: { colour: '#9cc3e6' },
} as const satisfies Pick<ColourScale, 'low' | 'high'>;

/** Colours of series in charts, told apart with any kind of colour vision; after the last they begin anew. */
const SERIES_COLOURS = ['#1f6fb2', '#e0861a', '#4c9f70', '#8e6bbf', '#7a7a7a', '#c75b7a'] as const;

export function seriesColour(place: number): string {
  return SERIES_COLOURS[place % SERIES_COLOURS.length] ?? SERIES_COLOURS[0];
}

/** From the best class to the lowest: blue to orange by way of grey, told apart with any kind of colour vision. */
const GRADE_SHADES = ['#9cc3e6', '#cfe2f3', '#eeeeee', '#fde0bd', '#f6b26b'] as const;

/** The shade of a class by its place, 0-based, among so many: the best and the lowest take the ends. */
export function gradeShade(place: number, classes: number): string {
  const step = classes === 1 ? 0 : Math.round((place * (GRADE_SHADES.length - 1)) / (classes - 1));
  return GRADE_SHADES[step] ?? GRADE_SHADES[0];
}

/** Shares attained from nothing to all, the same shade for the same share in every tab. */
export const SHARE_SCALE = {
  low: { colour: '#f6b26b', at: 0 },
  middle: { colour: '#f8fafc', at: 70 },
  high: { colour: '#9cc3e6', at: 100 },
} as const satisfies Omit<ColourScale, 'area'>;
