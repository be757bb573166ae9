import type { JsonObject } from '../contract/json.ts';
import type { Workbook } from './workbook.ts';

export const SPREADSHEET_TYPE = 'application/vnd.google-apps.spreadsheet';

export const FOLDER_TYPE = 'application/vnd.google-apps.folder';

export type Role = 'owner' | 'organizer' | 'fileOrganizer' | 'writer' | 'commenter' | 'reader';

export interface Permission {
  readonly id: string;
  readonly type: 'user' | 'group' | 'domain' | 'anyone';
  readonly role: Role;
  readonly emailAddress?: string;
  readonly displayName?: string;
  readonly domain?: string;
  readonly allowFileDiscovery?: boolean;
}

export interface Revision {
  readonly id: string;
  readonly modifiedTime: string;
  readonly lastModifyingUser: string;
}

/** What Drive knows of the bytes of a file. */
export interface ContentFacts {
  readonly size: number;
  readonly md5Checksum: string;
  readonly sha1Checksum: string;
  readonly sha256Checksum: string;
}

/** Whether files of that type are bytes that somebody uploaded; those of Google's own editors, folders and forms are none. */
export function isBlob(mimeType: string): boolean {
  return !mimeType.startsWith('application/vnd.google-apps.');
}

/** What Drive knows of a file. Times are RFC 3339 with milliseconds, as on the wire. */
export interface DriveFile {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly createdTime: string;
  readonly modifiedTime: string;
  readonly version: number;
  readonly parents: readonly string[];
  readonly trashed: boolean;
  readonly starred: boolean;
  readonly lastModifyingUser: string;
  readonly permissions: readonly Permission[];
  readonly revisions: readonly Revision[];
  readonly comments: readonly JsonObject[];
  /** Of a file that was uploaded and not made into a spreadsheet. */
  readonly content?: ContentFacts;
  /** Fields that are only stored and handed back: description, properties, appProperties … */
  readonly extra: JsonObject;
}

/** A restriction of the file's content, as Drive keeps it. */
export interface ContentRestriction {
  readonly readOnly?: boolean;
  readonly reason?: string;
  readonly ownerRestricted?: boolean;
  readonly restrictingUser?: { readonly emailAddress?: string };
}

export function restrictionOf({ extra }: DriveFile): ContentRestriction | undefined {
  return (extra['contentRestrictions'] as readonly ContentRestriction[] | undefined)?.[0];
}

/** A locked file gets no new content, no comments and no other title [D]. */
export function isLocked(file: DriveFile): boolean {
  return restrictionOf(file)?.readOnly === true;
}

/** Whether readers and commenters may not copy, print or download it [D]. */
export function isCopyClosed({ extra }: DriveFile): boolean {
  return extra['copyRequiresWriterPermission'] === true;
}

/** One stored document: a Drive file and the spreadsheet in it, or the bytes. */
export interface StoredFile {
  readonly file: DriveFile;
  readonly workbook?: Workbook;
  readonly content?: Buffer;
}
