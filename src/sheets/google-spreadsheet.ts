import type { Commit, CommitOutcome } from '../domain/change.ts';
import type { Grid } from '../domain/grid.ts';
import type { Sheet, Structure } from '../domain/spreadsheet.ts';
import { versionOf } from '../domain/version.ts';
import type { CallResult } from './call-result.ts';
import { systemClock } from './clock.ts';
import { readConsistently } from './consistent-read.ts';
import { makeCostMeter } from './cost-meter.ts';
import { type Call, type GoogleCaller, makeGoogleCaller } from './google-caller.ts';
import type { GoogleConnection } from './google-connection.ts';
import { EXPIRED_MS, FRESH_MS } from './guard.ts';
import { commitOnce } from './guarded-commit.ts';
import { inOrder } from './in-order.ts';
import type { GoogleStructure } from './layout/sheet-features.ts';
import { nameTab } from './name-tab.ts';
import { BYTES_PER_WRITE, planCommit } from './plan-commit.ts';
import { CELLS_PER_READ } from './plan-reads.ts';
import { type Patience, tryRepeatedly } from './retry-policy.ts';
import { makeSheetsCalls, type SheetsCalls } from './sheets-calls.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';
import type { Cost, SpreadsheetPort } from './spreadsheet-port.ts';
import { stage } from './stage.ts';

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
export class GoogleSpreadsheet implements SpreadsheetPort {
  readonly #calls: SheetsCalls;
  readonly #patience: Patience;
  readonly #try: GoogleCaller;
  readonly #meter = makeCostMeter();
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
    this.#try = makeGoogleCaller({
      patience: this.#patience,
      meter: this.#meter,
      ...options.connection,
      tryTimeoutMs: options.tryTimeoutMs ?? TRY_TIMEOUT_MS,
      timeZone: () => this.#structure?.timeZone || 'UTC',
    });
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
      cellsPerRead: this.#cellsPerRead,
    });
  }

  async commit(commit: Commit): Promise<CommitOutcome> {
    if (this.#structure === undefined) throw new Error('a commit stands on a structure: read it first');
    const plan = planCommit(commit, this.#structure, this.#bytesPerWrite);
    const { onRetry, patience } = { onRetry: this.#meter.retried, patience: this.#patience };
    await inOrder(plan.staging, (body) => stage({ send: () => this.#send(body), patience, onRetry }));
    return commitOnce({
      version: commit.version,
      runId: commit.runId,
      patience,
      onRetry,
      calls: {
        isNext: () => this.#isNext(commit.version),
        send: () => this.#send(plan.final, this.#lookedAt + EXPIRED_MS),
        readHolder: () => this.#readHolder(commit.version),
      },
    });
  }

  cost(): Cost {
    return this.#meter.total();
  }

  async #look(): Promise<CallResult<GoogleStructure>> {
    const asked = this.#patience.clock.now();
    const result = await this.#repeat(this.#calls.structure());
    if (result.ok) this.#lookedAt = asked;
    return result;
  }

  async #isNext(version: number): Promise<CallResult<boolean>> {
    if (this.#patience.clock.now() - this.#lookedAt <= FRESH_MS) return { ok: true, value: true };
    const result = await this.#look();
    return result.ok ? { ok: true, value: versionOf(result.value) === version - 1 } : result;
  }

  async #send(body: string, expires = Number.POSITIVE_INFINITY): Promise<CallResult<null>> {
    const result = await this.#try({ ...this.#calls.batch(body), expires });
    return result.ok ? result : { ok: false, problem: nameTab(result.problem, body, this.#structure) };
  }

  #repeat<T>(call: Call<T>): Promise<CallResult<T>> {
    return tryRepeatedly(() => this.#try(call), this.#patience, this.#meter.retried);
  }

  async #read<T>(call: Call<T>): Promise<T> {
    const result = await this.#repeat(call);
    if (!result.ok) throw new SpreadsheetError(result.problem.failure);
    return result.value;
  }

  async #readHolder(version: number): Promise<CallResult<string | null>> {
    const result = await this.#repeat(this.#calls.holder(version));
    const isAbsent = !result.ok && result.problem.failure.kind === 'not-found';
    return isAbsent ? { ok: true, value: null } : result;
  }
}
