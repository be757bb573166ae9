import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { badRequest, GoogleError, internal, unauthenticated } from '../contract/google-error.ts';
import { validateRequest } from '../contract/validate-request.ts';
import { type Account, findCaller, type UnknownTokens } from '../identity/accounts.ts';
import type { Service } from './call.ts';
import { errorPayload, handleCall } from './handle-call.ts';
import { metadataAnswer } from './metadata-server.ts';
import { BODY_LIMITS, parseJsonBody, readBody } from './read-body.ts';
import { matchRoute, type Route } from './routes.ts';
import { type Payload, sendPayload } from './send-answer.ts';

export interface ServerOptions {
  readonly service: Service;
  readonly unknownTokens: UnknownTokens;
  /** Told of bugs: what should never happen is not hidden behind a 500. */
  readonly report: (sentence: string) => void;
}

export function createStandInServer(options: ServerOptions): Server {
  const server = createServer((request, response) => {
    answer(options, request, response).catch((error: unknown) => {
      options.report(`answering ${request.method} ${request.url} failed: ${String(error)}`);
      response.destroy();
    });
  });
  // A client that stops in the middle of a request must not hold a socket for ever.
  server.requestTimeout = 120_000;
  return server;
}

async function answer(
  options: ServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = splitUrl(request.url ?? '/');
  const robot = options.service.accounts.find(({ kind }) => kind === 'service');
  const metadata = metadataAnswer(url.path, header(request, 'metadata-flavor'), robot);
  if (metadata !== undefined) {
    response.setHeader('Metadata-Flavor', 'Google');
    await sendPayload(request, response, 'sheets', metadata);
    return;
  }
  const route = matchRoute(request.method ?? 'GET', url.path);
  const api = route !== undefined && route !== 'undecodable' ? route.api : 'sheets';
  await sendPayload(request, response, api, await payloadFor(options, request, route, url.query));
}

async function payloadFor(
  options: ServerOptions,
  request: IncomingMessage,
  route: Route | 'undecodable' | undefined,
  query: URLSearchParams,
): Promise<Payload> {
  if (route === undefined) return unknownUrl(request);
  try {
    if (route === 'undecodable') throw badRequest('Request path could not be decoded.');
    const caller = findCaller(
      options.service.accounts,
      options.unknownTokens,
      header(request, 'authorization'),
    );
    if (caller === undefined) throw unauthenticated();
    return await run({ options, request, route, query, caller });
  } catch (error) {
    return problemPayload(options, request, error);
  }
}

interface Incoming {
  readonly options: ServerOptions;
  readonly request: IncomingMessage;
  readonly route: Route;
  readonly query: URLSearchParams;
  readonly caller: Account;
}

async function run({ options, request, route, query, caller }: Incoming): Promise<Payload> {
  const { api, methodId, params } = route;
  const body = parseJsonBody(await readBody(request, BODY_LIMITS), BODY_LIMITS);
  const checked = validateRequest({ api, methodId, query, body });
  if (!checked.ok) throw checked.error;
  return handleCall(api, {
    service: options.service,
    methodId,
    params,
    query: checked.query,
    body: checked.body,
    caller,
    headers: headersOf(request),
  });
}

function problemPayload(options: ServerOptions, request: IncomingMessage, error: unknown): Payload {
  if (error instanceof GoogleError) return errorPayload(error.status, error.body);
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  options.report(`${request.method} ${request.url} ended in an unexpected error: ${detail}`);
  return errorPayload(500, internal().body);
}

function splitUrl(url: string): { readonly path: string; readonly query: URLSearchParams } {
  const mark = url.indexOf('?');
  return mark < 0
    ? { path: url, query: new URLSearchParams() }
    : { path: url.slice(0, mark), query: new URLSearchParams(url.slice(mark + 1)) };
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function headersOf(request: IncomingMessage): ReadonlyMap<string, string> {
  return new Map(Object.keys(request.headers).map((name) => [name, header(request, name) ?? '']));
}

function unknownUrl(request: IncomingMessage): Payload {
  const text = `<!DOCTYPE html><title>Error 404 (Not Found)</title><p>The requested URL was not found on this server (${request.method}).</p>\n`;
  return { status: 404, type: 'text/html; charset=UTF-8', text };
}
