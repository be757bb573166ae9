import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { SheetsAuth } from './google-auth.ts';
import { checkRootUrl, GOOGLE_ROOT_URL } from './root-url.ts';

/** The client opens a socket for each call in flight, without a limit of its own (functions.md §3.1). */
const MAX_SOCKETS = 8;

/** The way to Google that all runs of a process share: one client, one pool of sockets. */
export interface GoogleConnection {
  readonly sheets: sheets_v4.Sheets;
  readonly agent: HttpAgent | HttpsAgent;
}

export interface ConnectionOptions {
  readonly auth: SheetsAuth;
  /** Google's own address when absent; otherwise only a server on this machine. */
  readonly rootUrl?: string;
}

export function connectGoogle(options: ConnectionOptions): GoogleConnection {
  const url = checkRootUrl(options.rootUrl ?? GOOGLE_ROOT_URL);
  const pool = { keepAlive: true, maxSockets: MAX_SOCKETS };
  return {
    sheets: new sheets_v4.Sheets({ auth: options.auth, rootUrl: url.href }),
    agent: url.protocol === 'http:' ? new HttpAgent(pool) : new HttpsAgent(pool),
  };
}
