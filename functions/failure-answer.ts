import type { Bilingual, Language } from '../src/domain/language.ts';
import { describeSpreadsheetFailure } from '../src/domain/messages/spreadsheet-error-messages.ts';
import type { SpreadsheetFailure, SpreadsheetFailureKind } from '../src/domain/spreadsheet-failure.ts';
import { SpreadsheetError } from '../src/sheets/spreadsheet-error.ts';
import { type Answer, refusal } from './answer.ts';
import { problem, problemOf } from './problem.ts';

const STATUS: Readonly<Record<SpreadsheetFailureKind, number>> = {
  'not-found': 404,
  forbidden: 502,
  'sharing-refused': 409,
  'protected-range': 409,
  conflict: 409,
  'too-large': 413,
  'rate-limited': 429,
  'bad-request': 502,
  unauthenticated: 502,
  unavailable: 503,
  'unknown-outcome': 503,
  cancelled: 409,
};

const TITLE: Bilingual = {
  vi: 'Không đọc hoặc ghi được bảng tính',
  en: 'The spreadsheet could not be read or written',
};

/** A workbook that does not exist and one that is not shared look the same to whoever asks (docs/configuration.md). */
function withoutDisclosure(failure: SpreadsheetFailure): SpreadsheetFailure {
  return failure.kind === 'forbidden' && failure.reason === 'not-shared' ? { kind: 'not-found' } : failure;
}

interface FailureContext {
  readonly language: Language;
  readonly runId: string;
  readonly serviceAccount: string;
}

/** What the caller is told when a run fails: Google's refusals in sentences, our own bugs without details. */
export function failureAnswer(error: unknown, { language, runId, serviceAccount }: FailureContext): Answer {
  if (!(error instanceof SpreadsheetError)) return refusal(problem('internal', language, { runId }));
  const failure = withoutDisclosure(error.failure);
  if (failure.kind === 'cancelled') return refusal(problem('cancelled', language, { runId }));
  const describe = (as: Language) => describeSpreadsheetFailure(failure, as, { account: serviceAccount });
  const detail = { vi: describe('vi'), en: describe('en') };
  const text = { status: STATUS[failure.kind], code: failure.kind, title: TITLE, detail };
  return refusal(problemOf(text, language, { runId }));
}
