import { assertNever } from '../src/domain/assert-never.ts';
import type { Language } from '../src/domain/language.ts';
import { withdraw as runWithdraw, type WithdrawOutcome } from '../src/jobs/publication/withdraw.ts';
import { type Answer, refusal } from './answer.ts';
import type { ParFunction } from './par-function.ts';
import { publicationProblem } from './publication-problem.ts';
import { type PublicationParts, publicationOf } from './publish.ts';
import { type WithdrawBody, WithdrawRequestSchema } from './schemas/publication-requests.ts';

function withdrawAnswer(outcome: WithdrawOutcome, runId: string, language: Language): Answer {
  switch (outcome.kind) {
    case 'withdrawn': {
      const { kind, number, closed } = outcome;
      return { status: 200, body: { outcome: kind, runId, number, closed } };
    }
    case 'closed-without-log': {
      const { closed, faults } = outcome;
      return refusal(publicationProblem('closed-without-log', language, { runId, closed, faults }));
    }
    case 'words-not-public':
    case 'nothing-published':
    case 'not-these-results':
    case 'results-file-unreachable':
      return refusal(publicationProblem(outcome.kind, language, { runId }));
    case 'superseded':
    case 'moved':
      return refusal(publicationProblem('publication-superseded', language, { runId }));
    default:
      return assertNever(outcome);
  }
}

/** POST /withdraw: closes what is published and says so in both logs; carried through even if the caller leaves. */
export function makeWithdraw({
  openFile,
  serviceAccount,
  oneAtATime,
}: PublicationParts): ParFunction<WithdrawBody> {
  return {
    name: 'withdraw',
    schema: WithdrawRequestSchema,
    isRun: true,
    isStoppable: () => false,
    run: async ({ body, by, language, runId, onPhase }) => {
      const { spreadsheetId, who, why } = body;
      const control = openFile(spreadsheetId).spreadsheet;
      const dependencies = {
        ...publicationOf(spreadsheetId, { openFile, serviceAccount }),
        control,
        onPhase,
      };
      const { outcome } = await oneAtATime(spreadsheetId, () => runWithdraw(dependencies, { who, why }, by));
      return withdrawAnswer(outcome, runId, language);
    },
  };
}
