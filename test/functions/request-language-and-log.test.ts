import { expect, test } from 'vitest';
import { languageOfRequest } from '../../functions/language-of-request.ts';
import { makeLog, traceOf } from '../../functions/log.ts';

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
  expect(traceOf(`00-${id}-b7ad6b7169203331-01`)).toEqual({ 'logging.googleapis.com/trace': id });
  expect(traceOf('00-short-b7ad6b7169203331-01')).toEqual({});
  expect(traceOf(undefined)).toEqual({});
});
