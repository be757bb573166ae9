import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Answered } from './exchange.ts';
import { SAFE_HEADERS } from './safe-headers.ts';

const compress = promisify(gzip);
const WORTH_COMPRESSING = 2_000;
const TEXT = /^(text|application\/json|image\/svg)|javascript/;

/** Low: the other end is on the same machine. */
const LEVEL = 1;

async function bodyFor(request: IncomingMessage, { headers, body }: Answered) {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const isText = TEXT.test(headers['content-type'] ?? '');
  const isPacked = headers['content-encoding'] !== undefined;
  if (!takesGzip || !isText || isPacked || bytes.length < WORTH_COMPRESSING) return { bytes, packed: {} };
  return { bytes: await compress(bytes, { level: LEVEL }), packed: { 'content-encoding': 'gzip' } };
}

export async function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  answered: Answered,
): Promise<void> {
  const { bytes, packed } = await bodyFor(request, answered);
  response.writeHead(answered.status, {
    ...SAFE_HEADERS,
    ...answered.headers,
    ...packed,
    'content-length': bytes.length,
    vary: 'accept-encoding, cookie',
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
