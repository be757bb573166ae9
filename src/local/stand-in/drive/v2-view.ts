import type { JsonObject } from '../contract/json.ts';
import type { Account } from '../identity/accounts.ts';
import type { DriveFile } from '../model/drive-file.ts';
import { exportLinksOf } from './export-formats.ts';
import { permissionIdOf, rootIdOf } from './file-record.ts';

/** A file in the words of Drive v2: the one thing of that version that clients still use is a converting upload (recorded). */
export function v2FileView(file: DriveFile, caller: Account): JsonObject {
  const self = `https://www.googleapis.com/drive/v2/files/${file.id}`;
  const etag = `"${Buffer.from(`${file.id}:${file.version}`).toString('base64url').slice(-20)}"`;
  return {
    kind: 'drive#file',
    userPermission: userPermission(self, etag),
    selfLink: self,
    ...people(caller),
    editable: true,
    writersCanShare: true,
    mimeType: file.mimeType,
    exportLinks: exportLinksOf(file.id),
    parents: file.parents.map((parent) => parentView(self, parent, caller)),
    thumbnailLink: `https://docs.google.com/feeds/vt?gd=true&id=${file.id}&v=1&s=&sz=s220`,
    appDataContents: false,
    iconLink:
      'https://drive-thirdparty.googleusercontent.com/16/type/application/vnd.google-apps.spreadsheet',
    shared: file.permissions.length > 1,
    copyable: true,
    etag,
    alternateLink: `https://docs.google.com/spreadsheets/d/${file.id}/edit?usp=drivesdk`,
    embedLink: `https://docs.google.com/spreadsheets/d/${file.id}/htmlembed?ouid=0`,
    copyRequiresWriterPermission: false,
    spaces: ['drive'],
    id: file.id,
    title: file.name,
    labels: { viewed: true, restricted: false, starred: file.starred, hidden: false, trashed: file.trashed },
    explicitlyTrashed: file.trashed,
    ...times(file),
    fileSize: '1024',
    quotaBytesUsed: '1024',
    version: String(file.version),
    capabilities: { canEdit: true, canCopy: true },
  };
}

function userPermission(self: string, etag: string): JsonObject {
  return {
    id: 'me',
    type: 'user',
    role: 'owner',
    kind: 'drive#permission',
    selfLink: `${self}/permissions/me`,
    etag,
    pendingOwner: false,
  };
}

function people(caller: Account): JsonObject {
  const user = {
    displayName: caller.displayName,
    kind: 'drive#user',
    isAuthenticatedUser: true,
    permissionId: permissionIdOf(caller.email),
    emailAddress: caller.email,
    picture: { url: 'https://lh3.googleusercontent.com/a/default-user=s64' },
  };
  return {
    ownerNames: [caller.displayName],
    lastModifyingUserName: caller.displayName,
    lastModifyingUser: user,
    owners: [user],
  };
}

function parentView(self: string, parent: string, caller: Account): JsonObject {
  return {
    selfLink: `${self}/parents/${parent}`,
    id: parent,
    isRoot: parent === rootIdOf(caller),
    kind: 'drive#parentReference',
    parentLink: `https://www.googleapis.com/drive/v2/files/${parent}`,
  };
}

function times(file: DriveFile): JsonObject {
  return {
    createdDate: file.createdTime,
    modifiedDate: file.modifiedTime,
    modifiedByMeDate: file.modifiedTime,
    lastViewedByMeDate: file.modifiedTime,
    markedViewedByMeDate: '1970-01-01T00:00:00.000Z',
  };
}
