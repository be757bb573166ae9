import type { Grid } from '../domain/grid.ts';
import type { TabKey } from './tab-key.ts';

/** A tab that people filled, as it was read: everything from cell A1 on. */
export interface InputTab {
  readonly key: TabKey;
  /** The title as it stands in the workbook, for the issues of this tab. */
  readonly title: string;
  readonly grid: Grid;
  /** The text file that is this tab: signs part its cells, so that a stray one shifts all that follow. */
  readonly file?: string;
}
