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

/** One stored document: a Drive file and, where it is one, the spreadsheet in it. */
export interface StoredFile {
  readonly file: DriveFile;
  readonly workbook?: Workbook;
}
