export interface Part {
  readonly type: string;
  readonly content: Buffer;
}

/** The parts of a multipart/related body (RFC 2387): what googleapis sends when a file comes with its metadata. */
export function multipartParts(contentType: string, body: Buffer): readonly Part[] {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) return [];
  const marker = Buffer.from(`--${boundary}`);
  const parts: Part[] = [];
  let start = body.indexOf(marker);
  while (start >= 0) {
    const end = body.indexOf(marker, start + marker.length);
    if (end < 0) break;
    const part = partOf(body.subarray(start + marker.length, end));
    if (part !== undefined) parts.push(part);
    start = end;
  }
  return parts;
}

function partOf(bytes: Buffer): Part | undefined {
  const blank = bytes.indexOf('\r\n\r\n');
  if (blank < 0) return undefined;
  const head = bytes.toString('utf8', 0, blank);
  const type = /^content-type:\s*(.+)$/im.exec(head)?.[1]?.trim() ?? '';
  const content = bytes.subarray(blank + 4);
  // The line end before the next boundary belongs to the boundary.
  return { type, content: content.subarray(0, content.length - 2) };
}
