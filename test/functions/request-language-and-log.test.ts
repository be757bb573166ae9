import { expect, test } from 'vitest';
import { languageOfRequest } from '../../functions/language-of-request.ts';
import { makeLog, traceOf } from '../../functions/log.ts';
import { faultOf } from '../log-line.ts';

test.each([
  [undefined, 'vi'],
  ['fr', 'vi'],
  ['en-GB,en;q=0.9,vi;q=0.8', 'en'],
  ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
  ['den', 'vi'],
])('a caller that accepts %s is answered in %s', (accepted, language) => {
  expect(languageOfRequest(accepted)).toBe(language);
});

test('a log line is one JSON object on one line, whatever its fields hold', () => {
  const lines: string[] = [];
  makeLog((line) => lines.push(line), { service: 'par' })('WARNING', 'two\nlines', { count: 2 });
  expect(lines).toEqual(['{"severity":"WARNING","message":"two\\nlines","service":"par","count":2}\n']);
});

test('the trace of a request is taken from a well-formed traceparent only', () => {
  const id = '0af7651916cd43dd8448eb211c80319c';
  const header = `00-${id}-b7ad6b7169203331-01`;
  expect(traceOf(header, undefined)).toEqual({ 'logging.googleapis.com/trace': id });
  expect(traceOf(header, 'par-index-tinh')).toEqual({
    'logging.googleapis.com/trace': `projects/par-index-tinh/traces/${id}`,
  });
  expect(traceOf('00-short-b7ad6b7169203331-01', undefined)).toEqual({});
  expect(traceOf(undefined, 'par-index-tinh')).toEqual({});
});

test.each([
  ['an address', '{"severity":"INFO","message":"recompute","caller":"editor@tinh.gov.vn"}'],
  ['a field that nobody thought of', '{"severity":"INFO","message":"recompute","units":["Thủ Dầu Một"]}'],
  ['a sentence', '{"severity":"ERROR","message":"cannot read 51,75 in Thẩm định!C5"}'],
  ['a token', '{"severity":"INFO","message":"recompute","failure":"eyJhbGciOi.JSUzI1NiJ9"}'],
  ['a stack trace', 'Error: boom at serve (serve-function.ts:77)'],
])('the scan of all logs refuses a line that holds %s', (_, line) => {
  expect(faultOf(line)).toEqual(expect.any(String));
});

test('the scan of all logs takes what the functions are meant to log', () => {
  const line = {
    severity: 'INFO',
    message: 'recompute',
    runId: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
    caller: '0123456789ab',
    workbook: 'ba9876543210',
    status: 200,
    durationMs: 812,
    reads: 3,
    writes: 1,
    retries: 0,
    readsLeft: 57,
    writesLeft: 59,
  };
  expect(faultOf(JSON.stringify(line))).toBeUndefined();
});
