import type { Expected } from '../../domain/issue.ts';

/** A stretch of a notation: its text without space at either end, and where it starts, counted from 0. */
export interface Piece {
  readonly text: string;
  readonly at: number;
  /** True for text in quotation marks, which is a label and never a word of the notation. */
  readonly quoted: boolean;
}

/** Where reading stopped, counted from 0, and what was wanted there. */
export interface Stop {
  readonly at: number;
  readonly expected: Expected;
  /** The words to choose from, where a word was wanted. */
  readonly words?: readonly string[];
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly stop: Stop };

export function parsed<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

export function stopAt(at: number, expected: Expected, words?: readonly string[]): Parsed<never> {
  return { ok: false, stop: { at, expected, ...(words !== undefined && { words }) } };
}

/** The results of all, or the first stop. */
export function parseEach<Item, Result>(
  items: readonly Item[],
  parse: (item: Item, place: number) => Parsed<Result>,
): Parsed<readonly Result[]> {
  const results: Result[] = [];
  for (const [place, item] of items.entries()) {
    const result = parse(item, place);
    if (!result.ok) return result;
    results.push(result.value);
  }
  return parsed(results);
}

export function mapParsed<From, To>(from: Parsed<From>, to: (value: From) => To): Parsed<To> {
  return from.ok ? parsed(to(from.value)) : from;
}

/** The second step, which needs the value of the first. */
export function andThen<From, To>(from: Parsed<From>, to: (value: From) => Parsed<To>): Parsed<To> {
  return from.ok ? to(from.value) : from;
}

/** A list that holds at least one value; a stop at the place when it is empty. */
export function atLeastOne<T>(
  list: readonly T[],
  at: number,
  expected: Expected,
  words?: readonly string[],
): Parsed<readonly [T, ...T[]]> {
  const [first, ...rest] = list;
  return first === undefined ? stopAt(at, expected, words) : parsed([first, ...rest]);
}
