import { chance } from './random.ts';

/** Differences between neighbouring places grow towards the end of a ranking. */
const TAIL = 0.9;

/** How far below the first each place would be, in no unit yet. */
function drops(count: number, key: string): readonly number[] {
  let drop = 0;
  return Array.from({ length: count }, (_, place) => {
    const depth = (place + 1) / count;
    drop += 0.35 + 1.3 * chance(key, 'gap', place) + TAIL * depth * depth * depth * depth;
    return drop;
  });
}

/** The values with one of them moved a step, unless it would meet a neighbour. */
function moved(values: readonly number[], place: number, step: number, below: number): readonly number[] {
  const value = (values[place] ?? 0) + step;
  const [above, under] = [values[place - 1] ?? below, values[place + 1] ?? 0];
  return value >= above || value <= under ? values : values.with(place, value);
}

/** Moves single places by one hundredth, in turn, until the sum is the one wanted. */
function settleSum(indexes: readonly number[], below: number, total: number): readonly number[] {
  let settled = indexes;
  let missing = total - settled.reduce((sum, index) => sum + index, 0);
  let stuck = 0;
  for (let turn = 0; missing !== 0; turn += 1) {
    const next = moved(settled, turn % settled.length, Math.sign(missing), below);
    stuck = next === settled ? stuck + 1 : 0;
    if (stuck > settled.length) throw new Error(`no falling indexes below ${below} add up to ${total}`);
    missing -= next === settled ? 0 : Math.sign(missing);
    settled = next;
  }
  return settled;
}

/**
 * Indexes in hundredths of a percent, each below the one before and all below a first one, whose sum is exactly
 * the one given: places fall by drawn steps, the steps are scaled to the sum, the last hundredths are moved one by one.
 */
export function fallingIndexes(below: number, count: number, total: number, key: string): readonly number[] {
  if (count === 0) return [];
  const steps = drops(count, key);
  const scale = (below * count - total) / steps.reduce((sum, step) => sum + step, 0);
  let previous = below;
  const rounded = steps.map((step) => {
    previous = Math.min(Math.round(below - scale * step), previous - 1);
    return previous;
  });
  return settleSum(rounded, below, total);
}
