import * as z from 'zod';
import type { CallResult } from './call-result.ts';
import { classifyError } from './classify-error.ts';
import { systemClock } from './clock.ts';
import { connectDrive } from './connect-drive.ts';
import type { SheetsAuth } from './google-auth.ts';
import { tryRepeatedly } from './retry-policy.ts';
import { CALLS_AT_ONCE, makeSlots, onceSocketIsFree } from './slots.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';

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

export interface ReadPermissionsOptions {
  readonly auth: SheetsAuth;
  /** Google's own address when absent; otherwise only a server on this machine. */
  readonly rootUrl?: string;
}

function parsePage(text: unknown): Page {
  return PageSchema.parse(JSON.parse(String(text)));
}

/**
 * Asks Drive with the functions’ own account, which must itself be a writer of the file. Drive has a quota of
 * its own, far above what one province can reach, so these calls are not counted with those of Sheets.
 */
export function makeReadPermissions({ auth, rootUrl }: ReadPermissionsOptions): ReadPermissions {
  const drive = connectDrive(auth, rootUrl);
  /** Its own: a person who is let in does not wait behind the large writes of others. */
  const slots = makeSlots(CALLS_AT_ONCE, onceSocketIsFree);
  const patience = { clock: systemClock, random: Math.random, maxTries: MAX_TRIES };

  async function tryPage(fileId: string, pageToken: string | undefined): Promise<CallResult<Page>> {
    const giveBack = await slots.take();
    const stop = new AbortController();
    let isLate = false;
    const disarm = systemClock.setAlarm(TRY_TIMEOUT_MS, () => {
      isLate = true;
      stop.abort();
    });
    const params = { fileId, fields: FIELDS, pageSize: 100, supportsAllDrives: true };
    const page = pageToken === undefined ? {} : { pageToken };
    try {
      const { data } = await drive.permissions.list(
        { ...params, ...page },
        { retry: false, responseType: 'text', signal: stop.signal, fetchImplementation: fetch },
      );
      return { ok: true, value: parsePage(data) };
    } catch (error) {
      const stopped = { stoppedBy: isLate ? ('timer' as const) : undefined, sent: true };
      return { ok: false, problem: classifyError(error, { ...stopped, now: systemClock.now() }) };
    } finally {
      disarm();
      giveBack();
    }
  }

  async function readFrom(
    fileId: string,
    pagesLeft: number,
    pageToken?: string,
  ): Promise<Page['permissions']> {
    const page = await tryRepeatedly(
      () => tryPage(fileId, pageToken),
      patience,
      () => undefined,
    );
    if (!page.ok) throw new SpreadsheetError(page.problem.failure);
    const { permissions, nextPageToken } = page.value;
    if (nextPageToken === undefined || pagesLeft === 1) return permissions;
    return [...permissions, ...(await readFrom(fileId, pagesLeft - 1, nextPageToken))];
  }

  return (fileId) => readFrom(fileId, MAX_PAGES);
}
