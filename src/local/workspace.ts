import type { Bilingual } from '../domain/language.ts';
import { bearerAuth } from '../sheets/google-auth.ts';
import { connectGoogle, type GoogleConnection } from '../sheets/google-connection.ts';
import { GoogleSpreadsheet } from '../sheets/google-spreadsheet.ts';
import type { SpreadsheetPort } from '../sheets/spreadsheet-port.ts';
import { TAB_METADATA_KEY } from '../workbook/tab-key.ts';
import { startFunctions } from './functions-process.ts';
import { makePeople, type People } from './people.ts';
import { PAGE_AFTER, USUAL_PORT } from './ports.ts';
import { makeRestClient, type RestClient } from './rest-client.ts';
import {
  createShared,
  type FaultyWorkbook,
  makeWorkbook,
  type NewWorkbook,
  openSampleWorkbook,
  type Sample,
  type SampleWorkbook,
  type Share,
  type Sharing,
} from './sample-workbook.ts';
import type { Account } from './stand-in/identity/accounts.ts';
import type { Issuer } from './stand-in/identity/issuer.ts';
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
  readonly issuer: Issuer;
  /** An identity token as the menu script gets it for the person who clicks. */
  readonly identityToken: (email: string) => string;
  /** A document as the spreadsheet server holds it. */
  readonly stored: StandIn['stored'];
  /** What the functions logged so far. */
  readonly logged: () => readonly string[];
  /** Rejects when the functions end although nobody asked them to; never resolves. */
  readonly lost: Promise<never>;
  /** The workbook of a sample, made when it is not there yet. */
  readonly openSample: (sample: Sample) => Promise<SampleWorkbook>;
  /** Makes a workbook of a person's own and lets the others in; gives back its id. */
  readonly makeWorkbook: (wanted: NewWorkbook | FaultyWorkbook, person: Account) => Promise<string>;
  /** An empty spreadsheet of a person's own, with the others let in. */
  readonly createSpreadsheet: (title: string, firstTab: string, person: Account) => Promise<string>;
  /** A workbook as jobs read it, with the rights of a person. */
  readonly spreadsheetOf: (spreadsheetId: string, person: Account) => SpreadsheetPort;
  /** Told where the page shows workbooks, for the addresses that are printed: the usual place until then. */
  readonly shownAt: (pageUrl: string) => void;
  readonly stop: () => Promise<void>;
}

export interface WorkspaceOptions {
  /** Port of the spreadsheet server; the functions take the next one. 0 takes any two free ones. */
  readonly port: number;
  readonly storeDir: string;
  /** Told of what is wrong with the store, such as a damaged file that was set aside. */
  readonly report?: (sentence: Bilingual) => void;
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

async function startBeside(standIn: StandIn, people: People, options: WorkspaceOptions) {
  try {
    return await startFunctions({
      port: options.port === 0 ? 0 : options.port + 1,
      rootUrl: standIn.rootUrl,
      serviceAccount: people.service.email,
      issuerUrl: standIn.issuer.url,
      audience: LOCAL_AUDIENCE,
      publishers: [people.publisher.email],
      ...(options.environment === undefined ? {} : { environment: options.environment }),
    });
  } catch (error) {
    await standIn.close();
    throw error;
  }
}

/** Opens workbooks with Google's client, as whoever asks; each person has a connection of their own. */
function openAs(rootUrl: string): Workspace['spreadsheetOf'] {
  const connections = new Map<string, GoogleConnection>();
  const connect = ({ token }: Account): GoogleConnection => {
    const auth = bearerAuth(async () => ({ accessToken: token, expiresAt: Date.now() + YEAR_MS }));
    return connectGoogle({ auth, rootUrl });
  };
  return (spreadsheetId, person) => {
    const connection = connections.get(person.email) ?? connect(person);
    connections.set(person.email, connection);
    return new GoogleSpreadsheet({ connection, spreadsheetId });
  };
}

/** Everybody of the office is let in by whoever makes a workbook, and so is the functions' own account. */
function sharesFor(owner: Account, { service, editor, publisher, reader }: People): readonly Share[] {
  const others: readonly Share[] = [
    { email: service.email, role: 'writer' },
    { email: editor.email, role: 'writer' },
    { email: publisher.email, role: 'writer' },
    { email: reader.email, role: 'reader' },
  ];
  return others.filter(({ email }) => email !== owner.email);
}

/** Starts the spreadsheet server and, in a process of their own, the functions that call it. */
export async function startWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const people = makePeople();
  const standIn = await listen(options, people);
  const shownAt = (pageUrl: string) => {
    standIn.web.origin = new URL(pageUrl).origin;
  };
  shownAt(`http://127.0.0.1:${(options.port || USUAL_PORT) + PAGE_AFTER}/`);
  const functions = await startBeside(standIn, people, options);
  const clientOf = ({ token }: Account) => makeRestClient(standIn.rootUrl, token, TAB_METADATA_KEY);
  const editor = clientOf(people.editor);
  const spreadsheetOf = openAs(standIn.rootUrl);
  const sharingOf = (person: Account): Sharing => ({
    with: sharesFor(person, people),
    office: [people.service.email, people.editor.email, people.publisher.email],
    open: (spreadsheetId) => spreadsheetOf(spreadsheetId, person),
  });
  return {
    sheetsUrl: standIn.rootUrl,
    functionsUrl: functions.url,
    editor,
    people,
    issuer: standIn.issuer,
    identityToken: (email) => standIn.issuer.sign({ email, aud: LOCAL_AUDIENCE }),
    stored: standIn.stored,
    logged: functions.logged,
    lost: functions.lost,
    openSample: (sample) => openSampleWorkbook(sample, editor, sharingOf(people.editor)),
    createSpreadsheet: (title, firstTab, person) =>
      createShared({ title, firstTab }, clientOf(person), sharingOf(person)),
    makeWorkbook: (wanted, person) => makeWorkbook(wanted, clientOf(person), sharingOf(person)),
    spreadsheetOf,
    shownAt,
    stop: async () => {
      await functions.stop();
      await standIn.close();
    },
  };
}
