import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { connectDrive } from './connect-drive.ts';
import type { SheetsAuth } from './google-auth.ts';
import { checkRootUrl, GOOGLE_ROOT_URL } from './root-url.ts';
import { CALLS_AT_ONCE, makeSlots, onceSocketIsFree, type Slots } from './slots.ts';
import { GOOGLE_LIMITS, type Limits, makeTraffic, type Traffic, UNLIMITED } from './traffic.ts';

/** The way to Google that all runs of a process share. */
export interface GoogleConnection {
  readonly sheets: sheets_v4.Sheets;
  readonly drive: drive_v3.Drive;
  readonly traffic: Traffic;
  readonly slots: Slots;
  /** What carries the calls (docs/adr/0021). */
  readonly fetch: typeof fetch;
}

export interface ConnectionOptions {
  readonly auth: SheetsAuth;
  /** Google's own address when absent; otherwise only a server on this machine. */
  readonly rootUrl?: string;
  /** When absent, Google's own limits for Google, and none for a server on this machine. */
  readonly limits?: Limits;
  /** Node's own when absent. */
  readonly fetch?: typeof fetch;
}

export function connectGoogle(options: ConnectionOptions): GoogleConnection {
  const url = checkRootUrl(options.rootUrl ?? GOOGLE_ROOT_URL);
  const usual = url.href === GOOGLE_ROOT_URL ? GOOGLE_LIMITS : UNLIMITED;
  return {
    sheets: new sheets_v4.Sheets({ auth: options.auth, rootUrl: url.href }),
    drive: connectDrive(options.auth, options.rootUrl),
    traffic: makeTraffic(options.limits ?? usual),
    slots:
      options.fetch === undefined ? makeSlots(CALLS_AT_ONCE, onceSocketIsFree) : makeSlots(CALLS_AT_ONCE),
    fetch: options.fetch ?? fetch,
  };
}
