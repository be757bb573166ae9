import type { Content } from '../../domain/content.ts';
import type { Grid } from '../../domain/grid.ts';
import type { Sheet } from '../../domain/spreadsheet.ts';

/** A tab as the product wants it. */
export interface OutputTab {
  /** The stable key, such as ranking.huyen; the title may be translated or renamed. */
  readonly key: string;
  readonly title: string;
  readonly content: Content;
}

/** A tab of the product as it stands in the workbook. */
export interface StandingTab {
  readonly sheet: Sheet;
  readonly grid: Grid;
}

/** Turns any text into a short code that changes with it; injected, because hashing needs a host. */
export type Fingerprint = (text: string) => string;
