import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { refusal, send } from './answer.ts';
import { languageOfRequest } from './language-of-request.ts';
import { problem } from './problem.ts';

/** More than any request needs; what is larger is refused before it is read. */
const BODY_LIMIT_BYTES = 64 * 1024;

type Route = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * The framework's server for one function, as a route. The body reaches the function as text: the
 * framework's own JSON parser answers a malformed body with an HTML page before the function is asked.
 */
function routeTo(name: string): Route {
  const framework = getTestServer(name);
  return (request, response) => {
    if (request.headers['content-type']?.includes('json') === true)
      request.headers['content-type'] = 'text/plain; charset=utf-8';
    framework.emit('request', request, response);
  };
}

function nameOf(url: string | undefined): string {
  return new URL(url ?? '/', 'http://localhost').pathname.replace(/^\/+|\/+$/g, '');
}

/** All functions in one process, each at /name, under the functions framework. */
export function makeServer(names: readonly string[]): Server {
  const routes = new Map(names.map((name) => [name, routeTo(name)]));
  return createServer((request, response) => {
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
    if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT_BYTES) {
      send(response, refusal(problem('body-too-large', language), { connection: 'close' }));
      return;
    }
    route(request, response);
  });
}
