import type { JsonObject } from '../contract/json.ts';
import type { Call, WebPlace } from '../http/call.ts';
import { hasRole, mayShare, roleOf } from '../identity/access.ts';
import type { Account } from '../identity/accounts.ts';
import {
  type DriveFile,
  FOLDER_TYPE,
  isCopyClosed,
  isLocked,
  type Permission,
  restrictionOf,
  SPREADSHEET_TYPE,
} from '../model/drive-file.ts';
import { exportLinksOf } from './export-formats.ts';
import { permissionIdOf } from './file-record.ts';
import { contentFields } from './kept-content.ts';

/** Every field of a Drive v3 file that this server knows, as the caller sees it; masks choose among them. */
export function fileView(file: DriveFile, { caller, service }: Pick<Call, 'caller' | 'service'>): JsonObject {
  const owners = file.permissions.filter(({ role }) => role === 'owner');
  const canEdit = hasRole(file, caller, 'writer');
  const isMine = roleOf(file, caller) === 'owner';
  return {
    kind: 'drive#file',
    id: file.id,
    name: file.name,
    mimeType: file.mimeType,
    starred: file.starred,
    trashed: file.trashed,
    explicitlyTrashed: file.trashed,
    ...(file.parents.length === 0 ? {} : { parents: file.parents }),
    spaces: ['drive'],
    version: String(file.version),
    webViewLink: webViewLinkOf(file, service.web),
    iconLink: `https://drive-thirdparty.googleusercontent.com/16/type/${file.mimeType}`,
    hasThumbnail: false,
    thumbnailVersion: '0',
    ...timesOf(file, caller, isMine),
    owners: owners.map((owner) => userView(owner.emailAddress ?? '', owner.displayName, caller)),
    lastModifyingUser: memberView(file, file.lastModifyingUser, caller),
    ownedByMe: isMine,
    shared: file.permissions.length > 1,
    capabilities: capabilitiesOf(file, caller),
    viewersCanCopyContent: !isCopyClosed(file),
    copyRequiresWriterPermission: false,
    writersCanShare: true,
    ...contentView(file),
    isAppAuthorized: true,
    linkShareMetadata: { securityUpdateEligible: false, securityUpdateEnabled: true },
    ...file.extra,
    ...restrictionsView(file, caller),
    ...(canEdit
      ? {
          permissions: file.permissions.map(permissionView),
          permissionIds: file.permissions.map(({ id }) => id),
        }
      : {}),
  };
}

/** Looking at a file leaves no trace here: its owner saw it when it last changed (recorded in the words of Drive v2). */
function timesOf(file: DriveFile, caller: Account, isMine: boolean): JsonObject {
  const { createdTime, modifiedTime } = file;
  const modifiedByMe = file.lastModifyingUser === caller.email;
  return {
    createdTime,
    modifiedTime,
    modifiedByMe,
    ...(modifiedByMe ? { modifiedByMeTime: modifiedTime } : {}),
    viewedByMe: isMine,
    ...(isMine ? { viewedByMeTime: modifiedTime } : { sharedWithMeTime: createdTime }),
  };
}

/** What Google says of each spreadsheet, large or small (recorded in the words of Drive v2). */
const SHEET_BYTES = '1024';

function contentView(file: DriveFile): JsonObject {
  const { id, mimeType } = file;
  if (mimeType !== SPREADSHEET_TYPE) return { quotaBytesUsed: '0', ...contentFields(file) };
  return {
    exportLinks: exportLinksOf(id),
    size: SHEET_BYTES,
    quotaBytesUsed: SHEET_BYTES,
  };
}

function restrictionsView(file: DriveFile, caller: Account): JsonObject {
  const restriction = restrictionOf(file);
  if (restriction === undefined) return {};
  const { restrictingUser, ...rest } = restriction;
  const user = memberView(file, restrictingUser?.emailAddress ?? '', caller);
  return { contentRestrictions: [{ ...rest, restrictingUser: user }] };
}

function webViewLinkOf(file: DriveFile, { origin }: WebPlace): string {
  if (file.mimeType === FOLDER_TYPE) return `https://drive.google.com/drive/folders/${file.id}`;
  return file.mimeType === SPREADSHEET_TYPE
    ? `${origin}/spreadsheets/d/${file.id}/edit?usp=drivesdk`
    : `https://drive.google.com/file/d/${file.id}/view?usp=drivesdk`;
}

/** Somebody who has, or had, to do with a file, called as in its permissions. */
export function memberView(file: DriveFile, email: string, caller: Account): JsonObject {
  const member = file.permissions.find(({ emailAddress }) => emailAddress === email);
  return userView(email, member?.displayName, caller);
}

/** Nobody has a picture here; this is the one Google shows then. */
const PHOTO = 'https://lh3.googleusercontent.com/a/default-user=s64';

export function userView(email: string, displayName: string | undefined, caller: Account): JsonObject {
  return {
    kind: 'drive#user',
    displayName: displayName ?? email.split('@')[0] ?? email,
    photoLink: PHOTO,
    me: email === caller.email,
    permissionId: permissionIdOf(email),
    emailAddress: email,
  };
}

function capabilitiesOf(file: DriveFile, caller: Account): JsonObject {
  const isWriter = hasRole(file, caller, 'writer');
  const isOwner = roleOf(file, caller) === 'owner';
  const canEdit = isWriter && !isLocked(file);
  const mayTakeAway = isWriter || !isCopyClosed(file);
  const mayLock = isOwner || (isWriter && restrictionOf(file)?.ownerRestricted !== true);
  return {
    canEdit,
    canModifyContent: canEdit,
    canRename: canEdit,
    canShare: mayShare(file, caller),
    canComment: hasRole(file, caller, 'commenter') && !isLocked(file),
    canCopy: mayTakeAway,
    canDownload: mayTakeAway,
    canReadRevisions: isWriter,
    canChangeCopyRequiresWriterPermission: isWriter,
    canChangeViewersCanCopyContent: isWriter,
    canModifyContentRestriction: mayLock,
    canModifyEditorContentRestriction: mayLock,
    canModifyOwnerContentRestriction: isOwner,
    canRemoveContentRestriction: mayLock && isLocked(file),
    canDelete: isOwner,
    canTrash: isOwner,
    canUntrash: isOwner,
    ...folderCapabilities(file, canEdit),
    canAcceptOwnership: false,
    canAddMyDriveParent: false,
    canChangeSecurityUpdateEnabled: false,
    canModifyLabels: false,
    canMoveItemIntoTeamDrive: isOwner,
    canMoveItemOutOfDrive: isOwner,
    canMoveItemWithinDrive: canEdit,
    canReadLabels: false,
    canRemoveMyDriveParent: isOwner,
  };
}

function folderCapabilities({ mimeType }: DriveFile, canEdit: boolean): JsonObject {
  const isFolder = mimeType === FOLDER_TYPE;
  return {
    canAddChildren: isFolder && canEdit,
    canListChildren: isFolder,
    canMoveChildrenWithinDrive: isFolder && canEdit,
    canRemoveChildren: isFolder && canEdit,
  };
}

export function permissionView(permission: Permission): JsonObject {
  const { id, type, role, emailAddress, displayName, domain, allowFileDiscovery } = permission;
  return {
    kind: 'drive#permission',
    id,
    type,
    role,
    ...(emailAddress === undefined ? {} : { emailAddress }),
    ...(displayName === undefined ? {} : { displayName }),
    ...(domain === undefined ? {} : { domain }),
    ...(type === 'anyone' || type === 'domain' ? { allowFileDiscovery: allowFileDiscovery ?? false } : {}),
    ...(type === 'user' || type === 'group' ? { deleted: false, pendingOwner: false } : {}),
  };
}
