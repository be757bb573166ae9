import { expect, test } from 'vitest';
import { driveFileNotFound, driveUnknownField } from '../../../../src/local/stand-in/contract/drive-error.ts';
import {
  aborted,
  failedPrecondition,
  insufficientScopes,
  invalidPart,
  notFound,
  notImplemented,
  permissionDenied,
  quotaExceeded,
  unauthenticated,
  unknownFieldPath,
} from '../../../../src/local/stand-in/contract/google-error.ts';

test('a refused request of a batch names the request and carries no details', () => {
  const error = invalidPart(
    'requests[0].updateSheetProperties',
    "You can't hide all the sheets in a document.",
  );
  expect([error.status, error.body]).toEqual([
    400,
    {
      error: {
        code: 400,
        message: "Invalid requests[0].updateSheetProperties: You can't hide all the sheets in a document.",
        status: 'INVALID_ARGUMENT',
      },
    },
  ]);
});

test('a mask that names nothing is an invalid argument whose detail names the path', () => {
  expect(unknownFieldPath('joe').body).toEqual({
    error: {
      code: 400,
      message: 'Request contains an invalid argument.',
      status: 'INVALID_ARGUMENT',
      details: [
        {
          '@type': 'type.googleapis.com/google.rpc.BadRequest',
          fieldViolations: [
            {
              field: 'joe',
              description: "Error expanding 'fields' parameter. Cannot find matching fields for path 'joe'.",
            },
          ],
        },
      ],
    },
  });
});

test('Sheets says not found with a status, Drive with the older list of errors and none', () => {
  expect(notFound().body).toEqual({
    error: { code: 404, message: 'Requested entity was not found.', status: 'NOT_FOUND' },
  });
  expect(driveFileNotFound('abc').body).toEqual({
    error: {
      code: 404,
      message: 'File not found: abc.',
      errors: [
        {
          message: 'File not found: abc.',
          domain: 'global',
          reason: 'notFound',
          location: 'fileId',
          locationType: 'parameter',
        },
      ],
    },
  });
});

test('a forbidden spreadsheet is denied in one plain sentence', () => {
  expect(permissionDenied().body).toEqual({
    error: { code: 403, message: 'The caller does not have permission', status: 'PERMISSION_DENIED' },
  });
});

test('a token of nobody is answered with the status, by Drive with the older list between', () => {
  expect(Object.keys(unauthenticated('sheets').body['error'] as object)).toEqual([
    'code',
    'message',
    'status',
  ]);
  const { error } = unauthenticated('drive').body as { error: Record<string, unknown> };
  expect(Object.keys(error)).toEqual(['code', 'message', 'errors', 'status']);
  expect(error['errors']).toEqual([
    {
      message: 'Invalid Credentials',
      domain: 'global',
      reason: 'authError',
      location: 'Authorization',
      locationType: 'header',
    },
  ]);
});

test('a used-up quota names metric, limit and project as recorded', () => {
  const error = quotaExceeded({ kind: 'read', per: 'user', projectNumber: '42' });
  expect([error.status, error.body]).toEqual([
    429,
    {
      error: {
        code: 429,
        message:
          "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:42'.",
        status: 'RESOURCE_EXHAUSTED',
        details: [
          {
            '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
            reason: 'RATE_LIMIT_EXCEEDED',
            domain: 'googleapis.com',
            metadata: {
              consumer: 'projects/42',
              quota_limit: 'ReadRequestsPerMinutePerUser',
              quota_metric: 'sheets.googleapis.com/read_requests',
              service: 'sheets.googleapis.com',
            },
          },
        ],
      },
    },
  ]);
});

test('a write quota of the whole project speaks of writes and of the project', () => {
  expect(JSON.stringify(quotaExceeded({ kind: 'write', per: 'project', projectNumber: '7' }).body)).toContain(
    '"quota_limit":"WriteRequestsPerMinutePerProject","quota_metric":"sheets.googleapis.com/write_requests"',
  );
});

test('what the stand-in cannot do is said with the name of the thing', () => {
  expect(notImplemented('addDataSource').body).toEqual({
    error: { code: 501, message: 'not implemented by the stand-in: addDataSource', status: 'UNIMPLEMENTED' },
  });
});

test('Drive refuses an unknown selection as a wrong parameter', () => {
  expect(driveUnknownField('joe').body).toEqual({
    error: {
      code: 400,
      message: 'Invalid field selection joe',
      errors: [
        {
          message: 'Invalid field selection joe',
          domain: 'global',
          reason: 'invalidParameter',
          location: 'fields',
          locationType: 'parameter',
        },
      ],
    },
  });
});

test('each remaining refusal has its status and its word', () => {
  const office =
    'This operation is not supported for this document. The document must not be an Office file.';
  const seen = [
    failedPrecondition(office),
    insufficientScopes('sheets.googleapis.com', 'google.apps.sheets.v4.SpreadsheetsService.UpdateValues'),
    aborted(),
  ].map(({ status, body }) => [status, (body as { error: { status: string } }).error.status]);
  expect(seen).toEqual([
    [400, 'FAILED_PRECONDITION'],
    [403, 'PERMISSION_DENIED'],
    [409, 'ABORTED'],
  ]);
});
