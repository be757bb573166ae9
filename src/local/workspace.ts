import { bearerAuth } from '../sheets/google-auth.ts';
import { connectGoogle } from '../sheets/google-connection.ts';
import { GoogleSpreadsheet } from '../sheets/google-spreadsheet.ts';
import { TAB_METADATA_KEY } from '../workbook/tab-key.ts';
import { startFunctions } from './functions-process.ts';
import { type LocalIssuer, startLocalIssuer } from './identity/local-issuer.ts';
import { makePeople, type People } from './people.ts';
import { makeRestClient, type RestClient } from './rest-client.ts';
import { openSampleWorkbook, type Sample, type SampleWorkbook } from './sample-workbook.ts';
import { type StandIn, startStandIn } from './stand-in/stand-in.ts';
import { explainStartFailure } from './start-failure.ts';

export interface Workspace {
  /** The spreadsheet server, as Google's client takes it. */
  readonly sheetsUrl: string;
  readonly functionsUrl: string;
  /** Calls as the person of the index office. */
  readonly editor: RestClient;
  readonly people: People;
  /** Vouches for people on this machine; a call to the functions needs a token of its. */
  readonly issuer: LocalIssuer;
  /** An identity token as the menu script gets it for the person who clicks. */
  readonly identityToken: (email: string) => string;
  /** What the functions logged so far. */
  readonly logged: () => readonly string[];
  /** Rejects when the functions end although nobody asked them to; never resolves. */
  readonly lost: Promise<never>;
  /** The workbook of a sample, made when it is not there yet. */
  readonly openSample: (sample: Sample) => Promise<SampleWorkbook>;
  readonly stop: () => Promise<void>;
}

export interface WorkspaceOptions {
  /** Port of the spreadsheet server; the functions take the next one. 0 takes any two free ones. */
  readonly port: number;
  readonly storeDir: string;
  /** Further settings of the functions. */
  readonly environment?: Readonly<Record<string, string>>;
}

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** Stands for the OAuth client of the menu script. */
const LOCAL_AUDIENCE = 'menu-script.par-index.test';

async function listen(options: WorkspaceOptions, people: People): Promise<StandIn> {
  try {
    return await startStandIn({
      ...options,
      accounts: [people.service, people.editor, people.publisher, people.reader, people.outsider],
    });
  } catch (error) {
    throw explainStartFailure(error, options);
  }
}

interface Beside {
  readonly standIn: StandIn;
  readonly issuer: LocalIssuer;
  readonly people: People;
}

async function startBeside({ standIn, issuer, people }: Beside, options: WorkspaceOptions) {
  try {
    return await startFunctions({
      port: options.port === 0 ? 0 : options.port + 1,
      rootUrl: standIn.rootUrl,
      serviceAccount: people.service.email,
      issuerUrl: issuer.url,
      audience: LOCAL_AUDIENCE,
      publishers: [people.publisher.email],
      ...(options.environment === undefined ? {} : { environment: options.environment }),
    });
  } catch (error) {
    await issuer.close();
    await standIn.close();
    throw error;
  }
}

/** Starts the spreadsheet server and, in a process of their own, the functions that call it. */
export async function startWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const people = makePeople();
  const standIn = await listen(options, people);
  const issuer = await startLocalIssuer();
  const functions = await startBeside({ standIn, issuer, people }, options);
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
    people,
    issuer,
    identityToken: (email) => issuer.sign({ email, aud: LOCAL_AUDIENCE }),
    logged: functions.logged,
    lost: functions.lost,
    openSample: (sample) =>
      openSampleWorkbook(sample, editor, {
        with: [
          { email: people.service.email, role: 'writer' },
          { email: people.publisher.email, role: 'writer' },
          { email: people.reader.email, role: 'reader' },
        ],
        open: (spreadsheetId) => new GoogleSpreadsheet({ connection, spreadsheetId }),
      }),
    stop: async () => {
      await functions.stop();
      await issuer.close();
      await standIn.close();
    },
  };
}
