import type { ColumnRule } from './column-rule.ts';
import type { ColumnSums } from './column-sums.ts';
import { addStretch, finishSums, STRETCH, startSums } from './running-sums.ts';
import { scoreColumn } from './score-column.ts';

/** A component of a column store: its field by place, and its rule made ready for the column's figures. */
export interface ColumnComponent {
  readonly field: number;
  readonly rule: ColumnRule;
}

/** Whole figures of every unit, a column for each component, in the order of the components. */
export interface ColumnStore {
  readonly units: number;
  readonly fields: number;
  readonly components: readonly ColumnComponent[];
  readonly columns: readonly Int32Array[];
}

/** The points of every unit by field and in all, and the figures of each component and field over the units. */
export interface ColumnScores {
  readonly fields: readonly Float64Array[];
  readonly totals: Float64Array;
  /** How many components nobody has entered yet, by unit. */
  readonly blanks: Int32Array;
  readonly componentSums: readonly ColumnSums[];
}

/** With more, sums of points might no longer be whole in a double. */
const MOST_UNITS = 2 ** 20;

/**
 * Points, totals and statistics of a whole column store in one pass, in whole millionths: the same figures as
 * unit by unit with exact fractions, for as many units as the country has communes and more.
 */
export function scoreColumns({ units, fields, components, columns }: ColumnStore): ColumnScores {
  if (units > MOST_UNITS) throw new Error(`more units than sums stay exact for: ${units}`);
  const byField = Array.from({ length: fields }, () => new Float64Array(units));
  const blanks = new Int32Array(units);
  const points = new Int32Array(STRETCH);
  const sums = components.map(startSums);
  for (let from = 0; from < units; from += STRETCH) {
    const to = Math.min(units, from + STRETCH);
    for (const [place, { field, rule }] of components.entries()) {
      const [figures, totals, running] = [columns[place], byField[field], sums[place]];
      if (figures === undefined || totals === undefined || running === undefined) {
        throw new Error(`the component ${place} has no column, or its field does not exist`);
      }
      scoreColumn(rule, { figures, from, to }, points);
      addStretch(running, { points, figures, from, to }, totals, blanks);
    }
  }
  return {
    fields: byField,
    totals: sumOfFields(byField, units),
    blanks,
    componentSums: sums.map(finishSums),
  };
}

function sumOfFields(fields: readonly Float64Array[], units: number): Float64Array {
  const totals = new Float64Array(units);
  for (const field of fields) {
    for (let unit = 0; unit < units; unit += 1) totals[unit] = (totals[unit] ?? 0) + (field[unit] ?? 0);
  }
  return totals;
}
