import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { badRequest, type GoogleError, shapeError } from '../contract/google-error.ts';
import type { Held } from './in-flight.ts';
import { excessOf, type JsonLimits } from './json-measure.ts';

const unzip = promisify(gunzip);

export interface BodyLimits extends JsonLimits {
  readonly maxBytes: number;
}

export const BODY_LIMITS: BodyLimits = {
  maxBytes: 32 * 1024 * 1024,
  maxDepth: 100,
  maxValues: 4_000_000,
};

/** A refused body is read to its end and dropped: a client that is still sending would not hear the answer. */
const MOST_BYTES_DROPPED = 1 << 30;

/** The whole body, or Google's refusal of one that is too large; at most the limit is ever held. */
export async function readBody(
  request: IncomingMessage,
  { maxBytes }: BodyLimits,
  held: Held,
): Promise<Buffer> {
  const kept = keptChunks(maxBytes, held);
  let size = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > MOST_BYTES_DROPPED) throw tooLarge(maxBytes);
    kept.add(bytes);
  }
  const body = kept.all();
  if (request.headers['content-encoding'] !== 'gzip') return body;
  const plain = await inflated(body, maxBytes);
  const refusal = held.add(plain.length);
  if (refusal !== undefined) throw refusal;
  return plain;
}

/** The chunks as long as they may be kept; afterwards only why they may not. */
function keptChunks(maxBytes: number, held: Held) {
  let chunks: Buffer[] = [];
  let size = 0;
  let refusal: GoogleError | undefined;
  const add = (bytes: Buffer): void => {
    if (refusal !== undefined) return;
    size += bytes.length;
    refusal = size > maxBytes ? tooLarge(maxBytes) : held.add(bytes.length);
    if (refusal === undefined) chunks.push(bytes);
    else {
      chunks = [];
      held.release();
    }
  };
  const all = (): Buffer => {
    if (refusal !== undefined) throw refusal;
    return Buffer.concat(chunks);
  };
  return { add, all };
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

/** The body as JSON; nesting and number of values are measured first, because everything that looks at the message later walks into it. */
export function parseJsonBody(body: Buffer, limits: BodyLimits): unknown {
  if (body.length === 0) return undefined;
  const excess = excessOf(body, limits);
  if (excess !== undefined) throw shapeError([{ description: `Invalid JSON payload received. ${excess}` }]);
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    throw shapeError([{ description: `Invalid JSON payload received. Unexpected token.\n${excerpt(body)}` }]);
  }
}

function excerpt(body: Buffer): string {
  const line = body.toString('utf8', 0, 60).split('\n')[0] ?? '';
  return `${line}\n^`;
}
