import { WORKSPACE_FAILURES } from '../domain/messages/workspace-messages.ts';
import { bearerAuth } from '../sheets/google-auth.ts';
import { connectGoogle } from '../sheets/google-connection.ts';
import { GoogleSpreadsheet } from '../sheets/google-spreadsheet.ts';
import { TAB_METADATA_KEY } from '../workbook/tab-key.ts';
import { startFunctions } from './functions-process.ts';
import { makePeople, type People } from './people.ts';
import { makeRestClient, type RestClient } from './rest-client.ts';
import { openSampleWorkbook, type Sample, type SampleWorkbook } from './sample-workbook.ts';
import { type StandIn, startStandIn } from './stand-in/stand-in.ts';
import { WorkspaceFailure } from './workspace-failure.ts';

export interface Workspace {
  /** The spreadsheet server, as Google's client takes it. */
  readonly sheetsUrl: string;
  readonly functionsUrl: string;
  /** Calls as the person of the index office. */
  readonly editor: RestClient;
  /** The workbook of a sample, made when it is not there yet. */
  readonly openSample: (sample: Sample) => Promise<SampleWorkbook>;
  readonly stop: () => Promise<void>;
}

export interface WorkspaceOptions {
  /** Port of the spreadsheet server; the functions take the next one. 0 takes any two free ones. */
  readonly port: number;
  readonly storeDir: string;
}

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

async function listen(options: WorkspaceOptions, people: People): Promise<StandIn> {
  try {
    return await startStandIn({ ...options, accounts: [people.editor, people.service] });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new WorkspaceFailure(WORKSPACE_FAILURES.portInUse(options.port));
    throw error;
  }
}

async function startBeside(standIn: StandIn, options: WorkspaceOptions, people: People) {
  try {
    return await startFunctions({
      port: options.port === 0 ? 0 : options.port + 1,
      rootUrl: standIn.rootUrl,
      serviceAccount: people.service.email,
    });
  } catch (error) {
    await standIn.close();
    throw error;
  }
}

/** Starts the spreadsheet server and, in a process of their own, the functions that call it. */
export async function startWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const people = makePeople();
  const standIn = await listen(options, people);
  const functions = await startBeside(standIn, options, people);
  const editor = makeRestClient(standIn.rootUrl, people.editor.token, TAB_METADATA_KEY);
  const auth = bearerAuth(async () => ({
    accessToken: people.editor.token,
    expiresAt: Date.now() + YEAR_MS,
  }));
  const connection = connectGoogle({ auth, rootUrl: standIn.rootUrl });
  return {
    sheetsUrl: standIn.rootUrl,
    functionsUrl: functions.url,
    editor,
    openSample: (sample) =>
      openSampleWorkbook(sample, editor, {
        serviceAccount: people.service.email,
        open: (spreadsheetId) => new GoogleSpreadsheet({ connection, spreadsheetId }),
      }),
    stop: async () => {
      await functions.stop();
      await standIn.close();
    },
  };
}
