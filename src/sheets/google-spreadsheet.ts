import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Commit, CommitOutcome } from '../domain/change.ts';
import type { Grid } from '../domain/grid.ts';
import type { Sheet, Structure } from '../domain/spreadsheet.ts';
import { versionNoteId } from '../domain/version.ts';
import { buildRequests } from './build-requests.ts';
import type { CallResult } from './call-result.ts';
import { systemClock } from './clock.ts';
import { makeCostMeter } from './cost-meter.ts';
import { type Call, type GoogleCaller, makeGoogleCaller } from './google-caller.ts';
import type { GoogleConnection } from './google-connection.ts';
import { commitOnce } from './guarded-commit.ts';
import { parseHolder } from './parse-holder.ts';
import { parseGrids, rangeOf, sheetsWithCells } from './read-grids.ts';
import { parseStructure, STRUCTURE_FIELDS } from './read-structure.ts';
import { type Patience, tryRepeatedly } from './retry-policy.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';
import type { Cost, SpreadsheetPort } from './spreadsheet-port.ts';

export interface GoogleSpreadsheetOptions {
  readonly connection: GoogleConnection;
  readonly spreadsheetId: string;
  readonly patience?: Partial<Patience>;
  readonly tryTimeoutMs?: number;
}

const DEFAULT_PATIENCE: Patience = { clock: systemClock, random: Math.random, maxTries: 8 };
const TRY_TIMEOUT_MS = 90_000;

/** One spreadsheet at Google, for one run. */
export class GoogleSpreadsheet implements SpreadsheetPort {
  readonly #sheets: sheets_v4.Sheets;
  readonly #spreadsheetId: string;
  readonly #patience: Patience;
  readonly #call: GoogleCaller;
  readonly #meter = makeCostMeter();
  /** As last read: what a commit stands on. */
  #structure: Structure | undefined;

  constructor(options: GoogleSpreadsheetOptions) {
    this.#sheets = options.connection.sheets;
    this.#spreadsheetId = options.spreadsheetId;
    this.#patience = { ...DEFAULT_PATIENCE, ...options.patience };
    this.#call = makeGoogleCaller({
      patience: this.#patience,
      meter: this.#meter,
      traffic: options.connection.traffic,
      tryTimeoutMs: options.tryTimeoutMs ?? TRY_TIMEOUT_MS,
      timeZone: () => this.#structure?.timeZone || 'UTC',
    });
  }

  async readStructure(): Promise<Structure> {
    const structure = await this.#read({
      kind: 'read',
      send: (options) =>
        this.#sheets.spreadsheets.get({ ...this.#common(), fields: STRUCTURE_FIELDS }, options),
      parse: parseStructure,
    });
    this.#structure = structure;
    return structure;
  }

  async readGrids(sheets: readonly Sheet[]): Promise<ReadonlyMap<number, Grid>> {
    const filled = sheetsWithCells(sheets);
    const empty = sheets.map((sheet): [number, Grid] => [sheet.sheetId, []]);
    if (filled.length === 0) return new Map(empty);
    const params = {
      ...this.#common(),
      ranges: filled.map(rangeOf),
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'SERIAL_NUMBER',
      fields: 'valueRanges(values)',
    };
    const grids = await this.#read({
      kind: 'read',
      send: (options) => this.#sheets.spreadsheets.values.batchGet(params, options),
      parse: (answer) => parseGrids(answer, filled.length),
    });
    return new Map([...empty, ...filled.map(({ sheetId }, i): [number, Grid] => [sheetId, grids[i] ?? []])]);
  }

  async commit(commit: Commit): Promise<CommitOutcome> {
    if (this.#structure === undefined) throw new Error('a commit stands on a structure: read it first');
    const body = JSON.stringify({ requests: buildRequests(commit, this.#structure) });
    return commitOnce({
      version: commit.version,
      runId: commit.runId,
      patience: this.#patience,
      onRetry: this.#meter.retried,
      calls: { send: () => this.#send(body), readHolder: () => this.#readHolder(commit.version) },
    });
  }

  cost(): Cost {
    return this.#meter.total();
  }

  #common(): { readonly spreadsheetId: string; readonly prettyPrint: false } {
    return { spreadsheetId: this.#spreadsheetId, prettyPrint: false };
  }

  async #read<T>(call: Call<T>): Promise<T> {
    const result = await tryRepeatedly(() => this.#call(call), this.#patience, this.#meter.retried);
    if (!result.ok) throw new SpreadsheetError(result.problem.failure);
    return result.value;
  }

  #send(body: string): Promise<CallResult<null>> {
    const requestBody = body as sheets_v4.Schema$BatchUpdateSpreadsheetRequest;
    const params = { ...this.#common(), requestBody, fields: 'spreadsheetId' };
    return this.#call({
      kind: 'write',
      body,
      send: (options) => this.#sheets.spreadsheets.batchUpdate(params, options),
      parse: () => null,
    });
  }

  async #readHolder(version: number): Promise<CallResult<string | null>> {
    const params = {
      ...this.#common(),
      metadataId: versionNoteId(version),
      fields: 'metadataKey,metadataValue',
    };
    const result = await tryRepeatedly(
      () =>
        this.#call({
          kind: 'read',
          send: (options) => this.#sheets.spreadsheets.developerMetadata.get(params, options),
          parse: parseHolder,
        }),
      this.#patience,
      this.#meter.retried,
    );
    const absent = !result.ok && result.problem.failure.kind === 'not-found';
    return absent ? { ok: true, value: null } : result;
  }
}
