import type { Cell } from './grid.ts';
import type { Metadata } from './spreadsheet.ts';

/** A cell that holds anything at all: what is shown, and what lies behind it. */
export interface DescribedCell {
  readonly row: number;
  readonly column: number;
  readonly value: Cell;
  readonly formula?: string;
  readonly note?: string;
  /** Addresses that the cell, or a part of its text, leads to. */
  readonly links: readonly string[];
  /** The pattern by which the value is shown; absent for the spreadsheet's own way. */
  readonly numberFormat?: string;
  /** True when the cell says what may be typed into it. */
  readonly hasValidation: boolean;
}

/** Rows and columns of a tab, 0-based and half open; a bound that is left out is the tab's edge. */
export interface DescribedRange {
  readonly sheetId: number;
  readonly top?: number;
  readonly bottom?: number;
  readonly left?: number;
  readonly right?: number;
}

export interface DescribedChart {
  /** Title, axes and whatever else is written in it. */
  readonly texts: readonly string[];
  readonly sources: readonly DescribedRange[];
}

/** A named range, a protected range or a filter view: a place with words. */
export interface DescribedPlace {
  readonly text: string;
  readonly range: DescribedRange;
}

export interface DescribedTab {
  readonly sheetId: number;
  readonly title: string;
  readonly hidden: boolean;
  readonly cells: readonly DescribedCell[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly metadata: readonly Metadata[];
  /** Notes of programs on single rows and columns. */
  readonly lineMetadata: readonly Metadata[];
  readonly charts: readonly DescribedChart[];
  readonly protectedRanges: readonly DescribedPlace[];
  readonly filterViews: readonly DescribedPlace[];
  /** Formulas of conditional formats. */
  readonly ruleFormulas: readonly string[];
  /** Kinds of whatever else lies on the tab, by Google's names: slicers, tables, pivotTable … */
  readonly objects: readonly string[];
}

/** One share of a file in Drive. */
export interface DescribedShare {
  readonly id: string;
  readonly type: string;
  readonly role: string;
  /** The address or the domain; empty for a link. */
  readonly to: string;
  /** True when search finds the file. */
  readonly discoverable: boolean;
}

/** Everything that somebody who may read a spreadsheet file could find in it, or that Drive keeps beside it. */
export interface FileDescription {
  readonly name: string;
  readonly isSpreadsheet: boolean;
  readonly trashed: boolean;
  readonly about: string;
  /** Names of the properties that programs left on the file. */
  readonly properties: readonly string[];
  /** True when readers may not download, print or copy. */
  readonly copyingDenied: boolean;
  readonly comments: number;
  readonly shares: readonly DescribedShare[];
  readonly tabs: readonly DescribedTab[];
  readonly namedRanges: readonly DescribedPlace[];
  readonly metadata: readonly Metadata[];
  /** Kinds of whatever belongs to the spreadsheet as a whole and is not ours, such as data sources. */
  readonly objects: readonly string[];
}
