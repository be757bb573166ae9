import http from 'node:http';
import { createRequire } from 'node:module';

/** The module object that every CommonJS client shares; an ES import of it would be a frozen copy. */
const https = createRequire(import.meta.url)('node:https') as { request: typeof http.request };

/**
 * What a client sends to Google's addresses goes to the port instead, without the client knowing: for clients whose
 * addresses are fixed. Gives back the way to undo it.
 */
export function redirectGoogle(port: number): () => void {
  const original = https.request;
  const redirected = (options: http.RequestOptions, answered?: (response: http.IncomingMessage) => void) =>
    http.request(
      {
        method: options.method,
        path: options.path,
        headers: options.headers,
        protocol: 'http:',
        hostname: '127.0.0.1',
        port,
      } as http.RequestOptions,
      answered,
    );
  https.request = redirected as typeof http.request;
  return () => {
    https.request = original;
  };
}
