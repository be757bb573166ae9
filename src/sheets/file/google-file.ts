import type { Reader } from '../../domain/audience.ts';
import type { DescribedShare, DescribedTab, FileDescription } from '../../domain/file-description.ts';
import type { SpreadsheetFailure } from '../../domain/spreadsheet-failure.ts';
import { rowsOfTab } from '../a1-range.ts';
import { systemClock } from '../clock.ts';
import { makeCostMeter } from '../cost-meter.ts';
import { type Call, type GoogleCaller, makeGoogleCaller } from '../google-caller.ts';
import type { GoogleConnection } from '../google-connection.ts';
import { inOrder } from '../in-order.ts';
import { planReads, type RowRange } from '../plan-reads.ts';
import { type Patience, tryRepeatedly } from '../retry-policy.ts';
import { SpreadsheetError } from '../spreadsheet-error.ts';
import type { FilePort } from '../spreadsheet-port.ts';
import { makeTraffic, UNLIMITED } from '../traffic.ts';
import { GRID_FIELDS, type GridPart, parseGridParts } from './described-grid.ts';
import { OVERVIEW_FIELDS, type Overview, type OverviewTab, parseOverview } from './described-overview.ts';
import { makeDriveCalls, type Page } from './drive-calls.ts';

export interface GoogleFileOptions {
  readonly connection: GoogleConnection;
  readonly fileId: string;
  readonly patience?: Partial<Patience>;
  readonly cellsPerRead?: number;
}

const DEFAULT_PATIENCE: Patience = { clock: systemClock, random: Math.random, maxTries: 6 };
const TRY_TIMEOUT_MS = 60_000;
/** A described cell takes some forty bytes of an answer, ten times as many as its value alone. */
const CELLS_PER_READ = 40_000;
/** A file takes 600 shares at most; a server that goes on for ever is not believed. */
const MAX_PAGES = 50;

/** One file at Google, for one run. Drive has a quota of its own, so its calls are not counted with those of Sheets. */
export class GoogleFile implements FilePort {
  readonly #calls: ReturnType<typeof makeDriveCalls>;
  readonly #options: GoogleFileOptions;
  readonly #patience: Patience;
  readonly #tryDrive: GoogleCaller;
  readonly #trySheets: GoogleCaller;
  readonly #meter = makeCostMeter();

  constructor(options: GoogleFileOptions) {
    this.#options = options;
    this.#calls = makeDriveCalls(options.connection.drive, options.fileId);
    this.#patience = { ...DEFAULT_PATIENCE, ...options.patience };
    const shared = {
      ...options.connection,
      patience: this.#patience,
      meter: this.#meter,
      tryTimeoutMs: TRY_TIMEOUT_MS,
      timeZone: () => 'UTC',
    };
    this.#trySheets = makeGoogleCaller(shared);
    this.#tryDrive = makeGoogleCaller({ ...shared, traffic: makeTraffic(UNLIMITED) });
  }

  async describe(): Promise<FileDescription> {
    const file = await this.#ask(this.#calls.file(), this.#tryDrive);
    const shares = await this.shares();
    const comments = await this.#all((next) => this.#calls.comments(next));
    const overview = await this.#ask(this.#overviewCall(), this.#trySheets);
    const plan = planReads(
      overview.tabs.map(({ sheet }) => sheet),
      this.#options.cellsPerRead ?? CELLS_PER_READ,
    );
    const parts = await inOrder(plan, (ranges) => this.#ask(this.#gridCall(ranges), this.#trySheets));
    const { namedRanges, metadata, objects } = overview;
    return {
      ...file,
      comments: comments.length,
      shares,
      tabs: overview.tabs.map((each) => describedTab(each, parts.flat())),
      namedRanges,
      metadata,
      objects,
    };
  }

  shares(): Promise<readonly DescribedShare[]> {
    return this.#all((next) => this.#calls.shares(next));
  }

  async share(reader: Reader): Promise<void> {
    await this.#ask(this.#calls.share(reader), this.#tryDrive, asSharing);
  }

  async unshare(shareId: string): Promise<void> {
    try {
      await this.#ask(this.#calls.unshare(shareId), this.#tryDrive, asSharing);
    } catch (error) {
      // Gone already, perhaps by a try of our own whose answer was lost.
      if (!(error instanceof SpreadsheetError) || error.kind !== 'not-found') throw error;
    }
  }

  async allowCopying(allowed: boolean): Promise<void> {
    await this.#ask(this.#calls.allowCopying(allowed), this.#tryDrive);
  }

  async #ask<T>(
    call: Call<T>,
    caller: GoogleCaller,
    told: (failure: SpreadsheetFailure) => SpreadsheetFailure = (failure) => failure,
  ): Promise<T> {
    const result = await tryRepeatedly(() => caller(call), this.#patience, this.#meter.retried);
    if (!result.ok) throw new SpreadsheetError(told(result.problem.failure));
    return result.value;
  }

  async #all<T>(
    call: (next?: string) => Call<Page<T>>,
    next?: string,
    left = MAX_PAGES,
  ): Promise<readonly T[]> {
    const page = await this.#ask(call(next), this.#tryDrive);
    if (page.next === undefined) return page.items;
    // A share that is not seen would not be closed: better to do nothing at all.
    if (left === 1) throw new SpreadsheetError({ kind: 'bad-request', detail: 'a list without an end' });
    return [...page.items, ...(await this.#all(call, page.next, left - 1))];
  }

  #overviewCall(): Call<Overview> {
    const { connection, fileId: spreadsheetId } = this.#options;
    const params = { spreadsheetId, prettyPrint: false, fields: OVERVIEW_FIELDS };
    return {
      kind: 'read',
      send: (options) => connection.sheets.spreadsheets.get(params, options),
      parse: parseOverview,
    };
  }

  #gridCall(ranges: readonly RowRange[]): Call<readonly GridPart[]> {
    const { connection, fileId: spreadsheetId } = this.#options;
    const params = {
      spreadsheetId,
      prettyPrint: false,
      ranges: ranges.map(({ sheet, from, to }) => rowsOfTab(sheet.title, from, to, sheet.columnCount)),
      fields: GRID_FIELDS,
    };
    return {
      kind: 'read',
      send: (options) => connection.sheets.spreadsheets.get(params, options),
      parse: parseGridParts,
    };
  }
}

/** A refusal that is about who may open the file, not about editing it. */
function asSharing(failure: SpreadsheetFailure): SpreadsheetFailure {
  const isAbout = failure.kind === 'forbidden' && failure.reason === 'not-shared';
  return isAbout ? { kind: 'sharing-refused', reason: 'not-allowed' } : failure;
}

function describedTab({ tab }: OverviewTab, parts: readonly GridPart[]): DescribedTab {
  const own = parts.filter(({ sheetId }) => sheetId === tab.sheetId);
  return {
    ...tab,
    cells: own.flatMap(({ cells }) => cells),
    hiddenRows: own.flatMap(({ hiddenRows }) => hiddenRows),
    hiddenColumns: [...new Set(own.flatMap(({ hiddenColumns }) => hiddenColumns))],
    lineMetadata: own.flatMap(({ lineMetadata }) => lineMetadata),
    objects: [...tab.objects, ...own.flatMap(({ objects }) => objects)],
  };
}
