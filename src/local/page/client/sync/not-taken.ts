import { EDIT_REFUSALS } from '../../../../domain/messages/edit-messages.ts';
import { cellName } from '../../../../workbook/a1.ts';
import type { CellEdit } from '../../model/cell-edit.ts';
import type { EditsAnswer } from './api.ts';

const NOTHING: EditsAnswer = { outcomes: [], isBusy: false, changes: { kind: 'none' } };

/** Of edits that the server does not take together none is refused yet: each is to be sent alone. One that it does not take alone is. */
export function notTaken(edits: readonly CellEdit[]): EditsAnswer {
  const [edit, second] = edits;
  if (edit === undefined || second !== undefined) return NOTHING;
  const given = String(edit.values[0]?.[0] ?? '');
  const reason = EDIT_REFUSALS.notRead(cellName(edit.row, edit.column), given);
  return { ...NOTHING, outcomes: [{ id: edit.id, outcome: 'refused', reason }] };
}
