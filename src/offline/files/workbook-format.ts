import type { Commit } from '../../domain/change.ts';
import type { Grid } from '../../domain/grid.ts';
import type { Sheet, Structure } from '../../domain/spreadsheet.ts';

/** The parts of a workbook on disk, by name: entries of an .xlsx, or files of a folder. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** A workbook as it was read; cells are looked at when they are asked for. */
export interface OpenWorkbook {
  readonly structure: Structure;
  /** Fails with a conflict when a sheet is no longer there. */
  readonly gridsOf: (sheets: readonly Sheet[]) => ReadonlyMap<number, Grid>;
}

/** One way of keeping a workbook in files: pure, both ways. */
export interface WorkbookFormat {
  readonly open: (files: Files, title: string) => OpenWorkbook;
  /** The files with all steps of a commit made; parts that no step names stay as they are, byte for byte. */
  readonly apply: (files: Files, commit: Commit) => Files;
}

/** Where the files of one workbook come from and go to. */
export interface WorkbookContainer {
  readonly title: string;
  /** Changes whenever what is stored changes. */
  readonly stamp: () => Promise<string>;
  readonly load: () => Promise<Files>;
  /** All files or none, and never half a file. */
  readonly save: (files: Files) => Promise<void>;
  /** Runs alone among all writers of this workbook. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}
