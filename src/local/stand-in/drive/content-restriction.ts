import { driveForbidden, driveInvalid } from '../contract/drive-error.ts';
import type { JsonObject } from '../contract/json.ts';
import type { Call } from '../http/call.ts';
import { hasRole, roleOf } from '../identity/access.ts';
import {
  type ContentRestriction,
  type DriveFile,
  isCopyClosed,
  isLocked,
  restrictionOf,
} from '../model/drive-file.ts';
import { userView } from './file-view.ts';

export function assertUnlocked(file: DriveFile): void {
  if (isLocked(file))
    throw driveForbidden('The content of the file is restricted.', 'contentRestrictionsViolated');
}

/** Whether who only reads may have a copy of her own, in whatever form: its owner may have kept that for writers. */
export function assertMayTake(
  call: Call,
  file: DriveFile,
  { reason, verb }: { readonly reason: string; readonly verb: string },
): void {
  if (!isCopyClosed(file) || hasRole(file, call.caller, 'writer')) return;
  throw driveForbidden(`This file cannot be ${verb} by the user.`, reason);
}

/** The file locked or unlocked as the body says; where only an owner may, nobody else does. */
export function withRestriction(call: Call, file: DriveFile, body: JsonObject): DriveFile {
  const [wanted] = (body['contentRestrictions'] ?? []) as readonly ContentRestriction[];
  if (wanted === undefined) return file;
  const isOwner = roleOf(file, call.caller) === 'owner';
  const isOwnersAlone = wanted.ownerRestricted === true || restrictionOf(file)?.ownerRestricted === true;
  if (isOwnersAlone && !isOwner) throw driveForbidden();
  if (wanted.readOnly !== true && wanted.reason !== undefined)
    throw driveInvalid('A reason is only taken together with readOnly.', 'contentRestrictions');
  const { contentRestrictions: _before, ...extra } = file.extra;
  if (wanted.readOnly !== true) return { ...file, extra };
  const restriction: JsonObject = {
    readOnly: true,
    ...(wanted.reason === undefined ? {} : { reason: wanted.reason }),
    restrictingUser: userView(call.caller.email, call.caller.displayName, call.caller),
    restrictionTime: call.service.now().toISOString(),
    type: 'globalContentRestriction',
    ...(wanted.ownerRestricted === undefined ? {} : { ownerRestricted: wanted.ownerRestricted }),
  };
  return { ...file, extra: { ...extra, contentRestrictions: [restriction] } };
}
