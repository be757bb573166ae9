import { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import * as z from 'zod';
import { systemClock } from './clock.ts';
import { makeCostMeter } from './cost-meter.ts';
import { makeGoogleCaller } from './google-caller.ts';
import type { GoogleConnection } from './google-connection.ts';
import { tryRepeatedly } from './retry-policy.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';
import { makeTraffic, UNLIMITED } from './traffic.ts';

const PermissionSchema = z.object({
  type: z.string(),
  role: z.string(),
  emailAddress: z.string().optional(),
  domain: z.string().optional(),
});
export type FilePermission = z.infer<typeof PermissionSchema>;

const PageSchema = z.object({
  permissions: z.array(PermissionSchema).default([]),
  nextPageToken: z.string().optional(),
});
type Page = z.infer<typeof PageSchema>;

const FIELDS = 'nextPageToken,permissions(type,role,emailAddress,domain)';
const TRY_TIMEOUT_MS = 10_000;
/** A person waits at the menu: Drive is asked a few times, not for minutes. */
const MAX_TRIES = 3;
/** A file takes 600 direct shares at most, six pages; a server that goes on for ever is not believed. */
const MAX_PAGES = 20;

/** Who may do what with a file. Fails with a SpreadsheetError and nothing else. */
export type ReadPermissions = (fileId: string) => Promise<readonly FilePermission[]>;

/**
 * Asks Drive with the functions’ own account, which must itself be a writer of the file. Drive has a quota of
 * its own, far above what one province can reach.
 */
export function makeReadPermissions(connection: GoogleConnection): ReadPermissions {
  const { auth, rootUrl, fetch } = connection;
  const drive = new drive_v3.Drive({ auth, ...(rootUrl === undefined ? {} : { rootUrl }) });
  const patience = { clock: systemClock, random: Math.random, maxTries: MAX_TRIES };

  async function readPage(fileId: string, pageToken: string | undefined): Promise<Page> {
    const call = makeGoogleCaller({
      patience,
      meter: makeCostMeter(),
      traffic: makeTraffic(UNLIMITED),
      fetch,
      tryTimeoutMs: TRY_TIMEOUT_MS,
      timeZone: () => 'UTC',
    });
    const params = { fileId, fields: FIELDS, pageSize: 100, supportsAllDrives: true };
    const page = await tryRepeatedly(
      () =>
        call({
          kind: 'read',
          send: (options) =>
            drive.permissions.list({ ...params, ...(pageToken === undefined ? {} : { pageToken }) }, options),
          parse: (answer) => PageSchema.parse(answer),
        }),
      patience,
      () => undefined,
    );
    if (!page.ok) throw new SpreadsheetError(page.problem.failure);
    return page.value;
  }

  async function readFrom(fileId: string, pagesLeft: number, pageToken?: string) {
    const { permissions, nextPageToken } = await readPage(fileId, pageToken);
    if (nextPageToken === undefined || pagesLeft === 1) return permissions;
    const rest: readonly FilePermission[] = await readFrom(fileId, pagesLeft - 1, nextPageToken);
    return [...permissions, ...rest];
  }

  return (fileId) => readFrom(fileId, MAX_PAGES);
}
