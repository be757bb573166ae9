import type { ContentCell } from '../domain/content.ts';
import { cellFormat } from './cell-format.ts';
import { type LookOf, makeLooks } from './look-rectangles.ts';

type Rows = readonly (readonly ContentCell[])[];

/** How rows come to their looks, in order: painted, or copied from rows above that look the same. */
export type LookStep =
  | { readonly kind: 'paint'; readonly from: number; readonly count: number }
  | { readonly kind: 'copy'; readonly from: number; readonly count: number; readonly source: number };

/** Earlier rows at which a look that is met again is searched: the first ones, after which the longest stretches follow. */
const PLACES_SEARCHED = 32;

/** A number for each row, the same for rows that look the same; rows with links are each a look of their own. */
function numbered(rows: Rows): readonly number[] {
  const lookOf: LookOf = makeLooks(cellFormat);
  const cellLooks = new Map<string, number>();
  const rowLooks = new Map<string, number>();
  const numberIn = (known: Map<string, number>, text: string): number => {
    const number = known.get(text) ?? known.size;
    known.set(text, number);
    return number;
  };
  return rows.map((row, i) => {
    if (row.some(({ link }) => link !== undefined)) return numberIn(rowLooks, `row ${i}`);
    return numberIn(rowLooks, row.map((cell) => numberIn(cellLooks, lookOf(cell))).join(' '));
  });
}

/** How many rows from one on look like those from an earlier one on, without reaching into themselves. */
function matching(looks: readonly number[], source: number, at: number): number {
  const most = Math.min(at - source, looks.length - at);
  let count = 0;
  while (count < most && looks[source + count] === looks[at + count]) count += 1;
  return count;
}

interface Match {
  readonly source: number;
  readonly count: number;
}

/** The rows that were gone through, by their looks: the first ones of each. */
class SeenRows {
  readonly #looks: readonly number[];
  readonly #places = new Map<number, number[]>();

  constructor(looks: readonly number[]) {
    this.#looks = looks;
  }

  #placesLike(row: number): number[] {
    const look = this.#looks[row] ?? -1;
    const places = this.#places.get(look) ?? [];
    this.#places.set(look, places);
    return places;
  }

  add(from: number, count: number): void {
    for (let row = from; row < from + count; row += 1) {
      const places = this.#placesLike(row);
      if (places.length < PLACES_SEARCHED) places.push(row);
    }
  }

  /** The longest stretch that looks like the rows from one on; the first of those that are as long. */
  longest(at: number): Match | undefined {
    return this.#placesLike(at).reduce<Match | undefined>((best, source) => {
      const count = matching(this.#looks, source, at);
      return count > (best?.count ?? 0) ? { source, count } : best;
    }, undefined);
  }
}

/**
 * The looks of a block in few steps. Results repeat themselves, profile after profile and table after table: what
 * was painted once is copied, the longest stretch of rows at a time.
 */
export function lookSteps(rows: Rows): readonly LookStep[] {
  const seen = new SeenRows(numbered(rows));
  const steps: LookStep[] = [];
  let at = 0;
  while (at < rows.length) {
    const match = seen.longest(at);
    const last = steps.at(-1);
    if (match !== undefined) steps.push({ kind: 'copy', from: at, ...match });
    else if (last?.kind === 'paint') steps.splice(-1, 1, { ...last, count: last.count + 1 });
    else steps.push({ kind: 'paint', from: at, count: 1 });
    const count = match?.count ?? 1;
    seen.add(at, count);
    at += count;
  }
  return steps;
}
