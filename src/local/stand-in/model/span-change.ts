/** Where the lines of a span come to lie, half-open; undefined where none of them is left. An open end is infinite. */
export type SpanChange = (from: number, to: number) => readonly [number, number] | undefined;

interface Lines {
  readonly start: number;
  readonly removed: number;
  readonly added: number;
}

/** Lines put in at a span's first one push it along; lines put in inside it widen it; a span that lost every line is gone. */
export function splicedSpan({ start, removed, added }: Lines): SpanChange {
  if (removed === 0) {
    return (from, to) => [from >= start ? from + added : from, to > start ? to + added : to];
  }
  const moved = (edge: number): number => (edge <= start ? edge : Math.max(start, edge - removed));
  return (from, to) => {
    const span = [moved(from), moved(to)] as const;
    return span[0] < span[1] || from === to ? span : undefined;
  };
}

interface Block {
  readonly start: number;
  readonly end: number;
  /** Where the first moved line goes, counted before the move. */
  readonly destination: number;
}

/** A span within the moved lines goes along with them; any other loses those that leave it and gains those that come into it. */
export function movedSpan({ start, end, destination }: Block): SpanChange {
  const count = end - start;
  if (count === 0 || (destination >= start && destination <= end)) return (from, to) => [from, to];
  const target = destination > end ? destination - count : destination;
  const takenOut = splicedSpan({ start, removed: count, added: 0 });
  const putIn = splicedSpan({ start: target, removed: 0, added: count });
  return (from, to) => {
    if (from >= start && to <= end) return [from + target - start, to + target - start];
    const rest = takenOut(from, to);
    return rest === undefined ? undefined : putIn(...rest);
  };
}

/** Where one line comes to lie, or, where it is gone, the line that took its place. */
export function changedLine(change: SpanChange, line: number): number {
  return change(line, line + 1)?.[0] ?? change(0, line + 1)?.[1] ?? 0;
}

/** The sides of moved cells across the direction that they moved in, half-open. The grid's edge is infinite. */
export interface Strip {
  readonly from: number;
  readonly to: number;
}

/** Whether a span, whose missing ends are open, lies between the strip's sides. */
export function liesInStrip({ from, to }: Strip, start = 0, end = Number.POSITIVE_INFINITY): boolean {
  return start >= from && end <= to;
}

/** The same within so many lines: what is pushed past the last one is gone, an end is cut off. */
export function withinLines(change: SpanChange, size: number): SpanChange {
  return (from, to) => {
    const span = change(from, to);
    if (span === undefined || span[1] <= size || to === Number.POSITIVE_INFINITY) return span;
    return span[0] < size ? [span[0], size] : undefined;
  };
}
