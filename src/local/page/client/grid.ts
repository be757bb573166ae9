import type { Bilingual } from '../../../domain/language.ts';
import type { CellEdit, Entered } from '../model/cell-edit.ts';
import type { Look } from '../model/look.ts';
import type { CellChange } from '../model/page-change.ts';
import type { PageCell, PageWorkbook } from '../model/page-workbook.ts';

/** A cell of a tab. */
export interface CellPlace {
  readonly tab: number;
  readonly row: number;
  readonly column: number;
}

/** Where a cell is seen, in pixels from the corner of the grid's element. */
export interface CellRect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How the cells lie in the window just now. */
export interface GridView {
  readonly tab: number;
  /** The part of the grid's element that shows cells and their heads. */
  readonly area: CellRect;
  /** Left and upper edge of a cell within the tab, nothing scrolled and no heads counted. */
  readonly edgeOf: (row: number, column: number) => { readonly left: number; readonly top: number };
  readonly heads: { readonly width: number; readonly height: number };
  readonly frozen: { readonly width: number; readonly height: number };
  readonly scrolled: { readonly left: number; readonly top: number };
  readonly scale: number;
}

/** What a grid tells the page. */
export interface GridEvents {
  /** The person opens a cell to edit it. */
  readonly opened: (place: CellPlace) => void;
  /** The person leaves a cell that they opened as it was. */
  readonly abandoned: (place: CellPlace) => void;
  /** The person entered something: texts are as typed. */
  readonly edited: (edit: Entered) => void;
  /** Another cell is the current one. */
  readonly selected: (place: CellPlace) => void;
  /** Scrolled, resized, or another tab: whatever floats over the cells has to move. */
  readonly moved: () => void;
  /** The person asked for something that is not done here; the words are for them. */
  readonly notDone: (words: Bilingual) => void;
  /** Something that a person asked for cannot be done; the reason is for them. */
  readonly barred: (place: CellPlace, given?: CellEdit['values'][number][number]) => boolean;
}

/** A spreadsheet in the page. Whatever draws it stays behind this. */
export interface Grid {
  /** Shows a workbook; another one, or another state, in the place of what is shown. The tab and cell that were current stay so. */
  readonly show: (workbook: PageWorkbook) => void;
  /** Settles when what is shown can be worked in. */
  readonly ready: () => Promise<void>;
  /** Puts other contents into cells of the workbook that is shown; nobody is told that they were edited. */
  readonly put: (changes: readonly CellChange[], looks: Readonly<Record<string, Look>>) => void;
  /** What stands in a cell on the screen, with what the person entered. */
  readonly cellAt: (place: CellPlace) => PageCell | null;
  readonly current: () => CellPlace | undefined;
  readonly goTo: (place: CellPlace) => void;
  /** Enters something as if the person had typed it. */
  readonly enter: (place: CellPlace, text: string) => void;
  /** Whether the person is typing, or what they entered has not been told yet. */
  readonly isEditing: () => boolean;
  /** Enters what is being typed, as if the person had gone on to another cell; settles when it has been told, or refused. */
  readonly finish: () => Promise<void>;
  readonly view: () => GridView | undefined;
  readonly focus: () => void;
  /** Hands a turn of the wheel over something that floats on to the cells under it. */
  readonly wheel: (event: WheelEvent) => void;
}

/** Where a cell is seen within the area of cells; it may be scrolled out of sight. */
export function rectOf(view: GridView, row: number, column: number): CellRect {
  const { edgeOf, heads, frozen, scrolled, scale } = view;
  const from = edgeOf(row, column);
  const to = edgeOf(row + 1, column + 1);
  const left = heads.width + from.left - (from.left < frozen.width ? 0 : scrolled.left);
  const top = heads.height + from.top - (from.top < frozen.height ? 0 : scrolled.top);
  return {
    left: left * scale,
    top: top * scale,
    width: (to.left - from.left) * scale,
    height: (to.top - from.top) * scale,
  };
}
