import type { Api } from './contract-table.ts';
import { badRequest, GoogleError } from './google-error.ts';
import { isJsonObject, type JsonObject, type JsonValue } from './json.ts';

/** Of a parameter that is there more than once these count as they come first; of all others the last one does (measured by others). */
const FIRST_COUNTS: ReadonlySet<string> = new Set([
  'alt',
  'fields',
  'prettyPrint',
  'pageSize',
  'pageToken',
  'q',
  'orderBy',
  'mimeType',
]);

export function valueThatCounts(name: string, values: readonly string[]): string | undefined {
  return FIRST_COUNTS.has(name) ? values[0] : values.at(-1);
}

const ERROR_FORMAT = '$.xgafv';

/** Methods that can answer with bytes instead of JSON. */
const STREAMS: ReadonlySet<string> = new Set([
  'drive.files.get',
  'drive.files.export',
  'drive.revisions.get',
]);

/** What is asked of every method alike, refused before anybody is asked who she is (measured by others). */
export function systemRefusal(api: Api, methodId: string, query: URLSearchParams): GoogleError | undefined {
  const format = query.getAll(ERROR_FORMAT).at(-1);
  if (format !== undefined && format !== '1' && format !== '2') {
    const message = `Invalid query parameters. Invalid value '${format}' for system query parameter : ${ERROR_FORMAT}`;
    return inWordsOf(api, message);
  }
  const given = query.get('alt') ?? '';
  const alt = given.toLowerCase();
  if (alt === '' || alt === 'json' || (alt === 'media' && STREAMS.has(methodId))) return undefined;
  return inWordsOf(
    api,
    alt === 'media'
      ? 'Unsupported alt type "media" for non byte stream request.'
      : `Invalid value "${given}" for query parameter 'alt'`,
  );
}

function inWordsOf(api: Api, message: string): GoogleError {
  const error = badRequest(message);
  return api === 'drive' ? new GoogleError(400, message, withErrors(error.body)) : error;
}

/** The body of a Sheets error as this caller gets it: `$.xgafv=1` asks for the older list of errors beside the status. */
export function errorBodyFor(api: Api, query: URLSearchParams, body: JsonObject): JsonObject {
  const isAsked = api === 'sheets' && query.getAll(ERROR_FORMAT).at(-1) === '1';
  return isAsked ? withErrors(body) : body;
}

const REASONS: ReadonlyMap<number, string> = new Map([
  [400, 'badRequest'],
  [403, 'forbidden'],
  [404, 'notFound'],
]);

/** The list stands between message and status, as in the measured bodies; a value of a wrong kind has no domain in it. */
function withErrors(body: JsonObject): JsonObject {
  const { error } = body;
  if (!isJsonObject(error) || error['errors'] !== undefined) return body;
  const { code, message, ...rest } = error;
  const entry = entryFor(Number(code), String(message));
  return entry === undefined ? body : { error: { code, message, errors: [entry], ...rest } as JsonObject };
}

function entryFor(code: number, message: string): JsonValue | undefined {
  if (code === 400 && message.startsWith('Invalid value at ')) return { message, reason: 'invalid' };
  const reason = REASONS.get(code);
  if (code === 401) return UNAUTHENTICATED;
  return reason === undefined ? undefined : { message, domain: 'global', reason };
}

const UNAUTHENTICATED: JsonObject = {
  message: 'Invalid Credentials',
  domain: 'global',
  reason: 'authError',
  location: 'Authorization',
  locationType: 'header',
};
