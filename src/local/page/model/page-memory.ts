import type { Row } from '../../stand-in/model/workbook.ts';
import type { Palette } from './color.ts';
import type { Look } from './look.ts';
import { LookBook } from './look-book.ts';
import type { PageCell } from './page-workbook.ts';
import type { JsonObject } from './wire-json.ts';

/** A row by itself: what its cells hold, how they look before any rule, and what may stand in them. */
export interface ReadRow {
  /** Read for this locale and palette. */
  readonly frame: RowFrame;
  readonly cells: readonly (PageCell | undefined)[];
  readonly looks: readonly Look[];
  readonly rules: readonly (JsonObject | undefined)[];
}

export interface RowFrame {
  readonly locale: string;
  readonly palette: Palette;
}

/** A row as it was last shown, and under which rules. */
export interface ShownRow {
  readonly rules: string;
  readonly read: ReadRow;
  readonly cells: readonly (PageCell | null)[];
}

/**
 * What was made of a workbook's rows before. States of a workbook share the rows that nobody touched, so a reading after an edit costs what
 * changed. It makes nothing different, only quicker.
 */
export class PageMemory {
  readonly looks = new LookBook();
  readonly read = new WeakMap<Row, ReadRow>();
  readonly shown = new WeakMap<Row, ShownRow>();
}
