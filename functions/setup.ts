import { randomUUID } from 'node:crypto';
import { workbookTemplate } from '../sheets-templates/workbook/template.ts';
import { setUpYear } from '../src/jobs/set-up-year.ts';
import type { SpreadsheetPort } from '../src/sheets/spreadsheet-port.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import type { OtherWorkbook, ParFunction } from './par-function.ts';
import type { CallPatience } from './perform.ts';
import { type SetupBody, SetupRequestSchema } from './schemas/setup-schemas.ts';
import { setupAnswer } from './setup-answer.ts';

export interface SetupParts {
  readonly openSpreadsheet: (spreadsheetId: string, patience: CallPatience) => SpreadsheetPort;
  /** The account that fills the file; new files are shared with it. */
  readonly serviceAccount: string;
  /** Two calls never fill one file. */
  readonly oneAtATime: OneAtATime;
}

function othersOf({ from, into, criteria = [] }: SetupBody): readonly OtherWorkbook[] {
  const writable = [from, into].filter((id) => id !== undefined);
  return [
    ...writable.map((spreadsheetId): OtherWorkbook => ({ spreadsheetId, role: 'writer' })),
    ...criteria.map(({ spreadsheetId }): OtherWorkbook => ({ spreadsheetId, role: 'reader' })),
  ];
}

function choicesOf(
  { language, period, province, locale, office = [] }: SetupBody,
  keepers: readonly string[],
) {
  return {
    language,
    period,
    ...(province !== undefined && { province }),
    ...(locale !== undefined && { locale }),
    office: [...new Set([...keepers, ...office].map((address) => address.toLowerCase()))],
  };
}

/** POST /setup: what a new year would begin with; with an empty file of the caller's, fills that file. */
export function makeSetup({
  openSpreadsheet,
  serviceAccount,
  oneAtATime,
}: SetupParts): ParFunction<SetupBody> {
  return {
    name: 'setup',
    schema: SetupRequestSchema,
    isRun: true,
    alsoOpens: othersOf,
    run: async ({ body, by, language, runId, signal, deadline, onPhase }) => {
      const { from, into, criteria = [] } = body;
      const open = (id: string) => openSpreadsheet(id, { signal, deadline });
      const work = () =>
        setUpYear(
          {
            ...(from !== undefined && { last: open(from) }),
            criteria: criteria.map(({ spreadsheetId, set }) => ({
              spreadsheet: open(spreadsheetId),
              ...(set !== undefined && { setId: set }),
            })),
            ...(into !== undefined && { into: open(into) }),
            template: workbookTemplate(),
            newRunId: randomUUID,
            onPhase,
          },
          choicesOf(body, [serviceAccount, by]),
        );
      const outcome = await (into === undefined ? work() : oneAtATime(into, work));
      return setupAnswer(outcome, { runId, language, body, serviceAccount });
    },
  };
}
