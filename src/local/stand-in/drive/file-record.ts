import type { JsonObject } from '../contract/json.ts';
import type { Account } from '../identity/accounts.ts';
import { type DriveFile, FOLDER_TYPE, type Revision, type StoredFile } from '../model/drive-file.ts';
import type { Workbook } from '../model/workbook.ts';

interface Stamp {
  readonly time: string;
  readonly by: string;
}

/** Google merges and prunes the revisions of its own editors' files; a short tail is kept. */
const KEPT_REVISIONS = 20;

export interface NewFile {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly parents?: readonly string[];
  readonly extra?: JsonObject;
}

export function newDriveFile(wanted: NewFile, owner: Account, stamp: Stamp): DriveFile {
  return {
    id: wanted.id,
    name: wanted.name,
    mimeType: wanted.mimeType,
    createdTime: stamp.time,
    modifiedTime: stamp.time,
    version: 1,
    parents: wanted.parents ?? [rootIdOf(owner)],
    trashed: false,
    starred: false,
    lastModifyingUser: owner.email,
    permissions: [
      {
        id: permissionIdOf(owner.email),
        type: 'user',
        role: 'owner',
        emailAddress: owner.email,
        displayName: owner.displayName,
      },
    ],
    revisions: [{ id: '1', modifiedTime: stamp.time, lastModifyingUser: owner.email }],
    comments: [],
    extra: wanted.extra ?? {},
  };
}

/** Everybody's "My Drive" has an id of its own; here it is made from the address. */
export function rootIdOf(account: Account): string {
  return `0A${permissionIdOf(account.email)}`;
}

/** "My Drive": everybody has one, it lies in nothing, and nobody made it. */
export function rootFolder(account: Account): DriveFile {
  const made = { time: '1970-01-01T00:00:00.000Z', by: account.email };
  return newDriveFile(
    { id: rootIdOf(account), name: 'My Drive', mimeType: FOLDER_TYPE, parents: [] },
    account,
    made,
  );
}

/** Google gives each person one permission id; any stable number will do. */
export function permissionIdOf(email: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(email.toLowerCase())) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString().padStart(20, '0');
}

/** The file after an edit of its spreadsheet: a spreadsheet's title is the file's name. */
export function withWorkbook(stored: StoredFile, workbook: Workbook, stamp: Stamp): StoredFile {
  const title = workbook.properties['title'];
  const name = typeof title === 'string' ? title : stored.file.name;
  return { file: { ...touched(stored.file, stamp), name }, workbook };
}

export function touched(file: DriveFile, stamp: Stamp): DriveFile {
  return {
    ...file,
    modifiedTime: stamp.time,
    lastModifyingUser: stamp.by,
    version: file.version + 1,
    revisions: revisionsAfter(file.revisions, stamp),
  };
}

/** Edits of one person close together make one revision. */
function revisionsAfter(revisions: readonly Revision[], { time, by }: Stamp): readonly Revision[] {
  const last = revisions.at(-1);
  const number = Number(last?.id ?? 0);
  const together = last !== undefined && number > 1 && last.lastModifyingUser === by;
  const next = { id: together ? last.id : String(number + 1), modifiedTime: time, lastModifyingUser: by };
  return [...(together ? revisions.slice(0, -1) : revisions), next].slice(-KEPT_REVISIONS);
}
