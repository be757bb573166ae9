import { CanceledError, type ICellData } from '@univerjs/core';
import {
  SetRangeValuesCommand,
  SheetCopyCommand,
  SheetCutCommand,
  SheetPasteShortKeyCommand,
  SheetsSelectionsService,
} from '@univerjs/preset-sheets-core';
import { editText } from '../../model/edit-text.ts';
import type { PageCell } from '../../model/page-workbook.ts';
import { shownText } from '../../model/read-cell.ts';
import type { CellPlace, GridEvents } from '../grid.ts';
import { parseTable } from '../parse-table.ts';
import { type Sheets, tabOf } from './sheets.ts';
import { typedData } from './typing.ts';

interface Copied {
  readonly text: string;
  /** What to type for the same values; a formula's value goes along, not the formula. */
  readonly typed: readonly (readonly string[])[];
  /** The cells that are emptied when they are put elsewhere. */
  readonly cut: readonly CellPlace[];
}

interface Range {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

function placesOf(
  tab: number,
  { startRow, endRow, startColumn, endColumn }: Range,
): readonly (readonly CellPlace[])[] {
  return Array.from({ length: endRow - startRow + 1 }, (_, down) =>
    Array.from({ length: endColumn - startColumn + 1 }, (__, right) => ({
      tab,
      row: startRow + down,
      column: startColumn + right,
    })),
  );
}

/** Line ends differ by program, and the last one may be missing. */
function comparable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
}

function withoutFormula(cell: PageCell | null): PageCell | null {
  if (cell?.formula === undefined) return cell;
  const { formula: _formula, ...rest } = cell;
  return rest;
}

/** Copying and pasting of values: what comes from this workbook stays what it is, what comes from elsewhere is as if typed. */
export class Paste {
  readonly #sheets: Sheets;
  readonly #barred: GridEvents['barred'];
  #copied: Copied | undefined;

  constructor(sheets: Sheets, barred: GridEvents['barred']) {
    this.#sheets = sheets;
    this.#barred = barred;
    sheets.commands.onCommandExecuted(({ id }) => {
      if (id === SheetCopyCommand.id) this.#copied = this.#remembered(false);
      if (id === SheetCutCommand.id) this.#copied = this.#remembered(true);
    });
    sheets.commands.beforeCommandExecuted(({ id, params }) => {
      if (id !== SheetPasteShortKeyCommand.id) return;
      this.#paste((params as { readonly textContent?: string } | undefined)?.textContent ?? '');
      throw new CanceledError();
    });
  }

  #selection(): { readonly tab: number; readonly range: Range } | undefined {
    const sheet = this.#sheets.active();
    const range = this.#sheets.injector.get(SheetsSelectionsService).getCurrentLastSelection()?.range;
    return sheet === undefined || range === undefined ? undefined : { tab: tabOf(sheet), range };
  }

  #remembered(isCut: boolean): Copied | undefined {
    const selected = this.#selection();
    if (selected === undefined) return undefined;
    const places = placesOf(selected.tab, selected.range);
    const cells = places.map((line) => line.map((place) => this.#sheets.cellAt(place)));
    const { locale, year } = this.#sheets.typing();
    const typed = (cell: PageCell | null) =>
      editText(withoutFormula(cell), this.#sheets.lookOf(cell), locale, year);
    return {
      text: cells.map((line) => line.map(shownText).join('\t')).join('\n'),
      typed: cells.map((line) => line.map(typed)),
      cut: isCut ? places.flat() : [],
    };
  }

  /** The texts to type, and the cells to empty, for what lies on the clipboard. */
  #meant(text: string): Omit<Copied, 'text'> {
    const copied = this.#copied;
    const isOurs = copied !== undefined && comparable(copied.text) === comparable(text);
    return isOurs ? copied : { typed: parseTable(text), cut: [] };
  }

  #paste(text: string): void {
    const selected = this.#selection();
    const { typed, cut } = this.#meant(text);
    if (selected === undefined || typed.length === 0) return;
    const targets = this.#targets(selected, typed);
    if (targets.some(({ place, entered }) => this.#barred(place, entered))) return;
    const sheet = this.#sheets.sheet(selected.tab);
    const emptied = cut.filter((from) => from.tab === selected.tab);
    const cellValue: Record<number, Record<number, ICellData>> = {};
    const put = ({ row, column }: CellPlace, data: ICellData) => {
      cellValue[row] = { ...cellValue[row], [column]: data };
    };
    for (const place of emptied) put(place, typedData('', place, this.#sheets));
    for (const { place, entered } of targets) put(place, typedData(entered, place, this.#sheets));
    this.#sheets.commands.syncExecuteCommand(SetRangeValuesCommand.id, {
      unitId: this.#sheets.workbook()?.getUnitId(),
      subUnitId: sheet?.getSheetId(),
      value: cellValue,
    });
    if (cut.length > 0) this.#copied = undefined;
  }

  /**
   * One value fills all that is selected; a block goes from the first selected cell on. What of it would stand beyond the end of the tab is a target
   * too, so that the person is told of it; blank cells there are none.
   */
  #targets({ tab, range }: { readonly tab: number; readonly range: Range }, typed: Copied['typed']) {
    const isSingle = typed.length === 1 && typed[0]?.length === 1;
    const sheet = this.#sheets.sheet(tab);
    const height = isSingle ? range.endRow - range.startRow + 1 : typed.length;
    const width = isSingle
      ? range.endColumn - range.startColumn + 1
      : Math.max(...typed.map((line) => line.length));
    const places = placesOf(tab, {
      startRow: range.startRow,
      startColumn: range.startColumn,
      endRow: range.startRow + height - 1,
      endColumn: range.startColumn + width - 1,
    });
    const [rows, columns] = [sheet?.getRowCount() ?? 0, sheet?.getColumnCount() ?? 0];
    return places
      .flatMap((line, down) =>
        line.map((place, right) => ({
          place,
          entered: (isSingle ? typed[0]?.[0] : typed[down]?.[right]) ?? '',
        })),
      )
      .filter(({ place, entered }) => entered !== '' || (place.row < rows && place.column < columns));
  }
}
