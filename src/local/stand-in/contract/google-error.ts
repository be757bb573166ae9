import type { JsonObject, JsonValue } from './json.ts';

/** An answer that is not a success: the HTTP status and the body Google sends with it. */
export class GoogleError extends Error {
  readonly status: number;
  readonly body: JsonObject;

  constructor(status: number, message: string, body: JsonObject) {
    super(message);
    this.name = 'GoogleError';
    this.status = status;
    this.body = body;
  }
}

export interface FieldViolation {
  /** Absent where Google names no field: at the root of the message and for unknown query parameters. */
  readonly field?: string;
  readonly description: string;
}

type RpcStatus =
  | 'INVALID_ARGUMENT'
  | 'FAILED_PRECONDITION'
  | 'PERMISSION_DENIED'
  | 'NOT_FOUND'
  | 'ABORTED'
  | 'RESOURCE_EXHAUSTED'
  | 'INTERNAL'
  | 'UNIMPLEMENTED'
  | 'DEADLINE_EXCEEDED'
  | 'UNAVAILABLE';

/** google.rpc.Status in JSON; the key order is that of the recorded answers. */
function rpcError(
  code: number,
  status: RpcStatus,
  message: string,
  details?: readonly JsonValue[],
): GoogleError {
  const error = { code, message, status, ...(details === undefined ? {} : { details }) };
  return new GoogleError(code, message, { error });
}

const violationsDetail = (violations: readonly FieldViolation[]): JsonObject => ({
  '@type': 'type.googleapis.com/google.rpc.BadRequest',
  fieldViolations: violations.map(({ field, description }) =>
    field === undefined ? { description } : { field, description },
  ),
});

/** 400 of the semantic checks: a message, no details (recorded: "You can't hide all the sheets in a document."). */
export const badRequest = (message: string): GoogleError => rpcError(400, 'INVALID_ARGUMENT', message);

/** 400 of one request of a batch: nothing of the batch is applied. `place` is e.g. `requests[0].addSheet`. */
export const invalidPart = (place: string, message: string): GoogleError =>
  badRequest(`Invalid ${place}: ${message}`);

/** 400 of the shape checks: every violation in the message, one per line, and singly in the details (recorded). */
export const shapeError = (violations: readonly FieldViolation[]): GoogleError =>
  rpcError(400, 'INVALID_ARGUMENT', violations.map(({ description }) => description).join('\n'), [
    violationsDetail(violations),
  ]);

/** 400 of a `fields` parameter that names nothing (recorded by p5-google-restapi). */
export const unknownFieldPath = (path: string): GoogleError =>
  rpcError(400, 'INVALID_ARGUMENT', 'Request contains an invalid argument.', [
    violationsDetail([
      {
        field: path,
        description: `Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`,
      },
    ]),
  ]);

export const failedPrecondition = (message: string): GoogleError =>
  rpcError(400, 'FAILED_PRECONDITION', message);

const LOGIN = 'https://developers.google.com/identity/sign-in/web/devconsole-project';

const EXPECTED = `Expected OAuth 2 access token, login cookie or other valid authentication credential. See ${LOGIN}.`;

interface Refused {
  readonly message: string;
  readonly short: string;
  readonly reason: string;
}

const BAD_TOKEN: Refused = {
  message: `Request had invalid authentication credentials. ${EXPECTED}`,
  short: 'Invalid Credentials',
  reason: 'authError',
};

const NO_TOKEN: Refused = {
  message: `Request is missing required authentication credential. ${EXPECTED}`,
  short: 'Login Required.',
  reason: 'required',
};

function refused({ message, short, reason }: Refused, hasErrors: boolean): GoogleError {
  const errors = [
    { message: short, domain: 'global', reason, location: 'Authorization', locationType: 'header' },
  ];
  const list = hasErrors ? { errors } : {};
  return new GoogleError(401, message, { error: { code: 401, message, ...list, status: 'UNAUTHENTICATED' } });
}

/** Who calls without saying who: a read is told to use a key, anything else to log in (measured by others). */
interface Anonymous {
  readonly api: 'sheets' | 'drive';
  readonly httpMethod: string;
}

const UNREGISTERED =
  "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.";

export function anonymous({ api, httpMethod }: Anonymous): GoogleError {
  if (httpMethod !== 'GET') return refused(NO_TOKEN, api === 'drive');
  if (api === 'sheets') return permissionDenied(UNREGISTERED);
  const errors = [{ message: UNREGISTERED, domain: 'global', reason: 'forbidden' }];
  return new GoogleError(403, UNREGISTERED, {
    error: { code: 403, message: UNREGISTERED, errors, status: 'PERMISSION_DENIED' },
  });
}

/** 401 of a token that stands for nobody; Drive adds its list of errors (recorded). */
export const unauthenticated = (api: 'sheets' | 'drive'): GoogleError => refused(BAD_TOKEN, api === 'drive');

export const permissionDenied = (message = 'The caller does not have permission'): GoogleError =>
  rpcError(403, 'PERMISSION_DENIED', message);

const errorInfo = (reason: string, metadata: JsonObject): JsonObject => ({
  '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
  reason,
  domain: 'googleapis.com',
  metadata,
});

export const insufficientScopes = (service: string, method: string): GoogleError =>
  rpcError(403, 'PERMISSION_DENIED', 'Request had insufficient authentication scopes.', [
    errorInfo('ACCESS_TOKEN_SCOPE_INSUFFICIENT', { method, service }),
  ]);

export const notFound = (message = 'Requested entity was not found.'): GoogleError =>
  rpcError(404, 'NOT_FOUND', message);

export const aborted = (message = 'The operation was aborted.'): GoogleError =>
  rpcError(409, 'ABORTED', message);

interface QuotaExceeded {
  readonly kind: 'read' | 'write';
  readonly per: 'user' | 'project';
  readonly projectNumber: string;
}

/** 429 as recorded hundreds of times; no Retry-After header came with any of them. */
export function quotaExceeded({ kind, per, projectNumber }: QuotaExceeded): GoogleError {
  const word = kind === 'read' ? 'Read' : 'Write';
  const limit = per === 'user' ? `${word} requests per minute per user` : `${word} requests per minute`;
  const consumer = `project_number:${projectNumber}`;
  const message = `Quota exceeded for quota metric '${word} requests' and limit '${limit}' of service 'sheets.googleapis.com' for consumer '${consumer}'.`;
  return rpcError(429, 'RESOURCE_EXHAUSTED', message, [
    errorInfo('RATE_LIMIT_EXCEEDED', {
      consumer: `projects/${projectNumber}`,
      quota_limit: `${word}RequestsPerMinutePer${per === 'user' ? 'User' : 'Project'}`,
      quota_metric: `sheets.googleapis.com/${kind}_requests`,
      service: 'sheets.googleapis.com',
    }),
  ]);
}

export const internal = (message = 'Internal error encountered.'): GoogleError =>
  rpcError(500, 'INTERNAL', message);

/** What Google can do and the stand-in cannot: never silence, never a made-up answer. */
export const notImplemented = (kind: string): GoogleError =>
  rpcError(501, 'UNIMPLEMENTED', `not implemented by the stand-in: ${kind}`);

/** A request that is not done after 180 seconds [D]. */
export const deadlineExceeded = (): GoogleError =>
  rpcError(504, 'DEADLINE_EXCEEDED', 'Deadline expired before operation could complete.');

/** Google ends such a read after 180 seconds; here it is refused before it takes the memory of everybody. */
export const answerTooLarge = (): GoogleError =>
  badRequest('The answer would be too large. Ask for fewer ranges or cells.');

export const unavailable = (message = 'The service is currently unavailable.'): GoogleError =>
  rpcError(503, 'UNAVAILABLE', message);
