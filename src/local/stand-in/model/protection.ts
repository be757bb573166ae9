import { Refusal } from '../refusal.ts';
import { type Box, intersection, standingBox } from './box.ts';
import type { Dimension, GridRange, ProtectedRange } from './wire.ts';
import type { Sheet, Workbook } from './workbook.ts';

/** Who edits, as far as protection asks. */
export interface Editor {
  readonly email: string;
  readonly isOwner: boolean;
  readonly ownerEmail: string;
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}

const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** The owner and the listed editors may; `warningOnly` stops nobody (docs/stand-in.md, docs/unverified.md row 35). */
export function mayEdit(protection: ProtectedRange, editor: Editor): boolean {
  return (
    protection.warningOnly === true ||
    editor.isOwner ||
    (protection.editors?.users ?? []).some((user) => user.toLowerCase() === editor.email.toLowerCase()) ||
    (protection.editors?.domainUsersCanEdit === true &&
      domainOf(editor.email) === domainOf(editor.ownerEmail))
  );
}

export function assertEditable(workbook: Workbook, sheet: Sheet, box: Box, editor: Editor): void {
  if (isProtected(workbook, sheet, box, editor)) throw new Refusal(PROTECTED);
}

/** What belongs to the tab itself, such as charts, filters and sizes, is closed where the tab is protected as a whole. */
export function assertSheetOpen(sheet: Sheet, editor: Editor): void {
  const isClosed = sheet.attachments.protectedRanges.some(
    (protection) => isWholeSheet(protection.range) && !mayEdit(protection, editor),
  );
  if (isClosed) throw new Refusal(PROTECTED);
}

/** A tab goes only with whoever may edit all of it. */
export function assertUnprotected(sheet: Sheet, editor: Editor): void {
  if (sheet.attachments.protectedRanges.some((protection) => !mayEdit(protection, editor)))
    throw new Refusal(PROTECTED);
}

/** Nothing is put in among protected rows or columns; before and after them it is. */
export function assertOpenBetween(
  workbook: Workbook,
  sheet: Sheet,
  { dimension, line }: { readonly dimension: Dimension; readonly line: number },
  editor: Editor,
): void {
  assertSheetOpen(sheet, editor);
  const isAmong = sheet.attachments.protectedRanges.some((protection) => {
    if (mayEdit(protection, editor)) return false;
    const { top, bottom, left, right } = protectedBox(workbook, sheet, protection);
    return dimension === 'ROWS' ? line > top && line < bottom : line > left && line < right;
  });
  if (isAmong) throw new Refusal(PROTECTED);
}

export function isWholeSheet(range: GridRange | undefined): boolean {
  const { sheetId: _any, ...bounds } = range ?? {};
  return Object.keys(bounds).length === 0;
}

function isProtected(workbook: Workbook, sheet: Sheet, box: Box, editor: Editor): boolean {
  return sheet.attachments.protectedRanges.some((protection) => {
    if (mayEdit(protection, editor)) return false;
    const hit = intersection(protectedBox(workbook, sheet, protection), box);
    return hit !== undefined && !isOpen(workbook, sheet, protection, hit);
  });
}

function protectedBox(workbook: Workbook, sheet: Sheet, protection: ProtectedRange): Box {
  return standingBox(workbook, { ...protection.range, sheetId: sheet.sheetId });
}

/** Whether every cell hit lies in one of the ranges that a whole-sheet protection leaves open. */
function isOpen(workbook: Workbook, sheet: Sheet, protection: ProtectedRange, hit: Box): boolean {
  return (protection.unprotectedRanges ?? []).some((range) => {
    const open = standingBox(workbook, { ...range, sheetId: sheet.sheetId });
    return (
      open.top <= hit.top && open.bottom >= hit.bottom && open.left <= hit.left && open.right >= hit.right
    );
  });
}
