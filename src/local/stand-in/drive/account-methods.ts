import {
  driveChildNotFound,
  driveInvalid,
  driveRequired,
  driveSharedDriveNotFound,
} from '../contract/drive-error.ts';
import type { JsonObject } from '../contract/json.ts';
import { type Answer, type Call, json, type Method, param, queryText } from '../http/call.ts';
import { visibleFiles } from '../identity/access.ts';
import { type DriveFile, type Revision, SPREADSHEET_TYPE } from '../model/drive-file.ts';
import { EXPORT_FORMATS } from './export-formats.ts';
import { fileView, memberView, userView } from './file-view.ts';
import { readFile, requireFields } from './update-file.ts';

/** What Google makes a spreadsheet of (measured by others); here CSV and TSV. */
const IMPORTED = [
  'text/csv',
  'text/tab-separated-values',
  'application/vnd.ms-excel',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

function about(call: Call): Answer {
  requireFields(call);
  const { caller } = call;
  return json({
    kind: 'drive#about',
    user: userView(caller.email, caller.displayName, caller),
    storageQuota: { limit: '16106127360', usage: '0', usageInDrive: '0', usageInDriveTrash: '0' },
    maxUploadSize: '5242880000000',
    importFormats: Object.fromEntries(IMPORTED.map((type) => [type, [SPREADSHEET_TYPE]])),
    exportFormats: { [SPREADSHEET_TYPE]: EXPORT_FORMATS },
    maxImportSizes: { [SPREADSHEET_TYPE]: '104857600' },
    appInstalled: false,
    canCreateDrives: false,
    canCreateTeamDrives: false,
    driveThemes: [],
    teamDriveThemes: [],
  });
}

function revisionView(revision: Revision, file: DriveFile, call: Call): JsonObject {
  return {
    kind: 'drive#revision',
    id: revision.id,
    mimeType: file.mimeType,
    modifiedTime: revision.modifiedTime,
    published: false,
    lastModifyingUser: memberView(file, revision.lastModifyingUser, call.caller),
  };
}

function listRevisions(call: Call): Answer {
  const { file } = readFile(call, 'writer');
  return json({
    kind: 'drive#revisionList',
    revisions: file.revisions.map((revision) => revisionView(revision, file, call)),
  });
}

function getRevision(call: Call): Answer {
  const { file } = readFile(call, 'writer');
  const id = param(call, 'revisionId');
  const revision = file.revisions.find((one) => one.id === id);
  if (revision === undefined) throw driveChildNotFound('Revision', id, 'revisionId');
  return json(revisionView(revision, file, call));
}

/** A page token is a moment in milliseconds: changes are the files modified since. Deletions are not remembered. */
function startPageToken(call: Call): Answer {
  return json({ kind: 'drive#startPageToken', startPageToken: String(call.service.now().getTime()) });
}

function listChanges(call: Call): Answer {
  const token = queryText(call, 'pageToken');
  if (token === undefined) throw driveRequired('pageToken');
  if (!/^\d{1,15}$/.test(token)) throw driveInvalid('Invalid Value', 'pageToken');
  const since = Number(token);
  const changed = visibleFiles(call.service.store, call.caller)
    .filter(({ file }) => Date.parse(file.modifiedTime) >= since)
    .toSorted((a, b) => Date.parse(a.file.modifiedTime) - Date.parse(b.file.modifiedTime));
  return json({
    kind: 'drive#changeList',
    newStartPageToken: String(call.service.now().getTime()),
    changes: changed.map(({ file }) => ({
      kind: 'drive#change',
      type: 'file',
      changeType: 'file',
      time: file.modifiedTime,
      removed: false,
      fileId: file.id,
      file: fileView(file, call),
    })),
  });
}

/** Shared drives are not built: everybody has none. */
function listDrives(): Answer {
  return json({ kind: 'drive#driveList', drives: [] });
}

function getDrive(call: Call): Answer {
  throw driveSharedDriveNotFound(param(call, 'driveId'));
}

export const accountMethods: Readonly<Record<string, Method>> = {
  'drive.about.get': about,
  'drive.revisions.list': listRevisions,
  'drive.revisions.get': getRevision,
  'drive.changes.getStartPageToken': startPageToken,
  'drive.changes.list': listChanges,
  'drive.drives.list': listDrives,
  'drive.drives.get': getDrive,
};
