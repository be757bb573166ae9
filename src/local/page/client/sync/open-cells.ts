import type { Entered } from '../../model/cell-edit.ts';
import type { SeenThere } from './outbox.ts';

interface Place {
  readonly tab: number;
  readonly row: number;
  readonly column: number;
}

function placesIn({ tab, row, column, values }: Entered): readonly Place[] {
  return values.flatMap((line, down) =>
    line.map((_, right) => ({ tab, row: row + down, column: column + right })),
  );
}

const keyOf = ({ tab, row, column }: Place): string => `${tab} ${row} ${column}`;

/** Cells that are open for editing, each with what its person saw when they opened it: others may change it and the head of its row meanwhile. */
export class OpenCells {
  readonly #seen = new Map<string, SeenThere>();

  open(place: Place, seen: SeenThere): void {
    this.#seen.set(keyOf(place), seen);
  }

  close(place: Place): void {
    this.#seen.delete(keyOf(place));
  }

  /** An entry on which the cell was opened was taken back, and its person told why: what they see now is what counts. */
  forget(edit: Entered | undefined): void {
    if (edit !== undefined) for (const place of placesIn(edit)) this.close(place);
  }

  /** What was seen by an entry, whose cells are open no more: when its cells were opened, and now where they were filled without. */
  seenBy(entered: Entered, now: SeenThere): SeenThere {
    const before = new Map(placesIn(entered).map((place) => [keyOf(place), this.#seen.get(keyOf(place))]));
    this.forget(entered);
    const openedAt = (row: number, column: number) => before.get(keyOf({ tab: entered.tab, row, column }));
    const seen = now.seen.map((line, down) =>
      line.map((value, right) => {
        const opened = openedAt(entered.row + down, entered.column + right)?.seen[0]?.[0];
        return opened === undefined ? value : opened;
      }),
    );
    const marks = [...before.values()].flatMap((opened) => opened?.marks ?? []);
    const isOpened = ({ row, column }: SeenThere['marks'][number]) =>
      marks.some((mark) => mark.row === row && mark.column === column);
    return { seen, marks: [...now.marks.filter((mark) => !isOpened(mark)), ...marks] };
  }
}
