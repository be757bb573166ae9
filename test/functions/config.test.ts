import { expect, test } from 'vitest';
import { readConfig } from '../../functions/config.ts';
import { failureAnswer } from '../../functions/failure-answer.ts';

const SOUND = { PAR_SERVICE_ACCOUNT: 'robot@par-index.test', PAR_AUDIENCES: 'a, b' };

test('lists may hold spaces and empty places; addresses are compared in small letters', () => {
  const config = readConfig({ ...SOUND, PAR_PUBLISHERS: 'An@Tinh.gov.vn,, ', PAR_DOMAINS: 'Tinh.gov.vn' });
  expect(config).toEqual({
    port: 8080,
    serviceAccount: 'robot@par-index.test',
    audiences: ['a', 'b'],
    publishers: ['an@tinh.gov.vn'],
    domains: ['tinh.gov.vn'],
    callsPerMinute: 30,
    answerWithinMs: 55_000,
  });
});

test.each<readonly [string, Readonly<Record<string, string>>, RegExp]>([
  ['no audience', { PAR_AUDIENCES: ' , ' }, /PAR_AUDIENCES: must name at least one OAuth client id/],
  ['no account', { PAR_SERVICE_ACCOUNT: '' }, /PAR_SERVICE_ACCOUNT: must be the e-mail address/],
  ['an issuer elsewhere', { PAR_ISSUER_URL: 'https://issuer.evil.test/' }, /PAR_ISSUER_URL: .*this machine/],
  ['an issuer that only looks local', { PAR_ISSUER_URL: 'http://127.0.0.1.evil.test/' }, /PAR_ISSUER_URL/],
  [
    'a queue without its account',
    { PAR_TASKS_QUEUE: 'projects/p/locations/l/queues/q' },
    /set all three or none/,
  ],
  [
    'a queue in a process that ends with its answer',
    { PAR_TASKS_IN_PROCESS: 'yes' },
    /PAR_TASKS_IN_PROCESS: is for the local workspace alone/,
  ],
  ['a publisher who is no address', { PAR_PUBLISHERS: 'An' }, /PAR_PUBLISHERS: holds something/],
])('%s ends the start with a sentence that names the variable', (_, environment, sentence) => {
  expect(() => readConfig({ ...SOUND, ...environment })).toThrow(sentence);
});

test('of a bug the caller learns nothing but the run’s id', () => {
  const bug = new Error('cannot read 51,75 of Thủ Dầu Một with token ya29.secret');
  const context = { language: 'en' as const, runId: 'run-1', serviceAccount: 'robot@par-index.test' };
  const { status, body } = failureAnswer(bug, context);
  expect([status, body]).toEqual([500, expect.objectContaining({ code: 'internal', runId: 'run-1' })]);
  expect(JSON.stringify(body)).not.toMatch(/51,75|ya29|\.ts|at /);
});
