import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { refusal, send } from './answer.ts';
import { languageOfRequest } from './language-of-request.ts';
import { problem } from './problem.ts';
import { readText } from './read-text.ts';

type Route = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/**
 * The framework's server for one function, as a route. The body is read before and handed on as text: the
 * framework takes bodies of a gigabyte, and its own JSON parser answers a malformed one with an HTML page
 * before the function is asked (docs/adr/0041). Its parsers leave a body alone that was read to its end.
 */
function routeTo(name: string): Route {
  const framework = getTestServer(name);
  return (request, response, body) => {
    framework.emit('request', Object.assign(request, { body }), response);
  };
}

function nameOf(url: string | undefined): string {
  return (url ?? '').replace(/[?#].*$/, '').replace(/^\/+|\/+$/g, '');
}

async function answer(
  routes: ReadonlyMap<string, Route>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const language = languageOfRequest(request.headers['accept-language']);
  const name = nameOf(request.url);
  if (name === 'health') {
    send(response, { status: 200, body: { status: 'ok' } });
    return;
  }
  const route = routes.get(name);
  if (route === undefined) {
    send(response, refusal(problem('unknown-function', language)));
    return;
  }
  const body = await readText(request);
  if (body === undefined) {
    send(response, refusal(problem('body-too-large', language), { connection: 'close' }));
    return;
  }
  route(request, response, body);
}

/** Longer than any client or front end keeps a connection that it does not use: one that is closed in its hand costs it its request. */
const KEEP_ALIVE_TIMEOUT = 240_000;

/** All functions in one process, each at /name, under the functions framework. */
export function makeServer(names: readonly string[]): Server {
  const routes = new Map(names.map((name) => [name, routeTo(name)]));
  const server = createServer((request, response) => {
    // A client that leaves in the middle of its body gets no answer, and that is nobody's bug.
    answer(routes, request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = KEEP_ALIVE_TIMEOUT;
  return server;
}
