import {
  CanceledError,
  type ICellData,
  type IMutationInfo,
  IUndoRedoService,
  type Nullable,
  RedoCommandId,
  UndoCommandId,
} from '@univerjs/core';
import { SetRangeValuesMutation } from '@univerjs/preset-sheets-core';
import { EDIT_REFUSALS } from '../../../../domain/messages/edit-messages.ts';
import { cellName } from '../../../../workbook/a1.ts';
import { shownText } from '../../model/read-cell.ts';
import type { CellPlace, GridEvents } from '../grid.ts';
import { heldIn } from './edits-seen.ts';
import type { Sheets } from './sheets.ts';

interface SetParams {
  readonly subUnitId: string;
  readonly cellValue?: Readonly<Record<number, Readonly<Record<number, Nullable<ICellData>>>>>;
}

interface Left {
  readonly place: CellPlace;
  readonly data: Nullable<ICellData>;
}

/** What mutations left in their cells; of several in one cell the last. */
function leftBy(mutations: readonly IMutationInfo[]): readonly Left[] {
  const left = new Map<string, Left>();
  for (const { id, params } of mutations) {
    if (id !== SetRangeValuesMutation.id) continue;
    const { subUnitId, cellValue = {} } = params as SetParams;
    for (const [row, cells] of Object.entries(cellValue))
      for (const [column, data] of Object.entries(cells))
        left.set(`${subUnitId} ${row} ${column}`, {
          place: { tab: Number(subUnitId), row: Number(row), column: Number(column) },
          data,
        });
  }
  return [...left.values()];
}

/**
 * Undoing puts back what stood in a cell before one's own entry. Where something else stands there now, as somebody else entered it since, that
 * would go without a word: it is left alone, the person is told, and the next undo goes on with the entry before.
 */
export function guardUndo(sheets: Sheets, notDone: GridEvents['notDone']): void {
  const stack = sheets.injector.get(IUndoRedoService);
  const isOther = ({ place: { tab, row, column }, data }: Left) =>
    heldIn(data) !== heldIn(sheets.sheet(tab)?.getCellRaw(row, column));
  const guard = (left: readonly Left[], pass: () => void): void => {
    const other = left.find(isOther);
    if (other === undefined) return;
    const { row, column } = other.place;
    notDone(EDIT_REFUSALS.notUndone(cellName(row, column), shownText(sheets.cellAt(other.place))));
    pass();
    throw new CanceledError();
  };
  sheets.commands.beforeCommandExecuted(({ id }) => {
    if (id === UndoCommandId)
      guard(leftBy(stack.pitchTopUndoElement()?.redoMutations ?? []), () => stack.popUndoToRedo());
    if (id === RedoCommandId)
      guard(leftBy(stack.pitchTopRedoElement()?.undoMutations ?? []), () => stack.popRedoToUndo());
  });
}
