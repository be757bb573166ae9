import type { Cell } from '../../../domain/grid.ts';
import { readGrid } from '../read-grid.ts';
import { readSharedStrings } from '../shared-strings.ts';
import type { SheetEditor } from '../sheet-editor.ts';
import type { WorkbookEditor } from '../workbook-editor.ts';
import { fixedName, inTab } from './area-name.ts';

/** The note by which the hidden tab of lists is known again, and its title. */
const LISTS_KEY = 'par.lists';
export const LISTS_TITLE = 'par.lists';

/** One list in a column of the hidden tab. */
interface PlacedList {
  readonly values: string;
  readonly reference: string;
}

/**
 * Lists of a drop-down that do not fit into the rule itself: Excel takes 255 characters there and parts them at every
 * comma. They stand in a hidden tab, one to a column, each once; columns are only ever added.
 */
export class ListsTab {
  readonly #workbook: WorkbookEditor;
  readonly #open: (sheetId: number) => SheetEditor;
  #known: PlacedList[] | undefined;
  #sheetId: number | undefined;

  constructor(workbook: WorkbookEditor, open: (sheetId: number) => SheetEditor) {
    this.#workbook = workbook;
    this.#open = open;
  }

  /** Where a list can be read from. */
  place(values: readonly string[]): string {
    const key = JSON.stringify(values);
    const known = this.#lists().find((list) => list.values === key);
    if (known !== undefined) return known.reference;
    const column = this.#lists().length;
    this.#sheetId ??= this.#workbook.addHiddenSheet(LISTS_TITLE, LISTS_KEY);
    this.#open(this.#sheetId).write(
      0,
      column,
      values.map((value) => [{ value }]),
    );
    const reference = this.#reference(this.#sheetId, column, values.length);
    this.#lists().push({ values: key, reference });
    return reference;
  }

  #reference(sheetId: number, left: number, height: number): string {
    const title = this.#workbook.titleOf(sheetId) ?? LISTS_TITLE;
    return inTab(title, fixedName({ top: 0, left, height, width: 1 }));
  }

  #lists(): PlacedList[] {
    this.#known ??= this.#read();
    return this.#known;
  }

  #read(): PlacedList[] {
    const sheetId = this.#workbook.sheetWithNote(LISTS_KEY);
    this.#sheetId = sheetId;
    if (sheetId === undefined) return [];
    const { package: parts, parts: listed } = this.#workbook;
    const strings =
      listed.sharedStringsPath === undefined
        ? []
        : readSharedStrings(parts.bytesOf(listed.sharedStringsPath));
    const grid = readGrid(parts.bytesOf(this.#workbook.pathOf(sheetId)), strings);
    const width = Math.max(0, ...grid.map((row) => row.length));
    return Array.from({ length: width }, (_, column) => {
      const values = grid.map((row): Cell => row[column] ?? null).filter((value) => value !== null);
      return {
        values: JSON.stringify(values),
        reference: this.#reference(sheetId, column, values.length),
      };
    });
  }
}
