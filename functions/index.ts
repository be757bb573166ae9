import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { http } from '@google-cloud/functions-framework';
import { makeReadPermissions } from '../src/sheets/drive-permissions.ts';
import { applicationDefaultAuth, type SheetsAuth } from '../src/sheets/google-auth.ts';
import { connectGoogle, type GoogleConnection } from '../src/sheets/google-connection.ts';
import { GoogleSpreadsheet } from '../src/sheets/google-spreadsheet.ts';
import type { TaskQueue } from '../src/sheets/task-queue.ts';
import { makeIdentityVerifier } from '../src/sheets/verify-identity.ts';
import { makeAuthenticate } from './access/authenticate.ts';
import { makeAuthorise } from './access/authorise.ts';
import { FUNCTION_NAMES } from './access/policies.ts';
import { makeRateLimit } from './access/rate-limit.ts';
import { makeFindRole } from './access/workbook-roles.ts';
import { makeCancel } from './cancel.ts';
import { makeCheck } from './check.ts';
import { addressOf, type Config, type QueueConfig, readConfig } from './config.ts';
import { deliverHere } from './deliver-here.ts';
import { type InProcessQueue, makeInProcessQueue } from './in-process-queue.ts';
import { makeKnownRuns } from './known-runs.ts';
import type { Jobs } from './later.ts';
import { makeLog } from './log.ts';
import { makeOneAtATime } from './one-at-a-time.ts';
import { QUEUE_WAITS_MS } from './out-of-time.ts';
import type { publicationFunctions } from './publication-functions.ts';
import { makeRecompute } from './recompute.ts';
import { makeRunningRuns } from './running-runs.ts';
import { type Surroundings, serveFunction } from './serve-function.ts';
import { makeServer } from './server.ts';
import { makeStatus } from './status.ts';
import { stopGracefully } from './stop-gracefully.ts';
import { whenAsked } from './when-asked.ts';

/** What Google puts into the claim iss. */
const GOOGLE_ISSUERS = ['https://accounts.google.com', 'accounts.google.com'] as const;

function verifierFor({ issuerUrl }: Config) {
  if (issuerUrl === undefined) return makeIdentityVerifier({ issuers: GOOGLE_ISSUERS });
  return makeIdentityVerifier({ issuers: [issuerUrl], certsUrl: new URL('certs', issuerUrl).href });
}

/** A note about progress is not worth waiting long for. */
const TRIES_PER_NOTE = 3;

/** The way to Google that all functions but those of publishing take. */
interface Google {
  readonly auth: SheetsAuth;
  readonly connection: GoogleConnection;
}

function googleFor(options: Config): Google {
  const auth = applicationDefaultAuth();
  return { auth, connection: connectGoogle({ auth, ...addressOf(options) }) };
}

function surroundingsFor(options: Config, { auth, connection }: Google): Surroundings {
  const address = addressOf(options);
  const now = () => Date.now();
  const { audiences, domains, tasks, publishers } = options;
  const queue = tasks === undefined ? {} : { queue: { audience: tasks.url, account: tasks.account } };
  return {
    openSpreadsheet: (spreadsheetId, patience) =>
      new GoogleSpreadsheet({ connection, spreadsheetId, patience }),
    answersWithin: { person: options.answerWithinMs, service: QUEUE_WAITS_MS },
    serviceAccount: options.serviceAccount,
    authenticate: makeAuthenticate(verifierFor(options), { audiences, domains, ...queue }),
    authorise: makeAuthorise(makeFindRole(makeReadPermissions({ auth, ...address }), now), publishers),
    rateLimit: makeRateLimit(options.callsPerMinute, now),
    runs: makeRunningRuns(),
    log: makeLog((line) => process.stdout.write(line)),
    ...(options.project === undefined ? {} : { project: options.project }),
  };
}

/** The queue at Google, whose client is loaded when the first work is put off. */
function queueFor(tasks: QueueConfig): TaskQueue {
  let made: Promise<TaskQueue> | undefined;
  return {
    enqueue: async (task) => {
      made ??= import('../src/sheets/cloud-tasks-queue.ts').then(({ cloudTasksAuth, makeCloudTasksQueue }) =>
        makeCloudTasksQueue({ auth: cloudTasksAuth(), ...tasks }),
      );
      return (await made).enqueue(task);
    },
  };
}

const config = readConfig(process.env);
const google = googleFor(config);
const surroundings = surroundingsFor(config, google);
const { log, runs } = surroundings;
const knownRuns = makeKnownRuns();

const jobs: Jobs = {
  notesOf: (spreadsheetId) =>
    new GoogleSpreadsheet({
      connection: google.connection,
      spreadsheetId,
      patience: { maxTries: TRIES_PER_NOTE },
    }),
  oneAtATime: makeOneAtATime(),
  runs,
  now: () => new Date(),
  newJobId: randomUUID,
  inHand: new Map(),
  waiting: new Map(),
  serviceAccount: config.serviceAccount,
};
const inside: InProcessQueue | undefined =
  config.tasksInProcess === true
    ? makeInProcessQueue({
        deliver: (task) => deliverHere(recompute, task, surroundings),
        sleep: (milliseconds) => delay(milliseconds),
      })
    : undefined;
const queue = config.tasks === undefined ? inside : queueFor(config.tasks);
const recompute = makeRecompute({ knownRuns, jobs, ...(queue === undefined ? {} : { queue }) });

http('recompute', serveFunction(recompute, surroundings));
http(
  'preview',
  whenAsked(async () => serveFunction((await import('./preview.ts')).makePreview(knownRuns), surroundings)),
);
http('check', serveFunction(makeCheck(), surroundings));
http('status', serveFunction(makeStatus(jobs), surroundings));
http('cancel', serveFunction(makeCancel(jobs), surroundings));

let publication: Promise<ReturnType<typeof publicationFunctions>> | undefined;
function loadPublication() {
  publication ??= import('./publication-functions.ts').then((module) =>
    module.publicationFunctions(config, google.connection, surroundings),
  );
  return publication;
}
http(
  'publish',
  whenAsked(async () => (await loadPublication()).publish),
);
http(
  'withdraw',
  whenAsked(async () => (await loadPublication()).withdraw),
);
http(
  'verify',
  whenAsked(async () => (await loadPublication()).verify),
);
http(
  'setup',
  whenAsked(async () => (await import('./setup-function.ts')).setupFunction(surroundings)),
);

const server = makeServer(FUNCTION_NAMES);
server.listen({ port: config.port, ...(config.host === undefined ? {} : { host: config.host }) }, () => {
  const address = server.address();
  log('INFO', 'listening', typeof address === 'object' ? { port: address?.port } : {});
});
stopGracefully(server, log, async () => inside?.drained());
