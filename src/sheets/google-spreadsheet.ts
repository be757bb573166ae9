import type { Anchor, Commit, CommitOutcome, ReadBack } from '../domain/change.ts';
import type { Grid } from '../domain/grid.ts';
import type { Metadata, Sheet, Structure } from '../domain/spreadsheet.ts';
import { versionNoteId, versionOf } from '../domain/version.ts';
import { createAnchor } from './anchors.ts';
import type { CallResult } from './call-result.ts';
import { systemClock } from './clock.ts';
import { readConsistently } from './consistent-read.ts';
import { makeCostMeter } from './cost-meter.ts';
import { makeDriveCalls } from './file/drive-calls.ts';
import { type Call, type GoogleCaller, makeGoogleCaller } from './google-caller.ts';
import type { GoogleConnection } from './google-connection.ts';
import { EXPIRED_MS, FRESH_MS } from './guard.ts';
import { commitOnce } from './guarded-commit.ts';
import { inOrder } from './in-order.ts';
import type { GoogleStructure } from './layout/sheet-features.ts';
import { isNameTaken, withoutNames } from './names-left-out.ts';
import { BYTES_PER_WRITE, type CommitPlan, planCommit } from './plan-commit.ts';
import { CELLS_PER_READ } from './plan-reads.ts';
import { learnProtection } from './protection/learn-protection.ts';
import { putNote } from './put-note.ts';
import { type Patience, tryRepeatedly } from './retry-policy.ts';
import { sendRepeatable } from './send-repeatable.ts';
import { makeSheetsCalls, type SheetsCalls } from './sheets-calls.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';
import {
  type CallsLeft,
  type Cost,
  failureOf,
  type NotePort,
  type SpreadsheetPort,
} from './spreadsheet-port.ts';
import { removeLeftovers, withoutLeftovers } from './staging-tab.ts';
import { makeTraffic, UNLIMITED } from './traffic.ts';

export interface GoogleSpreadsheetOptions {
  readonly connection: GoogleConnection;
  readonly spreadsheetId: string;
  readonly patience?: Partial<Patience>;
  readonly tryTimeoutMs?: number;
  readonly cellsPerRead?: number;
  readonly bytesPerWrite?: number;
}

const DEFAULT_PATIENCE: Patience = { clock: systemClock, random: Math.random, maxTries: 8 };
const TRY_TIMEOUT_MS = 90_000;

/** One spreadsheet at Google, for one run. */
export class GoogleSpreadsheet implements SpreadsheetPort, NotePort {
  readonly #calls: SheetsCalls;
  readonly #patience: Patience;
  readonly #try: GoogleCaller;
  readonly #meter = makeCostMeter();
  readonly #left: () => CallsLeft;
  readonly #owners: () => Promise<CallResult<readonly string[]>>;
  readonly #cellsPerRead: number;
  readonly #bytesPerWrite: number;
  /** As last read: what a commit stands on. */
  #structure: GoogleStructure | undefined;
  /** When the newest version was last asked for. */
  #lookedAt = Number.NEGATIVE_INFINITY;

  constructor(options: GoogleSpreadsheetOptions) {
    this.#calls = makeSheetsCalls(options.connection.sheets, options.spreadsheetId);
    this.#patience = { ...DEFAULT_PATIENCE, ...options.patience };
    this.#cellsPerRead = options.cellsPerRead ?? CELLS_PER_READ;
    this.#bytesPerWrite = options.bytesPerWrite ?? BYTES_PER_WRITE;
    const { connection, spreadsheetId } = options;
    this.#left = () => connection.traffic.left(this.#patience.clock.now());
    const shared = {
      ...connection,
      patience: this.#patience,
      tryTimeoutMs: options.tryTimeoutMs ?? TRY_TIMEOUT_MS,
      timeZone: () => this.#structure?.timeZone || 'UTC',
    };
    this.#try = makeGoogleCaller({ ...shared, meter: this.#meter });
    // Drive has a quota of its own.
    const tryDrive = makeGoogleCaller({ ...shared, meter: makeCostMeter(), traffic: makeTraffic(UNLIMITED) });
    this.#owners = () => tryDrive(makeDriveCalls(connection.drive, spreadsheetId).owners());
  }

  async readStructure(): Promise<Structure> {
    const result = await this.#look();
    if (!result.ok) throw new SpreadsheetError(result.problem.failure);
    this.#structure = result.value;
    return result.value;
  }

  readGrids(sheets: readonly Sheet[]): Promise<ReadonlyMap<number, Grid>> {
    return readConsistently(sheets, {
      readStructure: () => this.readStructure(),
      readRanges: (ranges) => this.#read(this.#calls.values(ranges)),
      isFresh: () => this.#structure === undefined || this.#isFresh(),
      cellsPerRead: this.#cellsPerRead,
    });
  }

  anchor(anchors: readonly Anchor[]): Promise<void> {
    return this.#prepare(JSON.stringify({ requests: anchors.map(createAnchor) }));
  }

  async commit(commit: Commit): Promise<CommitOutcome> {
    if (this.#structure === undefined) throw new Error('a commit stands on a structure: read it first');
    const { version, runId, readBack } = commit;
    const plan = await this.#stage(commit, this.#structure);
    if (plan === undefined) return this.#withoutStage(version);
    let seen: ReadonlyMap<number, Grid> | undefined;
    const look = async (asked: ReadBack): Promise<boolean | undefined> => {
      const read = await this.#readAgain(asked.sheets);
      if (read instanceof Map) seen = read;
      return read === 'moved' ? false : read && asked.shows(read);
    };
    const outcome = await commitOnce({
      version,
      runId,
      patience: this.#patience,
      onRetry: this.#meter.retried,
      calls: {
        isNext: () => this.#isNext(version),
        send: () => this.#sendFinal(plan.final),
        readHolder: () => this.#note(versionNoteId(version)),
        ...(readBack === undefined ? {} : { seesCommit: () => look(readBack) }),
      },
    });
    if (outcome.kind !== 'committed') return outcome;
    // After a lost answer the guard told that the commit stands; what stands beside it is still to be seen.
    if (readBack !== undefined && seen === undefined) await look(readBack);
    return seen === undefined ? outcome : { ...outcome, seen };
  }

  async readNote(id: number): Promise<string | undefined> {
    const result = await this.#note(id);
    if (!result.ok) throw new SpreadsheetError(result.problem.failure);
    return result.value ?? undefined;
  }

  writeNote(note: Metadata): Promise<void> {
    return this.#prepare(JSON.stringify({ requests: putNote(note) }));
  }

  cost(): Cost {
    return { ...this.#meter.total(), left: this.#left() };
  }

  /**
   * Plans a commit and fills the hidden tabs of a large one; undefined when somebody took them away under it. Those that
   * other runs left behind go first where there is no room beside them: else no run could ever come so far.
   */
  async #stage(
    commit: Commit,
    structure: GoogleStructure,
    first: readonly string[] = [],
  ): Promise<CommitPlan | undefined> {
    const plan = planCommit(commit, structure, this.#bytesPerWrite);
    try {
      await inOrder([...first, ...plan.staging], (body) => this.#prepare(body));
      return plan;
    } catch (error) {
      const failure = failureOf(error);
      if (failure?.kind === 'conflict') return undefined;
      const requests = removeLeftovers(structure, commit.version);
      const isFull = failure?.kind === 'too-large' && failure.limit === 'cells';
      if (!isFull || requests.length === 0) throw error;
      return this.#stage(commit, withoutLeftovers(structure, commit.version), [JSON.stringify({ requests })]);
    }
  }

  /** What it means that hidden tabs are gone: another run made the version, and removed them, or people did. */
  async #withoutStage(version: number): Promise<CommitOutcome> {
    const holder = await this.#note(versionNoteId(version));
    if (!holder.ok) throw new SpreadsheetError(holder.problem.failure);
    return { kind: holder.value === null ? 'moved' : 'superseded', version };
  }

  #prepare(body: string): Promise<void> {
    const send = () => this.#send(body);
    return sendRepeatable({ send, patience: this.#patience, onRetry: this.#meter.retried });
  }

  /** Tabs as they stand now: `moved` when one is gone, undefined when Google cannot be asked. */
  async #readAgain(sheets: readonly Sheet[]): Promise<ReadonlyMap<number, Grid> | 'moved' | undefined> {
    try {
      return await this.readGrids(sheets);
    } catch (error) {
      const failure = failureOf(error);
      if (failure === undefined) throw error;
      return failure.kind === 'conflict' ? 'moved' : undefined;
    }
  }

  async #look(): Promise<CallResult<GoogleStructure>> {
    const asked = this.#patience.clock.now();
    const result = await this.#repeat(this.#calls.structure());
    if (result.ok) this.#lookedAt = asked;
    return result;
  }

  #isFresh(): boolean {
    return this.#patience.clock.now() - this.#lookedAt <= FRESH_MS;
  }

  async #isNext(version: number): Promise<CallResult<boolean>> {
    if (this.#isFresh()) return { ok: true, value: true };
    const result = await this.#look();
    return result.ok ? { ok: true, value: versionOf(result.value) === version - 1 } : result;
  }

  async #send(body: string, expires = Number.POSITIVE_INFINITY): Promise<CallResult<null>> {
    const result = await this.#try({ ...this.#calls.batch(body), expires });
    if (result.ok) return result;
    const calls = { protections: () => this.#try(this.#calls.protections()), owners: this.#owners };
    return { ok: false, problem: await learnProtection(result.problem, body, calls) };
  }

  /** One try of the batch that claims the version; names that are taken although no read tells of them are left out. */
  async #sendFinal(body: string): Promise<CallResult<null>> {
    const sent = await this.#send(body, this.#lookedAt + EXPIRED_MS);
    if (sent.ok || !isNameTaken(sent.problem)) return sent;
    return this.#send(withoutNames(body), this.#lookedAt + EXPIRED_MS);
  }

  #repeat<T>(call: Call<T>): Promise<CallResult<T>> {
    return tryRepeatedly(() => this.#try(call), this.#patience, this.#meter.retried);
  }

  async #read<T>(call: Call<T>): Promise<T> {
    const result = await this.#repeat(call);
    if (!result.ok) throw new SpreadsheetError(result.problem.failure);
    return result.value;
  }

  async #note(id: number): Promise<CallResult<string | null>> {
    const result = await this.#repeat(this.#calls.note(id));
    const isAbsent = !result.ok && result.problem.failure.kind === 'not-found';
    return isAbsent ? { ok: true, value: null } : result;
  }
}
