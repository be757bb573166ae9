import { driveBadRequest, driveError } from '../contract/drive-error.ts';
import type { Call, Service } from '../http/call.ts';
import { queryText } from '../http/call.ts';
import { answerPayload } from '../http/handle-call.ts';
import { BODY_LIMITS } from '../http/read-body.ts';
import type { Payload } from '../http/send-answer.ts';
import { assertDriveAccess } from '../identity/access.ts';
import { storeUpload } from './store-upload.ts';
import { typeName, uploadAnswer, uploadMetadata } from './upload.ts';
import { type UploadRoute, uploadMethod } from './upload-route.ts';
import type { UploadSession } from './upload-sessions.ts';

/** Every piece but the last is a multiple of it [D]. */
const PIECE = 256 * 1024;

/** The first request of an upload: what the file is called, and where its content will go. */
export function beginUpload(call: Call, route: UploadRoute, path: string, body: Buffer): Payload {
  const { service, caller, headers, query } = call;
  const metadata = uploadMetadata(route, body);
  const { fileId } = route;
  if (fileId !== undefined) assertDriveAccess(service.store.get(fileId), fileId, caller, 'writer');
  const total = sizeIn(headers.get('x-upload-content-length'));
  assertFits(total ?? 0);
  const type = typeName(headers.get('x-upload-content-type') ?? '');
  const { id } = service.uploads.begin({ route, caller, query, headers, metadata, type, total });
  const kind = `uploadType=${queryText(call, 'uploadType')}`;
  const address = `http://${headers.get('host')}${path}?${kind}&upload_id=${id}`;
  return { ...EMPTY, status: 200, headers: { Location: address, 'X-GUploader-UploadID': id } };
}

const EMPTY = { type: '', text: '' } as const;

function sizeIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function assertFits(bytes: number): void {
  if (bytes <= BODY_LIMITS.maxBytes) return;
  throw driveBadRequest(`Request payload size exceeds the limit: ${BODY_LIMITS.maxBytes} bytes.`);
}

/** The upload under that id. Whoever knows the address may go on with it [D]; one that is forgotten has to begin anew. */
export function findUpload({ uploads }: Service, id: string): UploadSession {
  const session = uploads.find(id);
  if (session !== undefined) return session;
  throw driveError({ code: 404, reason: 'notFound', message: 'Upload session not found.' });
}

export interface UploadPiece {
  readonly method: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** A piece of the content, or the question how much has come. After the last piece, and whenever somebody asks then, the file. */
export async function continueUpload(service: Service, id: string, piece: UploadPiece): Promise<Payload> {
  const session = findUpload(service, id);
  if (piece.method === 'DELETE') {
    service.uploads.drop(id);
    return { ...EMPTY, status: 499 };
  }
  if (session.outcome !== undefined) return session.outcome;
  const next = withPiece(session, piece);
  if (next.received !== next.total) {
    service.uploads.put(next);
    return incomplete(next);
  }
  const outcome = finished(service, next, piece);
  service.uploads.put({ ...next, chunks: [], outcome });
  // What was refused is refused once; its client may begin anew.
  outcome.catch(() => service.uploads.drop(id));
  return outcome;
}

function incomplete({ id, received }: UploadSession): Payload {
  const headers = {
    'X-GUploader-UploadID': id,
    ...(received === 0 ? {} : { Range: `bytes=0-${received - 1}` }),
  };
  return { ...EMPTY, status: 308, headers };
}

interface Stretch {
  /** Undefined where the client only asks. */
  readonly start: number | undefined;
  readonly total: number | undefined;
}

const STRETCH = /^bytes (?:(\d{1,15})-(\d{1,15})|\*)\/(\d{1,15}|\*)$/;

/** Without a header the body is the whole content. */
function stretchOf({ headers, body }: UploadPiece): Stretch {
  const header = headers.get('content-range');
  if (header === undefined) return { start: 0, total: body.length };
  const [found, from, to, total] = STRETCH.exec(header) ?? [];
  const length = from === undefined ? undefined : Number(to) - Number(from) + 1;
  if (found === undefined || (length !== undefined && length !== body.length))
    throw driveBadRequest('Failed to parse Content-Range header.');
  return { start: from === undefined ? undefined : Number(from), total: sizeIn(total) };
}

function withPiece(session: UploadSession, piece: UploadPiece): UploadSession {
  const { start, total = session.total } = stretchOf(piece);
  const isWhole = !piece.headers.has('content-range');
  if (session.total !== undefined && total !== session.total)
    throw driveBadRequest(
      `Invalid request. The upload was said to have ${session.total} byte(s), not ${total}.`,
    );
  const { received, chunks } = isWhole ? { received: 0, chunks: [] } : session;
  if (start === undefined) return { ...session, total };
  if (start > received) {
    throw driveBadRequest(
      `Invalid request. According to the Content-Range header, the upload offset is ${start} byte(s), which exceeds already uploaded size of ${received} byte(s).`,
    );
  }
  // What has come before is not taken twice.
  const fresh = piece.body.subarray(received - start);
  const end = received + fresh.length;
  assertFits(Math.max(end, total ?? 0));
  if (total !== undefined && end > total) throw driveBadRequest('Failed to parse Content-Range header.');
  const kept = end === total ? fresh : fresh.subarray(0, wholePieces(end, piece.body.length) - received);
  return { ...session, total, chunks: [...chunks, kept], received: received + kept.length };
}

/** Of what is not the end only whole pieces are kept; the client is told how much, and sends the rest again. */
function wholePieces(end: number, length: number): number {
  if (length >= PIECE) return Math.floor(end / PIECE) * PIECE;
  throw driveBadRequest(
    `Invalid request. The number of bytes uploaded is required to be equal or greater than ${PIECE}, except for the final request (it's recommended to be the exact multiple of ${PIECE}). The received request contained ${length} bytes, which does not meet this requirement.`,
  );
}

async function finished(
  service: Service,
  session: UploadSession,
  { headers }: UploadPiece,
): Promise<Payload> {
  const { route, caller, query, metadata, chunks } = session;
  const { api, methodId } = uploadMethod(route);
  const call: Call = {
    service,
    caller,
    query,
    headers: session.headers,
    methodId,
    params: new Map(),
    body: {},
  };
  const type = session.type === '' ? typeName(headers.get('content-type') ?? '') : session.type;
  const stored = await storeUpload(call, route.fileId, { metadata, type, content: Buffer.concat(chunks) });
  return answerPayload(api, call, uploadAnswer(call, route, stored));
}
