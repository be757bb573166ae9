import { GoogleFile } from '../src/sheets/file/google-file.ts';
import { publishingAuth } from '../src/sheets/google-auth.ts';
import { connectGoogle, type GoogleConnection } from '../src/sheets/google-connection.ts';
import { GoogleSpreadsheet } from '../src/sheets/google-spreadsheet.ts';
import { addressOf, type Config } from './config.ts';
import { makeOneAtATime } from './one-at-a-time.ts';
import type { PublicationParts } from './publish.ts';

/** Publishing has a way of its own to Google: only its tokens may share files. The quota is the account's, one for all. */
export function makePublicationParts(
  options: Config,
  { traffic, slots }: GoogleConnection,
): PublicationParts {
  const auth = publishingAuth();
  const connection = { ...connectGoogle({ auth, ...addressOf(options) }), traffic, slots };
  return {
    openFile: (fileId) => ({
      spreadsheet: new GoogleSpreadsheet({ connection, spreadsheetId: fileId }),
      file: new GoogleFile({ connection, fileId }),
    }),
    serviceAccount: options.serviceAccount,
    oneAtATime: makeOneAtATime(),
  };
}
