import { driveFileNotFound, driveForbidden } from '../contract/drive-error.ts';
import {
  badRequest,
  failedPrecondition,
  type GoogleError,
  notFound,
  permissionDenied,
} from '../contract/google-error.ts';
import type { DriveFile, Permission, Role, StoredFile } from '../model/drive-file.ts';
import { FOLDER_TYPE, isLocked } from '../model/drive-file.ts';
import type { Editor } from '../model/protection.ts';
import type { Workbook } from '../model/workbook.ts';
import type { FileStore } from '../storage/file-store.ts';
import type { Account } from './accounts.ts';

const RANKS: Readonly<Record<Role, number>> = {
  reader: 1,
  commenter: 2,
  writer: 3,
  fileOrganizer: 4,
  organizer: 5,
  owner: 6,
};

/** The strongest role that any permission of the file gives the account. */
export function roleOf(file: DriveFile, account: Account): Role | undefined {
  const roles = file.permissions.filter((permission) => covers(permission, account)).map(({ role }) => role);
  return roles.toSorted((a, b) => RANKS[b] - RANKS[a])[0];
}

function covers(permission: Permission, account: Account): boolean {
  switch (permission.type) {
    case 'anyone':
      return true;
    case 'domain':
      return account.email.toLowerCase().endsWith(`@${(permission.domain ?? '').toLowerCase()}`);
    default:
      return permission.emailAddress?.toLowerCase() === account.email.toLowerCase();
  }
}

export function hasRole(file: DriveFile, account: Account, atLeast: Role): boolean {
  const role = roleOf(file, account);
  return role !== undefined && RANKS[role] >= RANKS[atLeast];
}

/** A writer shares a file unless its owner has kept that for herself [D]. */
export function mayShare(file: DriveFile, account: Account): boolean {
  return hasRole(file, account, file.extra['writersCanShare'] === false ? 'owner' : 'writer');
}

export function editorOf(file: DriveFile, account: Account): Editor {
  const owner = file.permissions.find(({ role }) => role === 'owner');
  return {
    email: account.email,
    isOwner: roleOf(file, account) === 'owner',
    ownerEmail: owner?.emailAddress ?? account.email,
  };
}

export interface OpenedWorkbook {
  readonly file: DriveFile;
  readonly workbook: Workbook;
}

/** Sheets tells an unknown spreadsheet (404) from one that the caller may not see (403): both recorded. */
export function openedForSheets(
  stored: StoredFile | undefined,
  account: Account,
  atLeast: Role,
): OpenedWorkbook {
  if (stored === undefined) throw notFound();
  if (stored.workbook === undefined) throw notASpreadsheet(stored.file, account);
  if (!hasRole(stored.file, account, atLeast)) throw permissionDenied();
  // What Google says of a locked file is not known; the caller may not edit it, and is told so.
  if (atLeast === 'writer' && isLocked(stored.file)) throw permissionDenied();
  return { file: stored.file, workbook: stored.workbook };
}

const EDITORS_TYPE = 'application/vnd.google-apps.';
const OFFICE_TYPE = /^application\/(vnd\.ms-excel|vnd\.openxmlformats-officedocument\.spreadsheetml)/;

/** To Sheets a document of another editor is not there, and anything else is no argument, for who may see it (measured by others). */
function notASpreadsheet(file: DriveFile, account: Account): GoogleError {
  const { mimeType } = file;
  const isOtherEditors = mimeType.startsWith(EDITORS_TYPE) && mimeType !== FOLDER_TYPE;
  if (!hasRole(file, account, 'reader') || isOtherEditors) return notFound();
  return OFFICE_TYPE.test(mimeType)
    ? failedPrecondition(
        'This operation is not supported for this document. The document must not be an Office file.',
      )
    : badRequest('Request contains an invalid argument.');
}

/** Drive hides what the caller may not see behind the same 404 as what is not there. */
export function assertDriveAccess(
  stored: StoredFile | undefined,
  id: string,
  account: Account,
  atLeast: Role,
): StoredFile {
  if (stored === undefined || !hasRole(stored.file, account, 'reader')) throw driveFileNotFound(id);
  if (!hasRole(stored.file, account, atLeast)) throw driveForbidden();
  return stored;
}

export function visibleFiles(store: FileStore, account: Account): readonly StoredFile[] {
  return store.all().filter(({ file }) => roleOf(file, account) !== undefined);
}
