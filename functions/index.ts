import { http } from '@google-cloud/functions-framework';
import { applicationDefaultAuth } from '../src/sheets/google-auth.ts';
import { connectGoogle } from '../src/sheets/google-connection.ts';
import { GoogleSpreadsheet } from '../src/sheets/google-spreadsheet.ts';
import { readConfig } from './config.ts';
import { makeLog } from './log.ts';
import { makeRecomputeFunction } from './recompute.ts';
import { makeServer } from './server.ts';
import { stopGracefully } from './stop-gracefully.ts';

const log = makeLog((line) => process.stdout.write(line));
const config = readConfig(process.env);
const connection = connectGoogle({
  auth: applicationDefaultAuth(),
  ...(config.sheetsRootUrl === undefined ? {} : { rootUrl: config.sheetsRootUrl }),
});

http(
  'recompute',
  makeRecomputeFunction({
    openSpreadsheet: (spreadsheetId) => new GoogleSpreadsheet({ connection, spreadsheetId }),
    serviceAccount: config.serviceAccount,
    log,
  }),
);

const server = makeServer(['recompute']);
server.listen({ port: config.port, ...(config.host === undefined ? {} : { host: config.host }) }, () => {
  const address = server.address();
  log('INFO', 'listening', typeof address === 'object' ? { port: address?.port } : {});
});
stopGracefully(server, log);
