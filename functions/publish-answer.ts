import { assertNever } from '../src/domain/assert-never.ts';
import { type Audience, readersOf } from '../src/domain/audience.ts';
import type { Language } from '../src/domain/language.ts';
import type { Leak } from '../src/domain/leak.ts';
import { describeLeak } from '../src/domain/messages/leak-messages.ts';
import { audienceWords } from '../src/domain/messages/release-messages.ts';
import type { DraftReport, PublishOutcome, PublishRefusal } from '../src/jobs/publication/publish-outcome.ts';
import { countIssues } from '../src/workbook/output/issues-tab.ts';
import { type Answer, refusal } from './answer.ts';
import { type PublicationProblemCode, publicationProblem } from './publication-problem.ts';

/** More than anyone reads in a dialog; the rest is counted. */
const LEAKS_TOLD = 50;

function told(leaks: readonly Leak[], language: Language) {
  return {
    leaks: leaks.slice(0, LEAKS_TOLD).map((leak) => ({ ...leak, text: describeLeak(leak)[language] })),
    more: Math.max(0, leaks.length - LEAKS_TOLD),
  };
}

interface Refusal {
  readonly code: PublicationProblemCode;
  readonly details?: Readonly<Record<string, unknown>>;
}

function refusalFor(refused: PublishRefusal, language: Language): Refusal {
  switch (refused.kind) {
    case 'entries-have-errors':
      return { code: 'cannot-publish', details: { issues: countIssues(refused.issues) } };
    case 'not-publishable':
      return { code: 'not-publishable', details: { tabs: refused.tabs } };
    case 'chain-broken':
      return { code: 'chain-broken', details: { faults: refused.faults } };
    case 'leaks-found':
      return { code: 'leaks-found', details: { ...told(refused.leaks, language), closed: refused.closed } };
    case 'superseded':
    case 'moved':
      return { code: 'publication-superseded' };
    case 'results-out-of-date':
    case 'results-are-provisional':
    case 'words-not-public':
    case 'no-results-file':
    case 'results-file-unreachable':
    case 'not-a-results-file':
    case 'draft-changed':
    case 'withdrawn-meanwhile':
      return { code: refused.kind };
    default:
      return assertNever(refused);
  }
}

/** Who may read, in the words of the person who asks. */
function wordsFor(audience: Audience, language: Language): string {
  if (audience.kind !== 'people')
    return audienceWords(audience.kind, audience.kind === 'domain' ? audience.domain : '')[language];
  const addresses = audience.addresses.join(', ');
  return `${audienceWords('people', String(readersOf(audience).length))[language]}: ${addresses}`;
}

interface Call {
  readonly runId: string;
  readonly language: Language;
  readonly audience: Audience;
  readonly serviceAccount: string;
}

function draftBody({ kind, ...draft }: DraftReport, { runId, language, audience, serviceAccount }: Call) {
  return { outcome: kind, runId, ...draft, audience: wordsFor(audience, language), serviceAccount };
}

/** The answer to POST /publish: a draft to look at, what was published, or why nothing was. */
export function publishAnswer(outcome: PublishOutcome, call: Call): Answer {
  const { runId, language } = call;
  switch (outcome.kind) {
    case 'draft':
      return { status: 200, body: draftBody(outcome, call) };
    case 'published': {
      const { kind, sealed, resultsId, address, corrections, resumed } = outcome;
      const release = { number: sealed.link.number, hash: sealed.hash };
      return {
        status: 200,
        body: { outcome: kind, runId, release, resultsId, address, corrections, resumed },
      };
    }
    case 'refused': {
      const { code, details = {} } = refusalFor(outcome.refusal, language);
      return refusal(publicationProblem(code, language, { runId, ...details }));
    }
    default:
      return assertNever(outcome);
  }
}
