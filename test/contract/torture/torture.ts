import { OAuth2Client } from 'googleapis-common';
import { seededRandom } from '../../../src/local/stand-in/faults/seeded-random.ts';
import type { Clock } from '../../../src/sheets/clock.ts';
import { connectGoogle } from '../../../src/sheets/google-connection.ts';
import { GoogleSpreadsheet } from '../../../src/sheets/google-spreadsheet.ts';
import { checkAll, checkEnd } from './check-states.ts';
import { makeFaultyFetch, type Sky, type Weather } from './faulty-fetch.ts';
import { type Google, makeGoogle } from './in-process-google.ts';
import { type MemoryStore, makeMemoryStore } from './memory-store.ts';
import { type Attempt, tortured } from './recompute-run.ts';
import { beginning, ROOT, SPREADSHEET_ID } from './small-world.ts';
import { type Damage, makeStaff } from './staff.ts';
import { makeTurns, type Turns } from './turns.ts';
import { viewOf } from './view.ts';

/** What a server can be made to forget, so that the checker must notice. */
export type Broken = 'guard' | 'anchors';

export interface TortureOptions {
  readonly seed: number;
  readonly broken?: Broken;
  /** How often staff do something; by chance when it is not said. */
  readonly edits?: number;
}

interface Batch {
  readonly requests: readonly { readonly createDeveloperMetadata?: Created }[];
}

interface Created {
  readonly developerMetadata: { readonly metadataId?: number; readonly metadataKey: string };
}

/** A server that forgets to refuse: when an id is taken, the rest of the batch is applied without the entry. */
function forgetful(google: Google, broken: Broken): Google {
  const key = broken === 'guard' ? 'par.version' : 'par.anchor';
  const again = async (method: string, url: string, body?: string): Promise<Awaited<ReturnType<Google>>> => {
    const answer = await google(method, url, body);
    const taken = /requests\[(\d+)\].*developer metadata with ID/.exec(answer.text)?.[1];
    if (answer.status !== 400 || taken === undefined) return answer;
    const { requests } = JSON.parse(body ?? '{}') as Batch;
    const refused = requests[Number(taken)]?.createDeveloperMetadata?.developerMetadata.metadataKey;
    if (refused !== key) return answer;
    return again(method, url, JSON.stringify({ requests: requests.toSpliced(Number(taken), 1) }));
  };
  return again;
}

/** Waits are turns, so a run that backs off lets others go first. */
function clockOf(turns: Turns): Clock {
  let now = 1_700_000_100_000;
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
  const clock = clockOf(turns);
  const patience = { clock, random, maxTries: 4 };
  const port = new GoogleSpreadsheet({ connection, spreadsheetId: SPREADSHEET_ID, patience, ...sizes });
  const now = () => new Date(clock.now());
  return tortured({ port, name, statesSoFar: () => store.states.length, now, attempts });
}

/** What happened in one world. */
export interface Story {
  readonly wrong: readonly string[];
  /** What each attempt was told. */
  readonly told: readonly string[];
  /** How many states of the spreadsheet had tabs of a commit that was still being prepared. */
  readonly statesWithHiddenTabs: number;
}

/** Mostly a few runs at once, at times up to eight. */
function runsIn(random: () => number): number {
  return 1 + Math.floor(random() ** 5 * 8);
}

/** One run of the world by one seed. */
export async function torture({ seed, broken, edits }: TortureOptions): Promise<Story> {
  const random = seededRandom(seed);
  const store = makeMemoryStore([await beginning()]);
  const real = makeGoogle(store);
  const google = broken === undefined ? real : forgetful(real, broken);
  const stale = makeGoogle({ ...store, get: store.previous });
  const turns = makeTurns(random);
  const scene: Scene = { store, sky: { store, google, stale }, turns, random, attempts: [] };
  const staleReads = random() < 0.2;
  const readWhole = random() < 0.8;
  const sizes = {
    ...(readWhole ? {} : { cellsPerRead: 150 }),
    ...(random() < 0.7 ? {} : { bytesPerWrite: 9_000 }),
  };
  const weather = { random, turns, faults: random() * 0.4, crashes: random() * 0.05, staleReads };
  const runs = runsIn(random);
  for (let run = 1; run <= runs; run += 1) void startRun(`run ${run}`, weather, scene, sizes);
  const damages: Damage[] = [];
  const usual = Math.floor(random() ** 2 * 12);
  void makeStaff({ store, google: real, random, turns }, damages)(edits ?? usual);
  await turns.runOut();
  const calm = { ...weather, faults: 0, crashes: 0, staleReads: false };
  void startRun('last', calm, scene, sizes);
  await turns.runOut();
  const views = await Promise.all(store.states.map((state) => viewOf(state, store)));
  const { attempts } = scene;
  const judged = { views, attempts, damages, lag: staleReads ? 1 : 0, readWhole };
  return {
    wrong: [...checkAll(judged), ...checkEnd(judged)],
    told: attempts.map(({ told }) => told),
    statesWithHiddenTabs: views.filter(({ hiddenTabs }) => hiddenTabs > 0).length,
  };
}
