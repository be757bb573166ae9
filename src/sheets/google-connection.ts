import { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { SheetsAuth } from './google-auth.ts';
import { checkRootUrl, GOOGLE_ROOT_URL } from './root-url.ts';

/** The way to Google that all runs of a process share. */
export interface GoogleConnection {
  readonly sheets: sheets_v4.Sheets;
}

export interface ConnectionOptions {
  readonly auth: SheetsAuth;
  /** Google's own address when absent; otherwise only a server on this machine. */
  readonly rootUrl?: string;
}

export function connectGoogle(options: ConnectionOptions): GoogleConnection {
  const url = checkRootUrl(options.rootUrl ?? GOOGLE_ROOT_URL);
  return { sheets: new sheets_v4.Sheets({ auth: options.auth, rootUrl: url.href }) };
}
