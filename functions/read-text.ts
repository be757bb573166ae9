import type { IncomingMessage } from 'node:http';

/** More than any request needs. */
const BODY_LIMIT_BYTES = 64 * 1024;
/** A refused body is read to its end, so that the sender gets to the refusal; but not for ever. */
const DISCARD_LIMIT_BYTES = 1024 * 1024;

/**
 * The body as text, or undefined when it is beyond the limit: what its length says is believed first, and a
 * chunked body is counted as it comes.
 */
export async function readText(request: IncomingMessage): Promise<string | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT_BYTES) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  // The request must outlive the loop: its socket carries the refusal.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > DISCARD_LIMIT_BYTES) return undefined;
    if (size <= BODY_LIMIT_BYTES) chunks.push(bytes);
  }
  return size > BODY_LIMIT_BYTES ? undefined : Buffer.concat(chunks).toString('utf8');
}
