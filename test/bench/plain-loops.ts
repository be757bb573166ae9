import type { Work, WorkCriterion } from './bench-period.ts';
import type { Outcome } from './hand-tuned.ts';

/** A unit as a program that thinks of objects keeps it. */
export interface PlainUnit {
  readonly group: number;
  readonly values: readonly (number | null)[];
}

export function plainUnits(work: Work, stage: 0 | 1): readonly PlainUnit[] {
  return Array.from({ length: work.units }, (_, unit) => ({
    group: work.groupOf[unit] ?? 0,
    values: work.stages[stage].map((column) => {
      const figure = column[unit] ?? -1;
      return figure < 0 ? null : figure;
    }),
  }));
}

function pointsOf({ rule, bounds, maxScore }: WorkCriterion, value: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = bounds;
  if (rule === 'yes-no') return value * maxScore;
  if (rule === 'mean') return (value * maxScore) / 500;
  if (rule === 'proportional') return (value * maxScore) / 1000;
  if (value >= d) return maxScore;
  if (value >= c) return (maxScore * 3) / 4;
  if (value >= b) return maxScore / 2;
  return value >= a ? maxScore / 4 : 0;
}

/** Nested loops over objects, statistics from lists of points, places from a sorted copy: as one would write it. */
export function plainLoops(work: Work, units: readonly PlainUnit[]): Outcome {
  const scored = units.map(({ group, values }) => {
    const fields: Record<string, number> = {};
    const points: number[] = [];
    let [total, blanks] = [0, 0];
    for (const [place, criterion] of work.criteria.entries()) {
      const value = values[place] ?? null;
      const given = value === null ? 0 : pointsOf(criterion, value);
      if (value === null) blanks += 1;
      fields[criterion.field] = (fields[criterion.field] ?? 0) + given;
      points.push(given);
      total += given;
    }
    return { group, fields, points, total, blanks };
  });
  const statistics = work.criteria.map((_, place) => {
    const list = scored.map(({ points }) => points[place] ?? 0);
    const sum = list.reduce((a, b) => a + b, 0);
    const squares = list.reduce((a, b) => a + b * b, 0);
    return {
      sum,
      squares,
      min: list.reduce((a, b) => Math.min(a, b)),
      max: list.reduce((a, b) => Math.max(a, b)),
    };
  });
  const places = new Map<number, Map<number, number>>();
  for (let group = 0; group < work.groups; group += 1) {
    const sorted = scored.filter((unit) => unit.group === group).toSorted((a, b) => b.total - a.total);
    const first = new Map<number, number>();
    for (const [better, { total }] of sorted.entries()) if (!first.has(total)) first.set(total, better + 1);
    places.set(group, first);
  }
  return {
    totals: Float64Array.from(scored, ({ total }) => total),
    ranks: Int32Array.from(scored, ({ group, total }) => places.get(group)?.get(total) ?? 0),
    sums: statistics.map(({ sum }) => sum),
  };
}
