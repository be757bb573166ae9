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
  current: { fontSize: 10, foreground: '#166534', italic: true },
  stale: { bold: true, fontSize: 10, foreground: '#ffffff', background: '#b91c1c' },
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
  blank: {},
} as const satisfies Record<string, CellStyle>;

/** A number pattern with a fixed number of decimals: the workbook's locale puts the comma or the point. */
function decimalPattern(decimals: number): string {
  return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
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

/** Points: at least the decimals of the criteria set, and all that were given, so that nothing looks rounded. */
export function pointsStyle(decimals: number): CellStyle {
  const pattern = decimalPattern(Math.max(decimals, 1));
  return { ...figureStyle(decimals, 'plain'), numberFormat: pattern.padEnd('0.000000'.length, '#') };
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
