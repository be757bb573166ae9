import { expect, test } from 'vitest';
import { classifyAnswer } from '../../src/sheets/classify-answer.ts';
import { classifyError, retryAfterOf } from '../../src/sheets/classify-error.ts';

function answer(status: number, message: string, extra: object = {}) {
  const text = JSON.stringify({ error: { code: status, message, ...extra } });
  const { failure, transient, applied } = classifyAnswer(status, text, undefined);
  return { failure, transient, applied };
}

const final = { transient: false, applied: 'no' };

test.each<[number, string, object, object]>([
  [404, 'Requested entity was not found.', {}, { kind: 'not-found' }],
  [403, 'The caller does not have permission', {}, { kind: 'forbidden', reason: 'not-shared' }],
  [
    403,
    'Request had insufficient authentication scopes.',
    { details: [{ reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }] },
    { kind: 'forbidden', reason: 'missing-scope' },
  ],
  [
    403,
    'Google Sheets API has not been used in project 1 before or it is disabled.',
    {},
    { kind: 'forbidden', reason: 'service-disabled' },
  ],
  [401, 'Request had invalid authentication credentials.', {}, { kind: 'unauthenticated' }],
  [
    400,
    'Invalid requests[3].updateCells: You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    {},
    { kind: 'protected-range' },
  ],
  [
    400,
    'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    {},
    { kind: 'too-large', limit: 'cells' },
  ],
  [
    400,
    'Your input contains more than the maximum of 50000 characters in a single cell.',
    {},
    { kind: 'too-large', limit: 'cell-text' },
  ],
  [
    400,
    'Invalid requests[1].updateCells: No grid with id: 7',
    {},
    { kind: 'conflict', detail: 'Invalid requests[1].updateCells: No grid with id: 7' },
  ],
  [
    400,
    'Invalid requests[1].updateCells: GridCoordinate.rowIndex[10] is after last row in grid[9]',
    {},
    {
      kind: 'conflict',
      detail: 'Invalid requests[1].updateCells: GridCoordinate.rowIndex[10] is after last row in grid[9]',
    },
  ],
  [400, "Unable to parse range: 'A'!A1", {}, { kind: 'conflict', detail: "Unable to parse range: 'A'!A1" }],
  [400, 'Invalid JSON payload', {}, { kind: 'bad-request', detail: 'Invalid JSON payload' }],
])('a final answer %i %s', (status, message, extra, failure) => {
  expect(answer(status, message, extra)).toEqual({ failure, ...final });
});

test.each<[number, object, object]>([
  [
    429,
    {
      details: [
        { reason: 'RATE_LIMIT_EXCEEDED', metadata: { quota_limit: 'WriteRequestsPerMinutePerUser' } },
      ],
    },
    { kind: 'rate-limited', quota: 'writes' },
  ],
  [
    429,
    {
      details: [{ reason: 'RATE_LIMIT_EXCEEDED', metadata: { quota_limit: 'ReadRequestsPerMinutePerUser' } }],
    },
    { kind: 'rate-limited', quota: 'reads' },
  ],
  [403, { errors: [{ reason: 'userRateLimitExceeded' }] }, { kind: 'rate-limited', quota: 'requests' }],
])('a used-up quota (%i) may be tried again and was certainly not applied', (status, extra, failure) => {
  expect(answer(status, 'Quota exceeded', extra)).toEqual({ failure, transient: true, applied: 'no' });
});

test.each([408, 500, 502, 503, 504])('after %i nobody knows whether it was applied', (status) => {
  expect(answer(status, '')).toEqual({
    failure: { kind: 'unavailable' },
    transient: true,
    applied: 'unknown',
  });
});

test('an answer that is not from Google is judged by its status alone', () => {
  expect(classifyAnswer(502, '<html>Bad gateway</html>', undefined).failure).toEqual({ kind: 'unavailable' });
  expect(classifyAnswer(400, '<html>no</html>', undefined).failure).toEqual({
    kind: 'bad-request',
    detail: '',
  });
});

const aborted = new Error('The operation was aborted.');

test('our own signals tell a timeout from a caller who gave up, since the client cannot', () => {
  expect(classifyError(aborted, { stoppedBy: 'timer', sent: true, now: 0 })).toEqual({
    failure: { kind: 'unavailable' },
    transient: true,
    applied: 'unknown',
  });
  expect(classifyError(aborted, { stoppedBy: 'caller', sent: true, now: 0 })).toEqual({
    failure: { kind: 'cancelled' },
    transient: false,
    applied: 'unknown',
  });
});

test('what was stopped before it was sent was certainly not applied', () => {
  expect(classifyError(aborted, { stoppedBy: 'timer', sent: false, now: 0 }).applied).toBe('no');
  expect(classifyError(aborted, { stoppedBy: 'caller', sent: false, now: 0 }).applied).toBe('no');
});

test('a connection that was never made cannot have applied anything, a cut one can', () => {
  const appliedAfter = (code: string) => {
    const error = new Error('failed', { cause: Object.assign(new Error(code), { code }) });
    return classifyError(error, { stoppedBy: undefined, sent: true, now: 0 }).applied;
  };
  expect(['ECONNREFUSED', 'ENOTFOUND', 'ECONNRESET'].map(appliedAfter)).toEqual(['no', 'no', 'unknown']);
});

test('a token that cannot be had is told as such, and asked for again unless there are no credentials', () => {
  const facts = { stoppedBy: undefined, sent: false, now: 0 };
  const failure = { kind: 'unauthenticated' };
  expect(classifyError(new Error('Could not load the default credentials.'), facts)).toEqual({
    failure,
    transient: false,
    applied: 'no',
  });
  expect(classifyError(new Error('connect ECONNREFUSED'), facts)).toEqual({
    failure,
    transient: true,
    applied: 'no',
  });
});

test('Retry-After is read as seconds or as a date', () => {
  const now = Date.parse('2026-11-23T08:00:00Z');
  const headers = [
    '3',
    '0.5',
    'Mon, 23 Nov 2026 08:00:09 GMT',
    'Mon, 23 Nov 2026 07:00:00 GMT',
    'soon',
    '',
    null,
  ];
  expect(headers.map((header) => retryAfterOf(header, now))).toEqual([
    3000,
    500,
    9000,
    0,
    undefined,
    undefined,
    undefined,
  ]);
});
