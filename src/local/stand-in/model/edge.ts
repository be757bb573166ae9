/** Where a line stands in a stretch of lines: at its first, its last, in between, or it is the only one. */
export type Edge = 'first' | 'last' | 'only' | 'inner';

export function edgeAt(line: number, start: number, end: number): Edge {
  if (end - start === 1) return 'only';
  if (line === start) return 'first';
  return line === end - 1 ? 'last' : 'inner';
}

export function isFirst(edge: Edge): boolean {
  return edge === 'first' || edge === 'only';
}

export function isLast(edge: Edge): boolean {
  return edge === 'last' || edge === 'only';
}
