import { cloudtasks_v2 } from 'googleapis/build/src/apis/cloudtasks/v2.js';
import { GoogleAuth } from 'googleapis-common';
import type { CallResult } from './call-result.ts';
import { classifyError } from './classify-error.ts';
import { systemClock } from './clock.ts';
import type { SheetsAuth } from './google-auth.ts';
import { type Patience, tryRepeatedly } from './retry-policy.ts';
import { LOOPBACK_HOSTS } from './root-url.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';
import type { TaskQueue } from './task-queue.ts';

export interface CloudTasksOptions {
  readonly auth: SheetsAuth;
  /** projects/…/locations/…/queues/… */
  readonly queue: string;
  /** The service account whose identity token the queue sends with each delivery. */
  readonly account: string;
  /** The functions' own address, with a slash at its end; also the audience of those tokens. */
  readonly url: string;
  /** Google's own address when absent; otherwise only a server on this machine. */
  readonly rootUrl?: string;
  readonly patience?: Patience;
}

/** Longer than any recompute takes, and well within the thirty minutes that Cloud Tasks allows, by its reference. */
const DEADLINE = '600s';
const CREATED_BEFORE = 409;
/** Somebody who clicked waits meanwhile. A task has a name, so trying again never makes two of it. */
const PATIENCE: Patience = { clock: systemClock, random: Math.random, maxTries: 4 };

type Enqueued = Awaited<ReturnType<TaskQueue['enqueue']>>;

/** Credentials that may put tasks into a queue; those of the spreadsheets may not. */
export function cloudTasksAuth(): GoogleAuth {
  return new GoogleAuth({ scopes: ['https://www.googleapis.com/auth/cloud-tasks'] });
}

function statusOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, 'status') : undefined;
}

/** The queue at Google. A name is taken once: a second task of it is not queued again. */
export function makeCloudTasksQueue(options: CloudTasksOptions): TaskQueue {
  const { auth, queue, account, url, rootUrl, patience = PATIENCE } = options;
  if (rootUrl !== undefined && !LOOPBACK_HOSTS.has(new URL(rootUrl).hostname))
    throw new Error('the address of Cloud Tasks must be Google’s or http on loopback');
  const client = new cloudtasks_v2.Cloudtasks({ auth, ...(rootUrl === undefined ? {} : { rootUrl }) });
  const { tasks } = client.projects.locations.queues;

  async function create(task: cloudtasks_v2.Schema$Task): Promise<CallResult<Enqueued>> {
    try {
      const requestBody = { task };
      await tasks.create({ parent: queue, requestBody }, { retry: false, fetchImplementation: fetch });
      return { ok: true, value: 'queued' };
    } catch (error) {
      if (statusOf(error) === CREATED_BEFORE) return { ok: true, value: 'already-queued' };
      const facts = { stoppedBy: undefined, sent: true, now: patience.clock.now() } as const;
      return { ok: false, problem: classifyError(error, facts) };
    }
  }

  return {
    enqueue: async ({ name, functionName, body }) => {
      const httpRequest = {
        httpMethod: 'POST',
        url: new URL(functionName, url).href,
        headers: { 'content-type': 'application/json' },
        body: Buffer.from(JSON.stringify(body)).toString('base64'),
        oidcToken: { serviceAccountEmail: account, audience: url },
      };
      const task = { name: `${queue}/tasks/${name}`, dispatchDeadline: DEADLINE, httpRequest };
      const created = await tryRepeatedly(
        () => create(task),
        patience,
        () => undefined,
      );
      if (!created.ok) throw new SpreadsheetError(created.problem.failure);
      return created.value;
    },
  };
}
