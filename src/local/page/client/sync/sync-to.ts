import type { CellEdit, EditOutcome } from '../../model/cell-edit.ts';
import type { Look } from '../../model/look.ts';
import type { CellChange } from '../../model/page-change.ts';
import type { PageWorkbook } from '../../model/page-workbook.ts';

export type Refused = Extract<EditOutcome, { outcome: 'refused' }>;

/** Where changes are shown, and who is told. */
export interface SyncTo {
  readonly put: (cells: readonly CellChange[], looks: Readonly<Record<string, Look>>) => void;
  readonly show: (workbook: PageWorkbook) => void;
  /** Whether the person is typing just now: what is shown is not torn away from under them. */
  readonly isBusy: () => boolean;
  readonly chartsChanged: () => void;
  /** What was not written, and of that the entries in one cell that somebody else changed first: they may be entered again. */
  readonly refused: (outcomes: readonly Refused[], overtaken: readonly CellEdit[]) => void;
  readonly applied: (edits: readonly CellEdit[]) => void;
  readonly gone: () => void;
  readonly state: (state: SyncState) => void;
  /** Keeps what waits, in case the page is loaded anew. */
  readonly keep: (text: string) => void;
}

export interface SyncState {
  /** How the last request went: answered, put off by a server that is busy, refused until one signs in, or not answered. */
  readonly link: 'up' | 'busy' | 'signedOut' | 'lost';
  readonly waiting: number;
}
