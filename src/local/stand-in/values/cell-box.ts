/** A rectangle of one sheet, half-open, zero-based. */
export interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** A rectangle as somebody asked for it: a missing bound is open. */
export interface OpenBox {
  readonly top?: number;
  readonly bottom?: number;
  readonly left?: number;
  readonly right?: number;
}

export interface GridSize {
  readonly rowCount: number;
  readonly columnCount: number;
}

/** Undefined where the rectangle starts beyond the grid; an end beyond it is cut off, the grid never grows. */
export function clampToGrid(box: OpenBox, grid: GridSize): Box | undefined {
  const top = box.top ?? 0;
  const left = box.left ?? 0;
  if (top >= grid.rowCount || left >= grid.columnCount) return undefined;
  return {
    top,
    left,
    bottom: Math.min(box.bottom ?? grid.rowCount, grid.rowCount),
    right: Math.min(box.right ?? grid.columnCount, grid.columnCount),
  };
}
