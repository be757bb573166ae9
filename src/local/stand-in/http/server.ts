import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { GoogleError, internal } from '../contract/google-error.ts';
import { errorBodyFor } from '../contract/system-parameters.ts';
import { ADMIN_HEADER, ADMIN_PREFIX, adminAnswer } from '../faults/admin.ts';
import type { Issuer } from '../identity/issuer.ts';
import type { Sentence } from '../messages/sentence.ts';
import { SERVER_SENTENCES } from '../messages/store-sentences.ts';
import { type ApiOptions, answerApi, apiOf, type Outcome } from './answer-api.ts';
import { errorPayload } from './handle-call.ts';
import { type HeldRequest, memoryInFlight } from './in-flight.ts';
import { metadataAnswer } from './metadata-server.ts';
import { BODY_LIMITS, parseJsonBody, readBody } from './read-body.ts';
import { addressOf, header } from './request-parts.ts';
import { type Payload, sendPayload } from './send-answer.ts';

export interface ServerOptions extends ApiOptions {
  readonly issuer: Issuer;
  /** Told of bugs: what should never happen is not hidden behind a 500. */
  readonly report: (sentence: Sentence) => void;
}

/** A client that stops in the middle of a request must not hold a socket for ever. */
const REQUEST_TIMEOUT = 120_000;

/** Longer than any client keeps a connection that it does not use: one that is closed in its hand costs it a retry. */
const KEEP_ALIVE_TIMEOUT = 240_000;

/** Bodies and answers of all clients together; what is made of them on the way comes on top, one request at a time. */
const MAX_BYTES_IN_FLIGHT = 256 * 1024 * 1024;

export function createStandInServer(options: ServerOptions): Server {
  const memory = memoryInFlight(MAX_BYTES_IN_FLIGHT);
  const server = createServer((request, response) => {
    const held = memory.hold();
    respond(options, { request, held }, response)
      .catch((error: unknown) => {
        options.report(SERVER_SENTENCES.unanswered(nameOf(request), String(error)));
        response.destroy();
      })
      .finally(held.release);
  });
  server.requestTimeout = REQUEST_TIMEOUT;
  server.keepAliveTimeout = KEEP_ALIVE_TIMEOUT;
  server.on('clientError', refuseConnection);
  return server;
}

/** What is no request never reaches a method; Google's front end answers it with a page (the wording is ours). */
function refuseConnection(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? '414 Request-URI Too Large' : '400 Bad Request';
  const page = `<!DOCTYPE html><title>Error ${status}</title><p>The request could not be read.</p>\n`;
  const head = `Content-Type: text/html; charset=UTF-8\r\nContent-Length: ${page.length}\r\nConnection: close`;
  socket.end(`HTTP/1.1 ${status}\r\n${head}\r\n\r\n${page}`);
}

async function respond(options: ServerOptions, asked: HeldRequest, response: ServerResponse): Promise<void> {
  const { request } = asked;
  const { path } = addressOf(request);
  const api = apiOf(request.method ?? 'GET', path);
  const outcome = await outcomeOf(options, asked);
  // What is left of a refused body is not read: the connection ends with the answer.
  if (!request.complete) response.setHeader('Connection', 'close');
  switch (outcome.kind) {
    case 'cut':
      response.destroy();
      return;
    case 'unknown-address':
      await sendPayload(request, response, api, unknownAddress(request));
      return;
    default:
      if (path.startsWith('/computeMetadata') || path === '/')
        response.setHeader('Metadata-Flavor', 'Google');
      await sendPayload(request, response, api, outcome.payload);
  }
}

async function outcomeOf(options: ServerOptions, asked: HeldRequest): Promise<Outcome> {
  const { request, held } = asked;
  try {
    const local = await localAnswer(options, asked);
    const outcome: Outcome =
      local === undefined
        ? await answerApi(options, asked, addressOf(request))
        : { kind: 'answer', payload: local };
    const refusal = outcome.kind === 'answer' ? held.add(outcome.payload.text.length) : undefined;
    return refusal === undefined
      ? outcome
      : { kind: 'answer', payload: errorPayload(refusal.status, refusal.body) };
  } catch (error) {
    // A client that left in the middle of its request gets no answer, and that is nobody's bug.
    if (request.destroyed && !request.complete) return { kind: 'cut' };
    return { kind: 'answer', payload: problemPayload(options, request, error) };
  }
}

/** Addresses that belong to the machine and not to the APIs: default credentials and the switches. */
async function localAnswer(
  options: ServerOptions,
  { request, held }: HeldRequest,
): Promise<Payload | undefined> {
  const { path, query } = addressOf(request);
  const robot = options.service.accounts.find(({ kind }) => kind === 'service');
  const flavor = header(request, 'metadata-flavor');
  const metadata = metadataAnswer({ path, query, flavor }, robot, options.issuer);
  if (metadata !== undefined) return metadata;
  if (path === '/oauth2/v3/certs') return jsonPayload(options.issuer.keySet());
  if (path === '/certs' || path === '/oauth2/v1/certs') return jsonPayload(options.issuer.pemCerts());
  if (!path.startsWith(ADMIN_PREFIX) || header(request, ADMIN_HEADER) === undefined) return undefined;
  const body = parseJsonBody(await readBody(request, BODY_LIMITS, held), BODY_LIMITS);
  return adminAnswer({ method: request.method ?? 'GET', path, body }, options);
}

function problemPayload(options: ServerOptions, request: IncomingMessage, error: unknown): Payload {
  if (error instanceof GoogleError) {
    const { path, query } = addressOf(request);
    const api = apiOf(request.method ?? 'GET', path);
    return errorPayload(error.status, errorBodyFor(api, query, error.body));
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  options.report(SERVER_SENTENCES.unexpected(nameOf(request), detail));
  return errorPayload(500, internal().body);
}

/** Enough of the address to know what was asked; a long one would fill the terminal. */
function nameOf({ method, url }: IncomingMessage): string {
  return `${method} ${(url ?? '').slice(0, 200)}`;
}

function jsonPayload(body: object): Payload {
  return { status: 200, type: 'application/json; charset=UTF-8', text: `${JSON.stringify(body)}\n` };
}

function unknownAddress(request: IncomingMessage): Payload {
  const text = `<!DOCTYPE html><title>Error 404 (Not Found)</title><p>The requested URL was not found on this server (${request.method}).</p>\n`;
  return { status: 404, type: 'text/html; charset=UTF-8', text };
}
