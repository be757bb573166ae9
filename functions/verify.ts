import { assertNever } from '../src/domain/assert-never.ts';
import type { Language } from '../src/domain/language.ts';
import { describeDifference } from '../src/domain/messages/difference-messages.ts';
import { verify as runVerify, type VerifyOutcome } from '../src/jobs/publication/verify.ts';
import { countIssues } from '../src/workbook/output/issues-tab.ts';
import { type Answer, refusal } from './answer.ts';
import type { ParFunction } from './par-function.ts';
import { publicationProblem } from './publication-problem.ts';
import type { PublicationParts } from './publish.ts';
import { type WorkbookRequest, WorkbookRequestSchema } from './schemas/requests.ts';

/** More than anyone reads in a dialog; the rest is counted. */
const DIFFERENCES_TOLD = 200;

function verifyAnswer(outcome: VerifyOutcome, runId: string, language: Language): Answer {
  switch (outcome.kind) {
    case 'verified': {
      const { kind, differences, newest, release, cells } = outcome;
      const told = differences.slice(0, DIFFERENCES_TOLD).map((difference) => ({
        kind: difference.kind,
        text: describeDifference(difference)[language],
      }));
      return {
        status: 200,
        body: {
          outcome: kind,
          runId,
          identical: differences.length === 0,
          release: { number: release.number, hash: newest.hash },
          withdrawn: newest.link.kind === 'withdrawal',
          cells,
          differences: told,
          more: differences.length - told.length,
        },
      };
    }
    case 'entries-have-errors':
      return refusal(
        publicationProblem('cannot-verify', language, { runId, issues: countIssues(outcome.issues) }),
      );
    case 'results-file-unreachable':
    case 'nothing-published':
    case 'not-these-results':
      return refusal(publicationProblem(outcome.kind, language, { runId }));
    default:
      return assertNever(outcome);
  }
}

/** POST /verify: computes again and compares with what is published; writes nothing. */
export function makeVerify({ openFile }: Pick<PublicationParts, 'openFile'>): ParFunction<WorkbookRequest> {
  return {
    name: 'verify',
    schema: WorkbookRequestSchema,
    isRun: true,
    run: async ({ body, language, runId, spreadsheet, onPhase }) => {
      const { outcome } = await runVerify({
        control: spreadsheet,
        controlId: body.spreadsheetId,
        openResults: (resultsId) => {
          if (resultsId === undefined) return undefined;
          const port = openFile(resultsId);
          return { spreadsheet: port.spreadsheet, describe: () => port.file.describe() };
        },
        onPhase,
      });
      return verifyAnswer(outcome, runId, language);
    },
  };
}
