import { randomUUID } from 'node:crypto';
import { PRODUCT_VERSION } from '../src/domain/product-version.ts';
import { publish as runPublish } from '../src/jobs/publication/publish.ts';
import type { PublishRequest } from '../src/jobs/publication/publish-outcome.ts';
import type { PublishedFilePort } from '../src/sheets/spreadsheet-port.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import type { ParFunction } from './par-function.ts';
import { publishAnswer } from './publish-answer.ts';
import { type PublishBody, PublishRequestSchema } from './schemas/publication-requests.ts';

export interface PublicationParts {
  /** A workbook and its file, with the account's right to share; not stopped when the caller leaves. */
  readonly openFile: (id: string) => PublishedFilePort;
  /** The account that fills results files and shares them. */
  readonly serviceAccount: string;
  /** Publishing and withdrawing of one workbook never overlap. */
  readonly oneAtATime: OneAtATime;
}

/** What publishing and withdrawing of a control workbook work with, beside that workbook and who watches. */
export function publicationOf(
  controlId: string,
  { openFile, serviceAccount }: Pick<PublicationParts, 'openFile' | 'serviceAccount'>,
) {
  return {
    controlId,
    openResults: openFile,
    serviceAccount,
    now: () => new Date(),
    newRunId: randomUUID,
    product: PRODUCT_VERSION,
  };
}

function requestOf(body: PublishBody): PublishRequest {
  const { audience, copying, who, why, tabs, provisional = false, resultsId, confirm } = body;
  return {
    audience,
    copying,
    who,
    why,
    provisional,
    ...(tabs === undefined ? {} : { tabs }),
    ...(resultsId === undefined ? {} : { resultsId }),
    ...(confirm === undefined ? {} : { confirm }),
  };
}

/**
 * POST /publish: without a confirmation the draft, with one the publication. Once confirmed it is carried through
 * even if the caller leaves: a publication that stops half way would have to be finished by somebody.
 */
export function makePublish({
  openFile,
  serviceAccount,
  oneAtATime,
}: PublicationParts): ParFunction<PublishBody> {
  return {
    name: 'publish',
    schema: PublishRequestSchema,
    isRun: true,
    isStoppable: ({ confirm }) => confirm === undefined,
    run: async ({ body, by, language, runId, spreadsheet, onPhase }) => {
      const { spreadsheetId, audience, confirm } = body;
      const control = confirm === undefined ? spreadsheet : openFile(spreadsheetId).spreadsheet;
      const dependencies = {
        ...publicationOf(spreadsheetId, { openFile, serviceAccount }),
        control,
        onPhase,
      };
      const { outcome } = await oneAtATime(spreadsheetId, () =>
        runPublish(dependencies, requestOf(body), by),
      );
      return publishAnswer(outcome, { runId, language, audience, serviceAccount });
    },
  };
}
