import { afterEach, expect, test, vi } from 'vitest';
import type { TestProject } from 'vitest/node';
import { answerCheck, BREACH_LOG } from '../../../../src/local/stand-in/contract/answer-check.ts';
import { checkAnswer } from '../../../../src/local/stand-in/contract/check-answer.ts';
import { setup } from '../../../check-answers.ts';

const kept = { log: process.env[BREACH_LOG], exitCode: process.exitCode };
afterEach(() => {
  process.env[BREACH_LOG] = kept.log;
  process.exitCode = kept.exitCode;
});

test('an upload’s answer in the words of Drive v2 is held against that version', () => {
  const file = { kind: 'drive#file', labels: { trashed: 'no' }, exportLinks: { 'text/csv': 1 }, name: 'x' };
  expect(checkAnswer('drive-v2', 'drive.files.update', file)).toEqual([
    { path: 'labels.trashed', problem: '"no" is no boolean' },
    { path: 'exportLinks[text/csv]', problem: '1 is no string' },
    { path: 'name', problem: 'unknown key' },
  ]);
});

test.each([
  ['a breach in any server fails the whole run', { planted: 1 }, 1],
  ['a run without a breach ends as it would', { spreadsheetId: 'x' }, kept.exitCode],
])('%s', (_rule, answer, exitCode) => {
  const told: string[] = [];
  const tell = (text: string | Uint8Array): boolean => told.push(String(text)) > 0;
  vi.spyOn(process.stdout, 'write').mockImplementation(tell);
  vi.spyOn(process.stderr, 'write').mockImplementation(tell);
  const end = setup({ vitest: { config: { mode: 'test' } } } as TestProject);
  const check = answerCheck(process.env[BREACH_LOG]);
  const refused = (() => {
    try {
      check('sheets', 'sheets.spreadsheets.get', answer);
      return false;
    } catch {
      return true;
    }
  })();
  end();
  vi.restoreAllMocks();
  expect(told.join('')).toContain(exitCode === 1 ? ': 1 breaches' : ': 0 breaches');
  expect([refused, process.exitCode]).toEqual([exitCode === 1, exitCode]);
});
