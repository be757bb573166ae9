import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { identityAnswer } from '../../functions/access/refusals.ts';
import { failureAnswer } from '../../functions/failure-answer.ts';
import { problem } from '../../functions/problem.ts';
import { publicationProblem } from '../../functions/publication-problem.ts';
import { setupProblem } from '../../functions/setup-problem.ts';
import { PROBLEMS } from '../../src/domain/messages/problem-messages.ts';
import { PUBLICATION_PROBLEMS } from '../../src/domain/messages/publication-problem-messages.ts';
import { SETUP_PROBLEMS } from '../../src/domain/messages/setup-problem-messages.ts';
import type { SpreadsheetFailure, SpreadsheetFailureKind } from '../../src/domain/spreadsheet-failure.ts';
import { SpreadsheetError } from '../../src/sheets/spreadsheet-error.ts';

const PAGE = join(import.meta.dirname, '../../docs/configuration.md');

/** One failure of each kind: a kind that is new does not compile until it stands here. */
const FAILURES: { readonly [Kind in SpreadsheetFailureKind]: Extract<SpreadsheetFailure, { kind: Kind }> } = {
  'not-found': { kind: 'not-found' },
  forbidden: { kind: 'forbidden', reason: 'missing-scope' },
  'sharing-refused': { kind: 'sharing-refused', reason: 'not-allowed' },
  'protected-range': { kind: 'protected-range' },
  'rate-limited': { kind: 'rate-limited', quota: 'reads' },
  unavailable: { kind: 'unavailable' },
  'too-large': { kind: 'too-large', limit: 'cells' },
  'bad-request': { kind: 'bad-request', detail: '' },
  unauthenticated: { kind: 'unauthenticated' },
  conflict: { kind: 'conflict', detail: '' },
  'unknown-outcome': { kind: 'unknown-outcome' },
  cancelled: { kind: 'cancelled' },
};

function codeAndStatus({ status, body }: { readonly status: number; readonly body: unknown }): string {
  return `${status} ${(body as { code: string }).code}`;
}

function codesOf<T extends object>(problems: T): readonly (keyof T)[] {
  return Object.keys(problems) as (keyof T)[];
}

/** Every refusal that a caller may get, as status and code. */
function refusals(): readonly string[] {
  const context = { language: 'en', runId: 'run', serviceAccount: 'robot@par-index.test' } as const;
  const script = { kind: 'wrong-audience', audience: 'client' } as const;
  const all = [
    ...codesOf(PROBLEMS).map((code) => problem(code, 'en')),
    ...codesOf(PUBLICATION_PROBLEMS).map((code) => publicationProblem(code, 'en')),
    ...codesOf(SETUP_PROBLEMS).map((code) => setupProblem(code, 'en')),
    ...Object.values(FAILURES).map((failure) => failureAnswer(new SpreadsheetError(failure), context)),
    identityAnswer(script, 'en'),
  ];
  return [...new Set(all.map(codeAndStatus))].toSorted();
}

test('the page for whoever calls lists every refusal under its status, and none that does not exist', async () => {
  const page = await readFile(PAGE, 'utf8');
  const [, section = ''] = page.split('## Refusals');
  const rows = [...section.matchAll(/^\| (\d{3}) \| (.*) \|$/gm)];
  const listed = rows.flatMap(([, status, codes = '']) =>
    [...codes.matchAll(/`([^`]+)`/g)].map(([, code]) => `${status} ${code}`),
  );
  expect(listed.toSorted()).toEqual(refusals());
});
