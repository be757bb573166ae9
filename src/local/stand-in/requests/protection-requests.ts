import type { JsonObject } from '../contract/json.ts';
import { boxOf, echoedRange, sheetOf } from '../model/box.ts';
import { mergeByMask } from '../model/masked-merge.ts';
import { isWholeSheet, mayEdit } from '../model/protection.ts';
import type { GridRange, ProtectedRange } from '../model/wire.ts';
import { type Sheet, titleOf, type Workbook, withAttachments, withSheet } from '../model/workbook.ts';
import { NotBuilt, Refusal } from '../refusal.ts';
import { type Applied, type BatchContext, handler, type RequestFamily } from './handler.ts';
import { maskOf } from './update-mask.ts';

function addProtectedRange(
  workbook: Workbook,
  { protectedRange = {} }: { readonly protectedRange?: ProtectedRange },
  context: BatchContext,
): Applied {
  const protectedRangeId = protectedRange.protectedRangeId ?? context.newId();
  if (find(workbook, protectedRangeId) !== undefined) {
    throw new Refusal(`A protected range with id: ${protectedRangeId} already exists.`);
  }
  assertEditorsFit(protectedRange);
  assertOneArea(protectedRange);
  const kept = checked(workbook, { ...protectedRange, protectedRangeId }, context);
  const sheet = sheetOf(workbook, kept.range?.sheetId);
  if (
    isWholeSheet(kept.range) &&
    sheet.attachments.protectedRanges.some(({ range }) => isWholeSheet(range))
  ) {
    throw new Refusal(`Sheet "${titleOf(sheet)}" already has sheet protection.`);
  }
  const protectedRanges = [...sheet.attachments.protectedRanges, kept];
  return {
    workbook: withSheet(workbook, withAttachments(sheet, { protectedRanges })),
    reply: {
      protectedRange: {
        ...shownProtection(kept, context.editor),
        editors: givenEditors(protectedRange.editors),
      },
    },
  };
}

function updateProtectedRange(
  workbook: Workbook,
  { protectedRange = {}, fields }: { readonly protectedRange?: ProtectedRange; readonly fields?: string },
  context: BatchContext,
): Applied {
  const paths = maskOf('ProtectedRange', fields);
  const { sheet, protection } = existing(workbook, protectedRange.protectedRangeId ?? 0);
  assertMayChange(protection, context);
  assertEditorsFit(protectedRange);
  const merged = mergeByMask(protection, protectedRange, paths) as ProtectedRange;
  const kept = checked(workbook, { ...merged, protectedRangeId: protection.protectedRangeId ?? 0 }, context);
  const protectedRanges = sheet.attachments.protectedRanges.map((one) => (one === protection ? kept : one));
  return { workbook: withSheet(workbook, withAttachments(sheet, { protectedRanges })) };
}

function deleteProtectedRange(
  workbook: Workbook,
  { protectedRangeId = 0 }: { readonly protectedRangeId?: number },
  context: BatchContext,
): Applied {
  const { sheet, protection } = existing(workbook, protectedRangeId);
  assertMayChange(protection, context);
  const protectedRanges = sheet.attachments.protectedRanges.filter((one) => one !== protection);
  return { workbook: withSheet(workbook, withAttachments(sheet, { protectedRanges })) };
}

/** What is protected is named in one way when it is written [D]. */
function assertOneArea({ range, namedRangeId, tableId }: ProtectedRange): void {
  if ([range, namedRangeId, tableId].filter((one) => one !== undefined).length > 1)
    throw new Refusal('Only one of range, named_range_id and table_id may be set.');
}

function assertMayChange(protection: ProtectedRange, context: BatchContext): void {
  if (mayEdit(protection, context.editor)) return;
  throw new Refusal(
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  );
}

function assertEditorsFit({ warningOnly, editors }: ProtectedRange): void {
  if (warningOnly !== true || !editors?.users?.length) return;
  throw new Refusal('ProtectedRange is warningOnly. Editors cannot be set on it.');
}

function checked(workbook: Workbook, wanted: ProtectedRange, context: BatchContext): ProtectedRange {
  if (wanted.tableId !== undefined) throw new NotBuilt('protected ranges with tableId');
  const range = wanted.range ?? namedRangeOf(workbook, wanted.namedRangeId);
  boxOf(workbook, range);
  if (wanted.unprotectedRanges?.length && !isWholeSheet(range))
    throw new Refusal('Unprotected ranges are only supported on protected sheets.');
  const { protectedRangeId, namedRangeId, description, warningOnly, unprotectedRanges, editors } = wanted;
  return {
    ...(protectedRangeId === undefined ? {} : { protectedRangeId }),
    range: echoedRange(range),
    ...(namedRangeId === undefined ? {} : { namedRangeId }),
    ...(description ? { description } : {}),
    ...(warningOnly === true ? { warningOnly } : {}),
    ...(unprotectedRanges?.length ? { unprotectedRanges: unprotectedRanges.map(echoedRange) } : {}),
    editors: keptEditors(editors, context),
  };
}

/** The owner and whoever protects a range are among its editors (recorded: a later read lists the owner). */
function keptEditors(editors: ProtectedRange['editors'], { editor }: BatchContext) {
  const users = [...new Set([...(editors?.users ?? []), editor.email, editor.ownerEmail])];
  return { ...givenEditors(editors), users };
}

/** The reply to the request itself echoes only what was given (recorded: `editors: {}`). */
function givenEditors(editors: ProtectedRange['editors']) {
  return {
    ...(editors?.users?.length ? { users: editors.users } : {}),
    ...(editors?.groups?.length ? { groups: editors.groups } : {}),
    ...(editors?.domainUsersCanEdit === true ? { domainUsersCanEdit: true } : {}),
  };
}

/** `editors` is shown to those who may edit the range [D]; `requestingUserCanEdit` is computed for the asker (recorded). */
export function shownProtection(protection: ProtectedRange, editor: BatchContext['editor']): JsonObject {
  const { editors, ...rest } = protection;
  if (!mayEdit(protection, editor)) return rest;
  return { ...rest, requestingUserCanEdit: true, editors: editors ?? {} };
}

function namedRangeOf(workbook: Workbook, namedRangeId: string | undefined): GridRange {
  const named = workbook.namedRanges.find((one) => one.namedRangeId === namedRangeId);
  if (named?.range === undefined) throw new Refusal('A protected range must have a range or a named range.');
  return named.range;
}

function find(workbook: Workbook, protectedRangeId: number) {
  const all = workbook.sheets.flatMap((sheet) =>
    sheet.attachments.protectedRanges.map((protection): { sheet: Sheet; protection: ProtectedRange } => ({
      sheet,
      protection,
    })),
  );
  return all.find(({ protection }) => protection.protectedRangeId === protectedRangeId);
}

function existing(workbook: Workbook, protectedRangeId: number) {
  const found = find(workbook, protectedRangeId);
  if (found === undefined) throw new Refusal(`No protected range with id: ${protectedRangeId}`);
  return found;
}

export const protectionRequests: RequestFamily = {
  addProtectedRange: handler(addProtectedRange),
  updateProtectedRange: handler(updateProtectedRange),
  deleteProtectedRange: handler(deleteProtectedRange),
};
