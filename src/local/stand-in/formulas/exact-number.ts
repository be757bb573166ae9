/**
 * The engine gives a number as text of fifteen digits at most, the last of which may be wrong. Powers of two lose nothing,
 * so four further formulas take the number apart: its magnitude, two whole numbers that hold all its bits, and its sign.
 */
const HIGH_BITS = 24;
const LOW_BITS = 30;

export const PART_COUNT = 4;

/** Formulas for cells side by side, given the names of the number's cell and of the first two of them; `mark` parts arguments. */
export function partFormulas(number: string, parts: PartNames, mark: ',' | ';'): readonly string[] {
  const { magnitude, high } = parts;
  const scaled = `ABS(${number})/2^${magnitude}*2^${HIGH_BITS}`;
  return [
    // Zero has no magnitude; and asking whether it is zero would take the smallest numbers for it.
    `=${[`IFERROR(INT(LOG(ABS(${number})`, '2))', '0)'].join(mark)}`,
    `=INT(${scaled})`,
    `=(${scaled}-${high})*2^${LOW_BITS}`,
    `=SIGN(${number})`,
  ];
}

export interface PartNames {
  readonly magnitude: string;
  readonly high: string;
}

/** The number put together again; undefined where its parts are none. */
export function joinedNumber(parts: readonly number[]): number | undefined {
  const [magnitude = Number.NaN, high = Number.NaN, low = Number.NaN, sign = Number.NaN] = parts;
  if (![magnitude, high, low, sign].every(Number.isInteger)) return undefined;
  const mantissa = high * 2 ** -HIGH_BITS + low * 2 ** -(HIGH_BITS + LOW_BITS);
  const isSound = sign === 0 ? mantissa === 0 : mantissa >= 0.5 && mantissa < 4;
  if (!isSound) return undefined;
  // In two steps: the power alone may be beyond what a number holds.
  const half = Math.trunc(magnitude / 2);
  return sign === 0 ? 0 : sign * mantissa * 2 ** half * 2 ** (magnitude - half);
}
