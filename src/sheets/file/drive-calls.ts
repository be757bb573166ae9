import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import * as z from 'zod';
import type { Reader } from '../../domain/audience.ts';
import type { DescribedShare } from '../../domain/file-description.ts';
import type { Call } from '../google-caller.ts';

const SPREADSHEET_TYPE = 'application/vnd.google-apps.spreadsheet';

const fileSchema = z.object({
  name: z.string().default(''),
  mimeType: z.string().default(''),
  trashed: z.boolean().default(false),
  description: z.string().default(''),
  properties: z.record(z.string(), z.unknown()).default({}),
  appProperties: z.record(z.string(), z.unknown()).default({}),
  copyRequiresWriterPermission: z.boolean().default(false),
});

/** What Drive keeps about a file beside its contents. */
export interface FileFields {
  readonly name: string;
  readonly isSpreadsheet: boolean;
  readonly trashed: boolean;
  readonly about: string;
  readonly properties: readonly string[];
  readonly copyingDenied: boolean;
}

function parseFile(answer: unknown): FileFields {
  const read = fileSchema.parse(answer);
  return {
    name: read.name,
    isSpreadsheet: read.mimeType === SPREADSHEET_TYPE,
    trashed: read.trashed,
    about: read.description,
    properties: [...Object.keys(read.properties), ...Object.keys(read.appProperties)],
    copyingDenied: read.copyRequiresWriterPermission,
  };
}

const sharesSchema = z.object({
  permissions: z
    .array(
      z.object({
        id: z.string(),
        type: z.string(),
        role: z.string(),
        emailAddress: z.string().default(''),
        domain: z.string().default(''),
        allowFileDiscovery: z.boolean().default(false),
      }),
    )
    .default([]),
  nextPageToken: z.string().optional(),
});

const ownersSchema = z.object({ owners: z.array(z.object({ emailAddress: z.string() })).default([]) });

const commentsSchema = z.object({
  comments: z.array(z.unknown()).default([]),
  nextPageToken: z.string().optional(),
});

/** One page of a list, and where the next one begins. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

function pageOf<T>(items: readonly T[], next: string | undefined): Page<T> {
  return next === undefined ? { items } : { items, next };
}

function parseShares(answer: unknown): Page<DescribedShare> {
  const { permissions, nextPageToken } = sharesSchema.parse(answer);
  const shares = permissions.map(({ id, type, role, emailAddress, domain, allowFileDiscovery }) => ({
    id,
    type,
    role,
    to: emailAddress === '' ? domain : emailAddress,
    discoverable: allowFileDiscovery,
  }));
  return pageOf(shares, nextPageToken);
}

function parseComments(answer: unknown): Page<unknown> {
  const { comments, nextPageToken } = commentsSchema.parse(answer);
  return pageOf(comments, nextPageToken);
}

function permissionFor(reader: Reader): drive_v3.Schema$Permission {
  switch (reader.type) {
    case 'user':
      return { type: 'user', role: 'reader', emailAddress: reader.address };
    case 'domain':
      return { type: 'domain', role: 'reader', domain: reader.domain, allowFileDiscovery: false };
    default:
      return { type: 'anyone', role: 'reader', allowFileDiscovery: false };
  }
}

const FILE_FIELDS = 'name,mimeType,trashed,description,properties,appProperties,copyRequiresWriterPermission';
const SHARE_FIELDS = 'nextPageToken,permissions(id,type,role,emailAddress,domain,allowFileDiscovery)';
const PAGE_SIZE = 100;

/** The calls of Drive about one file, described apart from making them. */
export function makeDriveCalls(drive: drive_v3.Drive, fileId: string) {
  const common = { fileId, supportsAllDrives: true } as const;
  const at = (pageToken: string | undefined) => (pageToken === undefined ? {} : { pageToken });
  return {
    file: (): Call<FileFields> => ({
      kind: 'read',
      send: (options) => drive.files.get({ ...common, fields: FILE_FIELDS }, options),
      parse: parseFile,
    }),
    /** Addresses of its owners; a file of a shared drive has none. */
    owners: (): Call<readonly string[]> => ({
      kind: 'read',
      send: (options) => drive.files.get({ ...common, fields: 'owners(emailAddress)' }, options),
      parse: (answer) => ownersSchema.parse(answer).owners.map(({ emailAddress }) => emailAddress),
    }),
    shares: (pageToken?: string): Call<Page<DescribedShare>> => ({
      kind: 'read',
      send: (options) =>
        drive.permissions.list(
          { ...common, fields: SHARE_FIELDS, pageSize: PAGE_SIZE, ...at(pageToken) },
          options,
        ),
      parse: parseShares,
    }),
    comments: (pageToken?: string): Call<Page<unknown>> => ({
      kind: 'read',
      send: (options) =>
        drive.comments.list(
          { fileId, fields: 'nextPageToken,comments(id)', pageSize: PAGE_SIZE, ...at(pageToken) },
          options,
        ),
      parse: parseComments,
    }),
    share: (reader: Reader): Call<null> => ({
      kind: 'write',
      send: (options) =>
        drive.permissions.create(
          {
            ...common,
            requestBody: permissionFor(reader),
            fields: 'id',
            // Drive takes this for people alone.
            ...(reader.type === 'user' ? { sendNotificationEmail: false } : {}),
          },
          options,
        ),
      parse: () => null,
    }),
    unshare: (permissionId: string): Call<null> => ({
      kind: 'write',
      send: (options) => drive.permissions.delete({ ...common, permissionId }, options),
      parse: () => null,
    }),
    allowCopying: (allowed: boolean): Call<null> => ({
      kind: 'write',
      send: (options) =>
        drive.files.update(
          { ...common, requestBody: { copyRequiresWriterPermission: !allowed }, fields: 'id' },
          options,
        ),
      parse: () => null,
    }),
  };
}
