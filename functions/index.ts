import { http } from '@google-cloud/functions-framework';
import { cloudTasksAuth, makeCloudTasksQueue } from '../src/sheets/cloud-tasks-queue.ts';
import { makeReadPermissions } from '../src/sheets/drive-permissions.ts';
import { applicationDefaultAuth } from '../src/sheets/google-auth.ts';
import { connectGoogle } from '../src/sheets/google-connection.ts';
import { GoogleSpreadsheet } from '../src/sheets/google-spreadsheet.ts';
import { makeIdentityVerifier } from '../src/sheets/verify-identity.ts';
import { makeAuthenticate } from './access/authenticate.ts';
import { makeAuthorise } from './access/authorise.ts';
import { FUNCTION_NAMES } from './access/policies.ts';
import { makeRateLimit } from './access/rate-limit.ts';
import { makeFindRole } from './access/workbook-roles.ts';
import { makeCancel } from './cancel.ts';
import { makeCheck } from './check.ts';
import { type Config, type QueueConfig, readConfig } from './config.ts';
import { makeKnownRuns } from './known-runs.ts';
import { makeLog } from './log.ts';
import { makePreview } from './preview.ts';
import { makeRecompute } from './recompute.ts';
import { makeRunningRuns } from './running-runs.ts';
import { type Surroundings, serveFunction } from './serve-function.ts';
import { makeServer } from './server.ts';
import { makeStatus } from './status.ts';
import { stopGracefully } from './stop-gracefully.ts';

/** What Google puts into the claim iss. */
const GOOGLE_ISSUERS = ['https://accounts.google.com', 'accounts.google.com'] as const;

function verifierFor({ issuerUrl }: Config) {
  if (issuerUrl === undefined) return makeIdentityVerifier({ issuers: GOOGLE_ISSUERS });
  return makeIdentityVerifier({ issuers: [issuerUrl], certsUrl: new URL('certs', issuerUrl).href });
}

function surroundingsFor(options: Config): Surroundings {
  const auth = applicationDefaultAuth();
  const address = options.sheetsRootUrl === undefined ? {} : { rootUrl: options.sheetsRootUrl };
  const connection = connectGoogle({ auth, ...address });
  const now = () => Date.now();
  const { audiences, domains, tasks, publishers } = options;
  const queue = tasks === undefined ? {} : { queue: { audience: tasks.url, account: tasks.account } };
  return {
    openSpreadsheet: (spreadsheetId, signal) =>
      new GoogleSpreadsheet({ connection, spreadsheetId, patience: { signal } }),
    serviceAccount: options.serviceAccount,
    authenticate: makeAuthenticate(verifierFor(options), { audiences, domains, ...queue }),
    authorise: makeAuthorise(makeFindRole(makeReadPermissions({ auth, ...address }), now), publishers),
    rateLimit: makeRateLimit(options.callsPerMinute, now),
    runs: makeRunningRuns(),
    log: makeLog((line) => process.stdout.write(line)),
    ...(options.project === undefined ? {} : { project: options.project }),
  };
}

function queueFor(tasks: QueueConfig) {
  return makeCloudTasksQueue({ auth: cloudTasksAuth(), ...tasks });
}

const config = readConfig(process.env);
const surroundings = surroundingsFor(config);
const { log, runs } = surroundings;
const knownRuns = makeKnownRuns();

const queue = config.tasks === undefined ? {} : { queue: queueFor(config.tasks) };

http('recompute', serveFunction(makeRecompute({ knownRuns, ...queue }), surroundings));
http('preview', serveFunction(makePreview(knownRuns), surroundings));
http('check', serveFunction(makeCheck(), surroundings));
http('status', serveFunction(makeStatus(runs), surroundings));
http('cancel', serveFunction(makeCancel(runs), surroundings));

const server = makeServer(FUNCTION_NAMES);
server.listen({ port: config.port, ...(config.host === undefined ? {} : { host: config.host }) }, () => {
  const address = server.address();
  log('INFO', 'listening', typeof address === 'object' ? { port: address?.port } : {});
});
stopGracefully(server, log);
