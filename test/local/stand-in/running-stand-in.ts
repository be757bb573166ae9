import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type StandIn, type StandInOptions, startStandIn } from '../../../src/local/stand-in/stand-in.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape; the contract checks them
type Body = any;

export interface Answered {
  readonly status: number;
  readonly body: Body;
}

export interface Running {
  readonly standIn: StandIn;
  readonly directory: string;
  call(method: string, path: string, body?: unknown, token?: string): Promise<Answered>;
  /** Ends it and removes its store. */
  end(): Promise<void>;
}

const SEEDED = 'token-an';

/** A stand-in on a free port with a store of its own. As in every test it holds its answers against Google's contract. */
export async function runStandIn(options: Partial<StandInOptions> = {}): Promise<Running> {
  const directory = options.storeDir ?? (await mkdtemp(join(tmpdir(), 'stand-in-')));
  const standIn = await startStandIn({ port: 0, storeDir: directory, ...options });
  const call = (method: string, path: string, body?: unknown, token = SEEDED) =>
    callApi(standIn.rootUrl, { method, path, body, token });
  const end = async (): Promise<void> => {
    await standIn.close();
    await rm(directory, { recursive: true, force: true });
  };
  return { standIn, directory, call, end };
}

interface ApiCall {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly token: string;
}

export async function callApi(rootUrl: string, { method, path, body, token }: ApiCall): Promise<Answered> {
  const response = await fetch(new URL(path, rootUrl), {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  const parsed: Body = isJson ? JSON.parse(text) : text;
  if (isJson && !response.ok) expectErrorShape(response.status, parsed);
  return { status: response.status, body: parsed };
}

/** Google's envelope: the code is the status, and either an RPC status stands in it or Drive's older list of errors. */
function expectErrorShape(status: number, { error }: Body): void {
  expect([error.code, typeof error.message]).toEqual([status, 'string']);
  const known = new Set(['code', 'message', 'status', 'details', 'errors']);
  expect(Object.keys(error).filter((name) => !known.has(name))).toEqual([]);
  expect(typeof error.status === 'string' || Array.isArray(error.errors)).toBe(true);
}
