import type { Content } from '../../domain/content.ts';
import type { Grid } from '../../domain/grid.ts';
import type { Sheet } from '../../domain/spreadsheet.ts';

/** A tab as the product wants it. */
export interface OutputTab {
  /** The stable key, such as ranking.huyen; the title may be translated or renamed. */
  readonly key: string;
  readonly title: string;
  readonly content: Content;
  /** Fingerprint of the results that the tab shows a part of; absent for a tab that shows none. */
  readonly results?: string;
  /** True for a tab whose content is only its head: lines are added below it, and it is held by its columns alone. */
  readonly grows?: boolean;
}

export function gridOfTab({ content }: Pick<OutputTab, 'content'>): Grid {
  return content.rows.map((row) => row.map(({ value }) => value));
}

/** A tab of the product as it stands in the workbook. */
export interface StandingTab {
  readonly sheet: Sheet;
  readonly grid: Grid;
}

/** Turns any text into a short code that changes with it; injected, because hashing needs a host. */
export type Fingerprint = (text: string) => string;
