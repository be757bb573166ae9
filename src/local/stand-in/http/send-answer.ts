import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Api } from '../contract/contract-table.ts';
import { answerTooLarge } from '../contract/google-error.ts';
import type { JsonObject } from '../contract/json.ts';

const zip = promisify(gzip);

/** Google indents its answers; from this size on the blanks would cost more than they tell anybody. */
const INDENT_BELOW = 1 << 20;
const ZIP_FROM = 1024;

export interface Payload {
  readonly status: number;
  readonly type: string;
  readonly text: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export function jsonText(body: JsonObject, pretty: boolean): string {
  const compact = compactText(body);
  return pretty && compact.length < INDENT_BELOW ? `${JSON.stringify(body, null, 2)}\n` : compact;
}

/** A text has a greatest length; an answer that would be longer is refused like one of too many cells. */
function compactText(body: JsonObject): string {
  try {
    return JSON.stringify(body);
  } catch (error) {
    if (error instanceof RangeError) throw answerTooLarge();
    throw error;
  }
}

export async function sendPayload(
  request: IncomingMessage,
  response: ServerResponse,
  api: Api,
  { status, type, text, headers = {} }: Payload,
): Promise<void> {
  response.statusCode = status;
  response.setHeader('Vary', 'Origin, X-Origin, Referer');
  response.setHeader('Server', 'ESF');
  response.setHeader(
    'Cache-Control',
    api === 'drive' ? 'no-cache, no-store, max-age=0, must-revalidate' : 'private',
  );
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (status === 204) return ended(response);
  if (type !== '') response.setHeader('Content-Type', type);
  const plain = typeof text === 'string' ? Buffer.from(text) : text;
  if (
    typeof text !== 'string' ||
    plain.length < ZIP_FROM ||
    !/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  ) {
    response.setHeader('Content-Length', plain.length);
    return ended(response, plain);
  }
  const zipped = await zip(plain, { level: 1 });
  response.setHeader('Content-Encoding', 'gzip');
  response.setHeader('Content-Length', zipped.length);
  return ended(response, zipped);
}

/** Settles when the last byte has left, or the client has: until then the answer is in memory. */
function ended(response: ServerResponse, body?: Buffer): Promise<void> {
  return new Promise((settled) => {
    response.once('close', settled);
    response.end(body);
  });
}
