import type { Commit, CommitOutcome } from '../../domain/change.ts';
import type { Grid } from '../../domain/grid.ts';
import type { Sheet, Structure } from '../../domain/spreadsheet.ts';
import { versionOf } from '../../domain/version.ts';
import { SpreadsheetError } from '../../sheets/spreadsheet-error.ts';
import type { Cost, SpreadsheetPort } from '../../sheets/spreadsheet-port.ts';
import type { Files, OpenWorkbook, WorkbookContainer, WorkbookFormat } from './workbook-format.ts';

/** No call leaves this machine. */
const NO_CALLS: Cost = { reads: 0, writes: 0, retries: 0, bytesReceived: 0, bytesSent: 0 };

/** How often a workbook that changes while it is read is read again. */
const MAX_LOADS = 5;

interface Loaded {
  readonly stamp: string;
  readonly files: Files;
  readonly workbook: OpenWorkbook;
}

/** What some work gives; nothing when a tab that it needs is no longer there. */
function withoutConflict<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof SpreadsheetError && error.kind === 'conflict') return undefined;
    throw error;
  }
}

/**
 * A workbook in files behind the port that jobs use, so that a recompute runs as it does online. Beside a
 * SpreadsheetError its methods fail with an OfflineFailure when the files cannot be read or written.
 */
export class FileSpreadsheet implements SpreadsheetPort {
  readonly #format: WorkbookFormat;
  readonly #container: WorkbookContainer;
  #loaded: Loaded | undefined;

  constructor(format: WorkbookFormat, container: WorkbookContainer) {
    this.#format = format;
    this.#container = container;
  }

  async readStructure(): Promise<Structure> {
    return (await this.#load()).workbook.structure;
  }

  async readGrids(sheets: readonly Sheet[]): Promise<ReadonlyMap<number, Grid>> {
    return (await this.#load()).workbook.gridsOf(sheets);
  }

  /** Rows and columns of a file do not move while it is written: nothing is held. */
  async anchor(): Promise<void> {}

  commit(commit: Commit): Promise<CommitOutcome> {
    return this.#container.alone(async () => {
      const { files, workbook } = await this.#load();
      const { version, readBack } = commit;
      if (versionOf(workbook.structure) >= version) return { kind: 'superseded', version };
      const changed = this.#applied(files, commit);
      if (changed === undefined) return { kind: 'moved', version };
      await this.#container.save(changed);
      const seen = readBack === undefined ? undefined : this.#seen(workbook, readBack.sheets);
      return seen === undefined ? { kind: 'committed', version } : { kind: 'committed', version, seen };
    });
  }

  cost(): Cost {
    return NO_CALLS;
  }

  /** Tabs as they stood when the commit was made, without its changes: entries, which no commit changes. */
  #seen(workbook: OpenWorkbook, sheets: readonly Sheet[]): ReadonlyMap<number, Grid> | undefined {
    return withoutConflict(() => workbook.gridsOf(sheets));
  }

  #applied(files: Files, commit: Commit): Files | undefined {
    return withoutConflict(() => this.#format.apply(files, commit));
  }

  /** Read once, and again whenever somebody saved the workbook meanwhile, also while it was being read. */
  async #load(triesLeft = MAX_LOADS): Promise<Loaded> {
    const stamp = await this.#container.stamp();
    if (this.#loaded?.stamp === stamp) return this.#loaded;
    const files = await this.#container.load();
    if (triesLeft > 1 && (await this.#container.stamp()) !== stamp) return this.#load(triesLeft - 1);
    this.#loaded = { stamp, files, workbook: this.#format.open(files, this.#container.title) };
    return this.#loaded;
  }
}
