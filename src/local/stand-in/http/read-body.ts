import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { badRequest, shapeError } from '../contract/google-error.ts';

const unzip = promisify(gunzip);

export interface BodyLimits {
  readonly maxBytes: number;
  readonly maxDepth: number;
}

export const BODY_LIMITS: BodyLimits = { maxBytes: 64 * 1024 * 1024, maxDepth: 100 };

/** The whole body, or Google's refusal of one that is too large; at most the limit is ever held. */
export async function readBody(request: IncomingMessage, { maxBytes }: BodyLimits): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(bytes);
  }
  const body = Buffer.concat(chunks);
  return request.headers['content-encoding'] === 'gzip' ? inflated(body, maxBytes) : body;
}

async function inflated(body: Buffer, maxBytes: number): Promise<Buffer> {
  try {
    return await unzip(body, { maxOutputLength: maxBytes });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(maxBytes);
    throw badRequest('Request body could not be decompressed.');
  }
}

function tooLarge(maxBytes: number) {
  return badRequest(`Request payload size exceeds the limit: ${maxBytes} bytes.`);
}

/** The body as JSON; nesting is measured first, because everything that looks at the message later walks into it. */
export function parseJsonBody(body: Buffer, { maxDepth }: BodyLimits): unknown {
  if (body.length === 0) return undefined;
  if (nestingOf(body, maxDepth) > maxDepth) {
    throw shapeError([
      { description: `Invalid JSON payload received. Nesting is deeper than ${maxDepth} levels.` },
    ]);
  }
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    throw shapeError([{ description: `Invalid JSON payload received. Unexpected token.\n${excerpt(body)}` }]);
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const OPEN_OBJECT = 0x7b;
const CLOSE_LIST = 0x5d;
const CLOSE_OBJECT = 0x7d;

/** Stops at the first level beyond the limit. Brackets inside strings do not count. */
function nestingOf(body: Buffer, limit: number): number {
  let depth = 0;
  for (let at = 0; at < body.length && depth <= limit; at += 1) {
    const byte = body[at];
    if (byte === QUOTE) at = endOfString(body, at);
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth += 1;
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth -= 1;
  }
  return depth;
}

function endOfString(body: Buffer, start: number): number {
  for (let at = start + 1; at < body.length; at += 1) {
    if (body[at] === BACKSLASH) at += 1;
    else if (body[at] === QUOTE) return at;
  }
  return body.length;
}

function excerpt(body: Buffer): string {
  const line = body.toString('utf8', 0, 60).split('\n')[0] ?? '';
  return `${line}\n^`;
}
