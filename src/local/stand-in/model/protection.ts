import { Refusal } from '../refusal.ts';
import { type Box, boxOf, intersection } from './box.ts';
import type { ProtectedRange } from './wire.ts';
import type { Sheet, Workbook } from './workbook.ts';

/** Who edits, as far as protection asks. */
export interface Editor {
  readonly email: string;
  readonly isOwner: boolean;
  readonly ownerEmail: string;
}

const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** The owner and the listed editors may; `warningOnly` stops nobody (sheets-api.md §4.9). */
export function mayEdit(protection: ProtectedRange, editor: Editor): boolean {
  return (
    protection.warningOnly === true ||
    editor.isOwner ||
    (protection.editors?.users ?? []).some((user) => user.toLowerCase() === editor.email.toLowerCase())
  );
}

export function assertEditable(workbook: Workbook, sheet: Sheet, box: Box, editor: Editor): void {
  if (isProtected(workbook, sheet, box, editor)) throw new Refusal(PROTECTED);
}

function isProtected(workbook: Workbook, sheet: Sheet, box: Box, editor: Editor): boolean {
  return sheet.attachments.protectedRanges.some((protection) => {
    if (mayEdit(protection, editor)) return false;
    const hit = intersection(protectedBox(workbook, sheet, protection), box);
    return hit !== undefined && !isOpen(workbook, sheet, protection, hit);
  });
}

function protectedBox(workbook: Workbook, sheet: Sheet, protection: ProtectedRange): Box {
  return boxOf(workbook, { ...protection.range, sheetId: sheet.sheetId });
}

/** Whether every cell hit lies in one of the ranges that a whole-sheet protection leaves open. */
function isOpen(workbook: Workbook, sheet: Sheet, protection: ProtectedRange, hit: Box): boolean {
  return (protection.unprotectedRanges ?? []).some((range) => {
    const open = boxOf(workbook, { ...range, sheetId: sheet.sheetId });
    return (
      open.top <= hit.top && open.bottom >= hit.bottom && open.left <= hit.left && open.right >= hit.right
    );
  });
}
