import { driveError } from '../contract/drive-error.ts';
import { notImplemented } from '../contract/google-error.ts';
import type { JsonObject } from '../contract/json.ts';

/** What Drive itself knows of a file: nobody sets it by an update. */
const TOLD_ONLY = [
  'id',
  'createdTime',
  'owners',
  'permissions',
  'capabilities',
  'lastModifyingUser',
  'shared',
  'size',
  'version',
  'headRevisionId',
  'md5Checksum',
  'webViewLink',
];

/** What Drive takes and this server has no use for: refused, so that nobody takes it for done. */
const NOT_BUILT = [
  'modifiedTime',
  'viewedByMeTime',
  'viewersCanCopyContent',
  'downloadRestrictions',
  'inheritedPermissionsDisabled',
  'shortcutDetails',
];

/** Of an update: the words for parents and for read-only fields are general knowledge (docs/stand-in.md). */
export function assertUpdatable(body: JsonObject, mimeType: string): void {
  if (body['parents'] !== undefined)
    throw notWritable(
      'The parents field is not directly writable in update requests. Use the addParents and removeParents parameters instead.',
    );
  if (TOLD_ONLY.some((name) => body[name] !== undefined))
    throw notWritable('The resource body includes fields which are not directly writable.');
  assertBuilt(body);
  if (body['mimeType'] !== undefined && body['mimeType'] !== mimeType)
    throw notImplemented('a file that changes its mimeType');
}

export function assertBuilt(body: JsonObject): void {
  const name = NOT_BUILT.find((one) => body[one] !== undefined);
  if (name !== undefined) throw notImplemented(`files with ${name}`);
}

function notWritable(message: string) {
  return driveError({ code: 403, reason: 'fieldNotWritable', message });
}
