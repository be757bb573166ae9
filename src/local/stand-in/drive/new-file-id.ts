import { driveInvalid } from '../contract/drive-error.ts';
import { notImplemented } from '../contract/google-error.ts';
import type { JsonValue } from '../contract/json.ts';
import type { Call } from '../http/call.ts';
import { SPREADSHEET_TYPE } from '../model/drive-file.ts';

/** The id of a new file. Google takes none from outside for a spreadsheet (measured by others); for other files it does. */
export function newFileId(call: Call, wanted: JsonValue | undefined, mimeType: string): string {
  if (wanted === undefined || wanted === null) return call.service.newFileId();
  if (mimeType === SPREADSHEET_TYPE)
    throw driveInvalid('Generated IDs are not supported for Docs Editors formats.', 'file.id');
  throw notImplemented('a new file under an id of the client’s own');
}
