import { compareCodes } from '../../domain/compare-codes.ts';

const YEAR = /\d{4}/;
const ROMAN: Readonly<Record<string, number>> = {
  I: 1,
  II: 2,
  III: 3,
  IV: 4,
  V: 5,
  VI: 6,
  VII: 7,
  VIII: 8,
  IX: 9,
  X: 10,
  XI: 11,
  XII: 12,
};

interface PeriodPlace {
  readonly year: number;
  /** The quarter, half or month that stands beside the year; 0 for a whole year. */
  readonly part: number;
}

/** Where a period stands in time, as its label tells: "2024", "Quý III/2024", "6 tháng đầu năm 2024". */
function placeOf(label: string): PeriodPlace {
  const year = YEAR.exec(label);
  const rest = year === null ? label : label.replace(year[0], ' ');
  const [token] = rest
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => /^\d+$/.test(word) || ROMAN[word] !== undefined);
  const part = token === undefined ? 0 : (ROMAN[token] ?? Number(token));
  return { year: year === null ? 0 : Number(year[0]), part };
}

/** Earlier periods before later ones; labels that tell no time in the order of their characters. */
export function comparePeriodLabels(a: string, b: string): number {
  const [first, second] = [placeOf(a), placeOf(b)];
  return first.year - second.year || first.part - second.part || compareCodes(a, b);
}

/**
 * Whether nothing lies between two periods, as far as their labels tell: of two years that are not neighbours one is
 * missing in between. Labels of another sort are believed to follow one another.
 */
export function follows(later: string, earlier: string): boolean {
  const [first, second] = [placeOf(earlier), placeOf(later)];
  const areYears = first.year > 0 && second.year > 0 && first.part === 0 && second.part === 0;
  return !areYears || second.year - first.year === 1;
}
