import type { CellEdit, Entered } from '../../model/cell-edit.ts';
import { CellEditSchema } from '../../model/cell-edit.ts';
import { meantBy, type Typing } from '../../model/edit-text.ts';
import { lineMarks } from '../../model/line-marks.ts';
import type { Look } from '../../model/look.ts';
import type { PageTab } from '../../model/page-workbook.ts';

type Seen = CellEdit['seen'][number][number];
type Given = CellEdit['values'][number][number];

/** What a person saw where they entered something. */
export type SeenThere = Pick<CellEdit, 'seen' | 'marks'>;

interface Cell {
  readonly tab: number;
  readonly row: number;
  readonly column: number;
}

/** The workbook as the server has it, to know what a waiting edit will leave in its cells. */
interface Standing {
  readonly seenAt: (cell: Cell) => Seen;
  /** The tab that the person sees. */
  readonly tab: PageTab | undefined;
  readonly lookAt: (cell: Cell) => Look | undefined;
  readonly typing: Typing;
}

function at<T>(edit: Entered, rows: readonly (readonly T[])[], { tab, row, column }: Cell): T | undefined {
  return edit.tab === tab ? rows[row - edit.row]?.[column - edit.column] : undefined;
}

function cellsOf({ tab, row, column, values }: Entered): readonly Cell[] {
  return values.flatMap((line, down) =>
    line.map((_, right) => ({ tab, row: row + down, column: column + right })),
  );
}

/** What somebody entered and the server has not answered yet, in order. Nothing leaves it but by an answer. */
export class Outbox {
  #edits: readonly CellEdit[] = [];

  get edits(): readonly CellEdit[] {
    return this.#edits;
  }

  /** What the last waiting edit of a cell gives it; undefined when none waits. */
  givenIn(cell: Cell): Given | undefined {
    return this.#edits.map((edit) => at(edit, edit.values, cell)).findLast((given) => given !== undefined);
  }

  /** What is seen just now where something is entered: what the server has, and on top of it what waits. */
  seenBy(entered: Entered, { seenAt, lookAt, tab, typing }: Standing): SeenThere {
    const seen = entered.values.map((line, down) =>
      line.map((_, right): Seen => {
        const cell = { tab: entered.tab, row: entered.row + down, column: entered.column + right };
        const waiting = this.givenIn(cell);
        return waiting === undefined ? seenAt(cell) : (meantBy(waiting, lookAt(cell), typing) ?? null);
      }),
    );
    const isWaiting = (place: Omit<Cell, 'tab'>) =>
      this.givenIn({ ...place, tab: entered.tab }) !== undefined;
    return { seen, marks: [...lineMarks(tab, entered, isWaiting)] };
  }

  add(id: string, entered: Entered, { seen, marks }: SeenThere): void {
    this.#edits = [...this.#edits, { ...entered, id, seen, marks }];
  }

  applied(id: string): void {
    this.#edits = this.#edits.filter((edit) => edit.id !== id);
  }

  /** Takes a refused edit out; edits that came on top of it now stand on what it stood on. */
  refused(id: string): void {
    const gone = this.#edits.find((edit) => edit.id === id);
    if (gone === undefined) return;
    const left = new Map(
      cellsOf(gone).map((cell) => [JSON.stringify(cell), at(gone, gone.seen, cell) ?? null]),
    );
    const rest = this.#edits.slice(this.#edits.indexOf(gone) + 1).map((edit) => {
      const seen = edit.seen.map((line, down) =>
        line.map((was, right): Seen => {
          const key = JSON.stringify({ tab: edit.tab, row: edit.row + down, column: edit.column + right });
          const stood = left.get(key);
          // Only the next edit of a cell stands on the refused one.
          left.delete(key);
          return stood === undefined ? was : stood;
        }),
      );
      return { ...edit, seen };
    });
    this.#edits = [...this.#edits.slice(0, this.#edits.indexOf(gone)), ...rest];
  }

  toText(): string {
    return JSON.stringify(this.#edits);
  }

  /** Waiting edits as they were kept; a text that is none of ours holds nothing. */
  fill(text: string | null): void {
    try {
      this.#edits = CellEditSchema.array().parse(JSON.parse(text ?? '[]'));
    } catch {
      this.#edits = [];
    }
  }
}
