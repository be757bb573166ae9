import type { IncomingMessage } from 'node:http';
import { Refused } from './exchange.ts';

/** The largest workbook that is taken in. */
const MAX_BYTES = 64 * 1024 * 1024;

/** The body of a request, whole; one that is too large is refused before it is in memory. */
export async function readRequestBody(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  // Left open when it is too large, so that the refusal reaches whoever is still sending.
  for await (const piece of request.iterator({ destroyOnReturn: false })) {
    const bytes = piece as Buffer;
    length += bytes.length;
    if (length > MAX_BYTES) throw new Refused(413, 'too large');
    pieces.push(bytes);
  }
  return Buffer.concat(pieces);
}
