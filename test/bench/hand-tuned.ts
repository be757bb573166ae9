import type { Work, WorkCriterion } from './bench-period.ts';

/** What every way of doing the work must agree on, for one stage. */
export interface Outcome {
  readonly totals: Float64Array;
  readonly ranks: Int32Array;
  /** Sum of the points of every criterion over the units. */
  readonly sums: readonly number[];
}

/** The four rules of the work and nothing else, written down as loops over typed arrays: the bar to be met. */
export function handTuned(
  { units, criteria, groupOf, groups }: Work,
  columns: readonly Int32Array[],
): Outcome {
  const fields = Array.from({ length: 8 }, () => new Float64Array(units));
  const blanks = new Int32Array(units);
  const moments = criteria.map(() => new Float64Array(4));
  for (const [place, criterion] of criteria.entries()) {
    const [figures, field, moment] = [columns[place], fields[criterion.field], moments[place]];
    if (figures === undefined || field === undefined || moment === undefined) throw new Error('no column');
    if (criterion.rule === 'bands') bandsPass(criterion, figures, field, blanks, moment);
    else multiplePass(multipleOf(criterion), figures, field, blanks, moment);
  }
  const totals = new Float64Array(units);
  for (const field of fields)
    for (let unit = 0; unit < units; unit += 1) totals[unit] = (totals[unit] ?? 0) + (field[unit] ?? 0);
  return { totals, ranks: ranksOf(totals, groupOf, groups), sums: moments.map((moment) => moment[0] ?? 0) };
}

function multipleOf({ rule, maxScore }: WorkCriterion): number {
  if (rule === 'yes-no') return maxScore;
  return rule === 'mean' ? maxScore / 500 : maxScore / 1000;
}

function multiplePass(
  multiple: number,
  figures: Int32Array,
  field: Float64Array,
  blanks: Int32Array,
  moment: Float64Array,
): void {
  let sum = 0;
  let squares = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = 0;
  for (let unit = 0; unit < figures.length; unit += 1) {
    const figure = figures[unit] ?? 0;
    const blank = figure >> 31;
    const value = Math.imul(figure & ~blank, multiple);
    field[unit] = (field[unit] ?? 0) + value;
    blanks[unit] = (blanks[unit] ?? 0) - blank;
    sum += value;
    squares += value * value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  moment.set([sum, squares, min, max]);
}

function bandsPass(
  { bounds, maxScore }: WorkCriterion,
  figures: Int32Array,
  field: Float64Array,
  blanks: Int32Array,
  moment: Float64Array,
): void {
  const a = bounds[0] ?? 0;
  const b = bounds[1] ?? 0;
  const c = bounds[2] ?? 0;
  const d = bounds[3] ?? 0;
  const quarter = maxScore / 4;
  let sum = 0;
  let squares = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = 0;
  for (let unit = 0; unit < figures.length; unit += 1) {
    const figure = figures[unit] ?? 0;
    const level =
      ((a - 1 - figure) >>> 31) +
      ((b - 1 - figure) >>> 31) +
      ((c - 1 - figure) >>> 31) +
      ((d - 1 - figure) >>> 31);
    const value = Math.imul(level, quarter);
    field[unit] = (field[unit] ?? 0) + value;
    blanks[unit] = (blanks[unit] ?? 0) - (figure >> 31);
    sum += value;
    squares += value * value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  moment.set([sum, squares, min, max]);
}

function ranksOf(totals: Float64Array, groupOf: Int32Array, groups: number): Int32Array {
  const ranks = new Int32Array(totals.length);
  const units = totals.length;
  const keys = new Float64Array(units);
  for (let unit = 0; unit < units; unit += 1) keys[unit] = (totals[unit] ?? 0) * units + unit;
  keys.sort();
  const [seen, rank, before] = [
    new Int32Array(groups),
    new Int32Array(groups),
    new Float64Array(groups).fill(-1),
  ];
  for (let place = units - 1; place >= 0; place -= 1) {
    const unit = (keys[place] ?? 0) % units;
    const [group, total] = [groupOf[unit] ?? 0, totals[unit] ?? 0];
    const ahead = seen[group] ?? 0;
    if (before[group] !== total) rank[group] = ahead + 1;
    before[group] = total;
    seen[group] = ahead + 1;
    ranks[unit] = rank[group] ?? 0;
  }
  return ranks;
}
