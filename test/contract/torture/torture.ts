import { OAuth2Client } from 'googleapis-common';
import { seededRandom } from '../../../src/local/stand-in/faults/seeded-random.ts';
import type { Clock } from '../../../src/sheets/clock.ts';
import { connectGoogle } from '../../../src/sheets/google-connection.ts';
import { GoogleSpreadsheet } from '../../../src/sheets/google-spreadsheet.ts';
import { SpreadsheetError } from '../../../src/sheets/spreadsheet-error.ts';
import { checkAll, viewOf } from './check-states.ts';
import { makeFaultyFetch, type Sky, type Weather } from './faulty-fetch.ts';
import { type Google, makeGoogle } from './in-process-google.ts';
import { type MemoryStore, makeMemoryStore } from './memory-store.ts';
import { makeStaff } from './staff.ts';
import { type Attempt, ENTRIES, recomputeTally, TABS } from './tally.ts';
import { makeTurns, type Turns } from './turns.ts';

export interface TortureOptions {
  readonly seed: number;
  /** Makes the server apply a batch although its guard's id is taken: the checker must notice. */
  readonly breakGuard?: boolean;
}

const ROOT = 'http://127.0.0.1:1/';

async function ask(google: Google, method: string, path: string, body?: object): Promise<void> {
  const { status, text } = await google(method, `${ROOT}${path}`, body && JSON.stringify(body));
  if (status !== 200) throw new Error(text);
}

async function fill(google: Google): Promise<void> {
  const sheets = TABS.map(({ sheetId, title, rowCount, columnCount }) => ({
    properties: { sheetId, title, gridProperties: { rowCount, columnCount } },
  }));
  await ask(google, 'POST', 'v4/spreadsheets', { properties: { title: 'Sổ' }, sheets });
  const rows = ['A', 'B', 'C', 'D', 'E'].map((name, i) => ({
    values: [{ userEnteredValue: { stringValue: name } }, { userEnteredValue: { numberValue: i } }],
  }));
  const start = { sheetId: ENTRIES.sheetId, rowIndex: 0, columnIndex: 0 };
  const requests = [{ updateCells: { start, rows, fields: 'userEnteredValue' } }];
  await ask(google, 'POST', 'v4/spreadsheets/the-spreadsheet:batchUpdate', { requests });
}

/** A server that forgets to refuse: when a guard's id is taken, the rest of the batch is applied without it. */
function withoutGuard(google: Google): Google {
  return async (method, url, body) => {
    const answer = await google(method, url, body);
    if (answer.status !== 400 || !answer.text.includes('developer metadata')) return answer;
    const { requests } = JSON.parse(body ?? '{}') as { readonly requests: readonly unknown[] };
    return google(method, url, JSON.stringify({ requests: requests.slice(1) }));
  };
}

/** Waits are turns, so a run that backs off lets others go first. */
function clockOf(turns: Turns): Clock {
  let now = 1_700_000_000_000;
  return {
    now: () => now,
    sleep: (milliseconds) => {
      now += milliseconds;
      return turns.next();
    },
    setAlarm: () => () => undefined,
  };
}

interface Scene {
  readonly store: MemoryStore;
  readonly sky: Sky;
  readonly turns: Turns;
  readonly random: () => number;
  readonly attempts: Attempt[];
}

interface Sizes {
  readonly cellsPerRead?: number;
  readonly bytesPerWrite?: number;
}

function startRun(name: string, weather: Weather, scene: Scene, sizes: Sizes): Promise<void> {
  const { store, sky, turns, random, attempts } = scene;
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: 'token' });
  const connection = connectGoogle({ auth, rootUrl: ROOT, fetch: makeFaultyFetch(name, weather, sky) });
  const patience = { clock: clockOf(turns), random, maxTries: 4 };
  const port = new GoogleSpreadsheet({ connection, spreadsheetId: 'the-spreadsheet', patience, ...sizes });
  const statesSoFar = () => store.states.length;
  return recomputeTally({ port, name, statesSoFar, attempts }).catch((error: unknown) => {
    if (!(error instanceof SpreadsheetError)) throw error;
  });
}

/** What happened in one world. */
export interface Story {
  readonly wrong: readonly string[];
  /** What each attempt was told. */
  readonly told: readonly string[];
  /** How many states of the spreadsheet had tabs of a commit that was still being prepared. */
  readonly statesWithHiddenTabs: number;
}

/** One run of the world by one seed. */
export async function torture({ seed, breakGuard = false }: TortureOptions): Promise<Story> {
  const random = seededRandom(seed);
  const store = makeMemoryStore();
  const real = makeGoogle(store);
  const google = breakGuard ? withoutGuard(real) : real;
  const stale = makeGoogle({ ...store, get: store.previous });
  await fill(real);
  const turns = makeTurns(random);
  const scene: Scene = { store, sky: { store, google, stale }, turns, random, attempts: [] };
  const staleReads = random() < 0.2;
  const readWhole = random() < 0.7;
  const sizes = {
    ...(readWhole ? {} : { cellsPerRead: 9 }),
    ...(random() < 0.5 ? {} : { bytesPerWrite: 700 }),
  };
  const weather = { random, turns, faults: random() * 0.4, crashes: random() * 0.05, staleReads };
  const runs = 1 + Math.floor(random() * 8);
  for (let run = 1; run <= runs; run += 1) void startRun(`run ${run}`, weather, scene, sizes);
  void makeStaff({ store, google: real, random, turns })(Math.floor(random() * 12));
  await turns.runOut();
  const calm = { ...weather, faults: 0, crashes: 0, staleReads: false };
  void startRun('last', calm, scene, sizes);
  await turns.runOut();
  const views = await Promise.all(store.states.map((state) => viewOf(state, store)));
  const wrong = checkAll({ views, attempts: scene.attempts, lag: staleReads ? 1 : 0, readWhole });
  const last = views.at(-1);
  const isCurrent = last?.results[1]?.[1] === last?.entries;
  return {
    wrong: [
      ...wrong,
      ...(isCurrent ? [] : ['a last calm run did not bring the results up to date']),
      ...(last?.hiddenTabs === 0 ? [] : [`${last?.hiddenTabs} hidden tabs were left`]),
    ],
    told: scene.attempts.map(({ told }) => told),
    statesWithHiddenTabs: views.filter(({ hiddenTabs }) => hiddenTabs > 0).length,
  };
}
