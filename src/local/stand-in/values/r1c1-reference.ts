/** A number as it is written: absolute from 1 (`R2`), or as a distance from the first cell (`R[1]`). */
interface Written {
  readonly number: number;
  readonly isDistance: boolean;
}

interface R1C1Corner {
  readonly row?: number;
  readonly column?: number;
  readonly writtenRow: Written | undefined;
  readonly writtenColumn: Written | undefined;
}

const CORNER = /^(R(?:(\d{1,9})|\[(\d{1,9})\])?)?(C(?:(\d{1,9})|\[(\d{1,9})\])?)?$/i;

function writtenOf(absolute: string | undefined, distance: string | undefined): Written | undefined {
  if (absolute !== undefined) return { number: Number(absolute), isDistance: false };
  return distance === undefined ? undefined : { number: Number(distance), isDistance: true };
}

/** A letter alone means the first line; one that is missing beside a numbered one leaves that side open. */
function indexOf(
  own: Written | undefined,
  letter: string | undefined,
  other: Written | undefined,
): number | undefined {
  if (own !== undefined) return own.isDistance ? own.number : own.number - 1;
  return letter !== undefined || other === undefined ? 0 : undefined;
}

function cornerOf(text: string): R1C1Corner | undefined {
  const match = CORNER.exec(text);
  if (match === null || text === '') return undefined;
  const [, rowLetter, rowAbsolute, rowDistance, columnLetter, columnAbsolute, columnDistance] = match;
  const writtenRow = writtenOf(rowAbsolute, rowDistance);
  const writtenColumn = writtenOf(columnAbsolute, columnDistance);
  const row = indexOf(writtenRow, rowLetter, writtenColumn);
  const column = indexOf(writtenColumn, columnLetter, writtenRow);
  if ((row ?? 0) < 0 || (column ?? 0) < 0) return undefined;
  return {
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
    writtenRow,
    writtenColumn,
  };
}

/** Written alike, and the second just before the first: Google finds no range there, though it turns others round. */
function isTurned(first: Written | undefined, last: Written | undefined): boolean {
  return (
    first !== undefined &&
    last !== undefined &&
    first.isDistance === last.isDistance &&
    first.number === last.number + 1
  );
}

interface Corners {
  readonly first: R1C1Corner;
  readonly last: R1C1Corner;
}

/** `R1C1`, `R[1]C[1]`, `R1C1:R5C2`, `R2`, `C[1]` beside such a corner (measured by others over 217 requests). */
export function parseR1C1(left: string, right: string | undefined): Corners | undefined {
  const first = cornerOf(left);
  const last = right === undefined ? first : cornerOf(right);
  if (first === undefined || last === undefined) return undefined;
  if (right === undefined) return { first, last };
  const turned =
    isTurned(first.writtenRow, last.writtenRow) || isTurned(first.writtenColumn, last.writtenColumn);
  return turned ? undefined : { first, last };
}
