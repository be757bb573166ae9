import { driveError, driveFileNotFound } from '../contract/drive-error.ts';
import { type Call, param, queryText } from '../http/call.ts';
import { assertDriveAccess } from '../identity/access.ts';
import type { DriveFile, Role, StoredFile } from '../model/drive-file.ts';

/** One change of a file's record, looked at alone and on the disk before the answer. */
export async function updateFile<T>(
  call: Call,
  atLeast: Role,
  change: (file: DriveFile, stored: StoredFile) => { readonly file: DriveFile; readonly result: T },
): Promise<T> {
  const id = param(call, 'fileId');
  assertDriveAccess(call.service.store.get(id), id, call.caller, atLeast);
  const outcome = await call.service.store.update(id, (stored) => {
    assertDriveAccess(stored, id, call.caller, atLeast);
    const { file, result } = change(stored.file, stored);
    return { next: file === stored.file ? stored : { ...stored, file }, result: { value: result } };
  });
  if (outcome === undefined) throw driveFileNotFound(id);
  return outcome.value;
}

export function readFile(call: Call, atLeast: Role): StoredFile {
  const id = param(call, 'fileId');
  return assertDriveAccess(call.service.store.get(id), id, call.caller, atLeast);
}

/** about and comments have so many fields that Drive insists on a choice [D]. */
export function requireFields(call: Call): void {
  if (queryText(call, 'fields')) return;
  throw driveError({
    code: 400,
    reason: 'required',
    message: "The 'fields' parameter is required for this method.",
    location: 'fields',
  });
}
