import { IEditorBridgeService, KeyCode } from '@univerjs/preset-sheets-core';
import type { PageCell } from '../../model/page-workbook.ts';
import type { CellPlace, GridEvents } from '../grid.ts';
import type { Sheets } from './sheets.ts';

/** Tells of the cell whose editor is opened, and keeps what stood in it then: others may change the cell under the open editor. */
export class EditorSeen {
  readonly #events: Pick<GridEvents, 'opened' | 'abandoned'>;
  #open: { readonly place: CellPlace; readonly cell: PageCell | null } | undefined;
  #isVisible = false;

  constructor(sheets: Sheets, events: Pick<GridEvents, 'opened' | 'abandoned'>) {
    this.#events = events;
    const editor = sheets.injector.get(IEditorBridgeService);
    editor.visible$.subscribe(({ visible, keycode }) => {
      // F2 and a click into the formula bar tell once more that an open editor is to be seen.
      const isOpened = visible && !this.#isVisible;
      this.#isVisible = visible;
      const at = editor.getEditLocation();
      if (isOpened && at) {
        const place = { tab: Number(at.sheetId), row: at.row, column: at.column };
        this.#open = { place, cell: sheets.cellAt(place) };
        events.opened(place);
      } else if (!visible && keycode === KeyCode.ESC) this.abandon();
    });
  }

  /** What a cell held when it was opened; undefined where it was not. */
  cellIn({ tab, row, column }: CellPlace): PageCell | null | undefined {
    const { place, cell } = this.#open ?? {};
    return place?.tab === tab && place.row === row && place.column === column ? cell : undefined;
  }

  /** The cell is left as it was. */
  abandon(): void {
    if (this.#open !== undefined) this.#events.abandoned(this.#open.place);
    this.#open = undefined;
  }
}
