import type { GridRange } from '../../stand-in/model/wire.ts';
import type { Box } from '../../stand-in/values/cell-box.ts';

export type { Box } from '../../stand-in/values/cell-box.ts';

export function holds({ top, bottom, left, right }: Box, row: number, column: number): boolean {
  return row >= top && row < bottom && column >= left && column < right;
}

interface Size {
  readonly rowCount: number;
  readonly columnCount: number;
}

/** The cells that a range of the wire means in a grid of this size: a missing bound is open. */
export function boxOfRange(range: GridRange, { rowCount, columnCount }: Size): Box {
  return {
    top: range.startRowIndex ?? 0,
    left: range.startColumnIndex ?? 0,
    bottom: Math.min(range.endRowIndex ?? rowCount, rowCount),
    right: Math.min(range.endColumnIndex ?? columnCount, columnCount),
  };
}

interface Run {
  readonly left: number;
  readonly right: number;
  readonly kind: string;
}

function runsOf(kinds: readonly (string | undefined)[]): readonly Run[] {
  const runs: Run[] = [];
  for (const [column, kind] of kinds.entries()) {
    if (kind === undefined) continue;
    const last = runs.at(-1);
    if (last?.kind === kind && last.right === column) runs[runs.length - 1] = { ...last, right: column + 1 };
    else runs.push({ left: column, right: column + 1, kind });
  }
  return runs;
}

/** Cells of the same kind as few rectangles: runs in a row, joined with the same run of the row above. */
export function boxesByKind(
  rows: readonly (readonly (string | undefined)[])[],
): ReadonlyMap<string, readonly Box[]> {
  const done = new Map<string, Box[]>();
  const close = (kind: string, box: Box) => done.set(kind, [...(done.get(kind) ?? []), box]);
  let open = new Map<string, { readonly kind: string; readonly box: Box }>();
  for (const [top, kinds] of rows.entries()) {
    const next = new Map<string, { readonly kind: string; readonly box: Box }>();
    for (const { left, right, kind } of runsOf(kinds)) {
      const key = `${left} ${right} ${kind}`;
      const above = open.get(key)?.box ?? { top, left, right, bottom: top };
      open.delete(key);
      next.set(key, { kind, box: { ...above, bottom: top + 1 } });
    }
    for (const { kind, box } of open.values()) close(kind, box);
    open = next;
  }
  for (const { kind, box } of open.values()) close(kind, box);
  return done;
}
