import { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import type { SheetsAuth } from './google-auth.ts';
import { checkRootUrl } from './root-url.ts';

/** Drive by an account; Google's own address when none is given, otherwise only a server on this machine. */
export function connectDrive(auth: SheetsAuth, rootUrl?: string): drive_v3.Drive {
  const address = rootUrl === undefined ? {} : { rootUrl: checkRootUrl(rootUrl).href };
  return new drive_v3.Drive({ auth, ...address });
}
