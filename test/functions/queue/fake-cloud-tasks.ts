import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

interface FakeTask {
  readonly name: string;
  readonly httpRequest: {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly oidcToken: { readonly serviceAccountEmail: string; readonly audience: string };
  };
}

/** One delivery of a task, and what the worker answered. */
export interface Delivery {
  readonly name: string;
  readonly attempt: number;
  readonly status: number;
}

export interface FakeCloudTasksOptions {
  /** Signs what Google would sign for the queue's account. */
  readonly token: (email: string, audience: string) => string;
  /** Where the functions really answer; tasks name their public address. */
  readonly workerUrl: () => string;
  /** How often each task is delivered although the first delivery went well. */
  readonly duplicates?: number;
  readonly maxAttempts?: number;
  /** How many requests to put in a task are refused first: the quota of the API is used up. */
  readonly refusals?: number;
}

export interface FakeCloudTasks {
  readonly rootUrl: string;
  readonly deliveries: readonly Delivery[];
  /** How many deliveries were under way at once at most: the queue's limit is one. */
  readonly mostAtOnce: () => number;
  /** Resolves when every task was delivered. */
  readonly drained: () => Promise<void>;
  readonly close: () => void;
}

const BACK_OFF_MS = 5;

/** Cloud Tasks as its contract has it: a name is taken once, delivery is at least once, failures come again. */
export async function startFakeCloudTasks(options: FakeCloudTasksOptions): Promise<FakeCloudTasks> {
  const { token, workerUrl, duplicates = 0, maxAttempts = 8, refusals = 0 } = options;
  const names = new Set<string>();
  const deliveries: Delivery[] = [];
  let chain: Promise<void> = Promise.resolve();
  let underWay = 0;
  let most = 0;
  let refused = 0;

  async function deliver({ name, httpRequest }: FakeTask, attempt: number): Promise<number> {
    const { url, headers, body, oidcToken } = httpRequest;
    underWay += 1;
    most = Math.max(most, underWay);
    const address = new URL(new URL(url).pathname, workerUrl());
    const authorization = `Bearer ${token(oidcToken.serviceAccountEmail, oidcToken.audience)}`;
    const response = await fetch(address, {
      method: 'POST',
      headers: { ...headers, authorization },
      body: Buffer.from(body, 'base64').toString(),
    });
    await response.text();
    underWay -= 1;
    deliveries.push({ name, attempt, status: response.status });
    return response.status;
  }

  async function dispatch(task: FakeTask, attempt = 1): Promise<void> {
    const status = await deliver(task, attempt);
    if (status < 300 || attempt >= maxAttempts) return;
    await delay(BACK_OFF_MS);
    await dispatch(task, attempt + 1);
  }

  async function dispatchAll(task: FakeTask): Promise<void> {
    for (let time = 0; time <= duplicates; time += 1) {
      // biome-ignore lint/performance/noAwaitInLoops: the queue delivers one at a time
      await dispatch(task);
    }
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url?.startsWith('/v2/projects/p/locations/l/queues/q/tasks') !== true)
      return answer(404, { error: { code: 404, message: 'no such queue' } });
    if (refused < refusals) {
      refused += 1;
      return answer(429, { error: { code: 429, message: 'quota', status: 'RESOURCE_EXHAUSTED' } });
    }
    const { task } = JSON.parse(Buffer.concat(chunks).toString()) as { task: FakeTask };
    if (names.has(task.name))
      return answer(409, { error: { code: 409, message: 'exists', status: 'ALREADY_EXISTS' } });
    names.add(task.name);
    chain = chain.then(() => dispatchAll(task));
    return answer(200, task);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    rootUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    deliveries,
    mostAtOnce: () => most,
    drained: () => chain,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
