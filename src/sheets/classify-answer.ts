import * as z from 'zod';
import type { Quota, SpreadsheetFailure } from '../domain/spreadsheet-failure.ts';
import type { CallProblem } from './call-result.ts';

/** Google's error body; everything in it is optional because proxies answer in their own words. */
const errorBodySchema = z.object({
  error: z.object({
    message: z.string().optional(),
    details: z
      .array(
        z.object({
          reason: z.string().optional(),
          metadata: z.object({ quota_limit: z.string().optional() }).optional(),
        }),
      )
      .optional(),
    errors: z.array(z.object({ reason: z.string().optional() })).optional(),
  }),
});

interface ErrorBody {
  readonly message: string;
  readonly reasons: readonly string[];
  readonly quotaLimit: string;
}

function parseErrorBody(text: string): ErrorBody {
  try {
    const { error } = errorBodySchema.parse(JSON.parse(text));
    const reasons = [...(error.details ?? []), ...(error.errors ?? [])].flatMap(({ reason }) => reason ?? []);
    const quotaLimit = error.details?.map(({ metadata }) => metadata?.quota_limit ?? '').join('') ?? '';
    return { message: error.message ?? '', reasons, quotaLimit };
  } catch {
    return { message: '', reasons: [], quotaLimit: '' };
  }
}

/** Drive's form of 429 is a 403 with one of these reasons (Google's page on resolving errors of Drive). */
const RATE_REASONS = new Set(['userRateLimitExceeded', 'rateLimitExceeded', 'sharingRateLimitExceeded']);

function quotaOf(body: ErrorBody): Quota {
  const text = `${body.quotaLimit} ${body.message}`;
  if (/read/i.test(text)) return 'reads';
  return /write/i.test(text) ? 'writes' : 'requests';
}

function rateLimited(body: ErrorBody): SpreadsheetFailure {
  return { kind: 'rate-limited', quota: quotaOf(body) };
}

function forbidden(body: ErrorBody): SpreadsheetFailure {
  if (
    body.reasons.includes('SERVICE_DISABLED') ||
    /has not been used in project|is disabled/.test(body.message)
  )
    return { kind: 'forbidden', reason: 'service-disabled' };
  if (body.reasons.includes('ACCESS_TOKEN_SCOPE_INSUFFICIENT') || /insufficient.*scopes/i.test(body.message))
    return { kind: 'forbidden', reason: 'missing-scope' };
  return { kind: 'forbidden', reason: 'not-shared' };
}

/** Drive's words for rules of the organisation against sharing with others, the public or other domains. */
const POLICY_REASON =
  /^(?:domainPolicy|publishOut|shareOut|shareIn)|DomainUsersOnly|OutsideDomain|crossDomain/i;

/** Why Drive did not let a file be shared; undefined when that is not what the answer says. */
function sharingRefused({ reasons, message }: ErrorBody): SpreadsheetFailure | undefined {
  if (reasons.some((reason) => POLICY_REASON.test(reason)))
    return { kind: 'sharing-refused', reason: 'organisation-policy' };
  if (!reasons.includes('invalidSharingRequest')) return undefined;
  const isUnknown = /no Google account|not.*Google account|notify|invalid.*e-?mail/i.test(message);
  return { kind: 'sharing-refused', reason: isUnknown ? 'no-such-account' : 'organisation-policy' };
}

/** Google's wordings for things that were there when the structure was read (recorded, or reported by others: docs/stand-in.md). */
const MOVED =
  /No (sheet|grid) with id|already exists|exceeds grid limits|Unable to parse range|beyond the last requested|is after last (row|column) in grid/i;

const WORDINGS: readonly (readonly [RegExp, SpreadsheetFailure])[] = [
  [/edit a protected cell or object/i, { kind: 'protected-range' }],
  [/number of cells in the workbook above the limit/i, { kind: 'too-large', limit: 'cells' }],
  [/number of columns in the sheet above the limit/i, { kind: 'too-large', limit: 'columns' }],
  [/more than the maximum of \d+ characters/i, { kind: 'too-large', limit: 'cell-text' }],
];

/** Long bodies would end up in logs and answers; the first line names the request and the reason. */
function shorten(message: string): string {
  const [line = ''] = message.split('\n');
  return line.slice(0, 300);
}

function badRequest(body: ErrorBody): SpreadsheetFailure {
  const known = WORDINGS.find(([wording]) => wording.test(body.message));
  if (known !== undefined) return known[1];
  const detail = shorten(body.message);
  return MOVED.test(body.message) ? { kind: 'conflict', detail } : { kind: 'bad-request', detail };
}

function refused(failure: SpreadsheetFailure): CallProblem {
  return { failure, transient: false, applied: 'no' };
}

/** What an HTTP answer other than 2xx means. */
export function classifyAnswer(status: number, text: string, retryAfterMs: number | undefined): CallProblem {
  const body = parseErrorBody(text);
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (status === 429 || (status === 403 && body.reasons.some((reason) => RATE_REASONS.has(reason))))
    return { failure: rateLimited(body), transient: true, applied: 'no', ...wait };
  if (status === 408 || status >= 500)
    return { failure: { kind: 'unavailable' }, transient: true, applied: 'unknown', ...wait };
  const sharing = sharingRefused(body);
  if (sharing !== undefined) return refused(sharing);
  if (status === 401) return refused({ kind: 'unauthenticated' });
  if (status === 403) return refused(forbidden(body));
  if (status === 404) return refused({ kind: 'not-found' });
  if (status === 413) return refused({ kind: 'too-large', limit: 'request' });
  const request = /requests\[(\d+)\]/.exec(body.message)?.[1];
  return { ...refused(badRequest(body)), ...(request === undefined ? {} : { request: Number(request) }) };
}
