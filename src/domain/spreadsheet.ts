/** A note of the product's own on a tab or on the whole spreadsheet, invisible to people. */
export interface Metadata {
  readonly id: number;
  readonly key: string;
  readonly value: string;
}

/** A tab as it stands: its title may be changed by anyone, its id never changes. */
export interface Sheet {
  readonly sheetId: number;
  readonly title: string;
  readonly hidden: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly metadata: readonly Metadata[];
  /** The text file that is this tab, where every tab is a file of its own. */
  readonly file?: string;
}

export interface NamedRange {
  readonly name: string;
  readonly sheetId: number;
}

/** Everything about a spreadsheet but its cells. */
export interface Structure {
  readonly title: string;
  /** Where people open it in a browser; absent for a file on disk. */
  readonly address?: string;
  /** Such as vi_VN: decides how numbers look, never how they are read. */
  readonly locale: string;
  readonly timeZone: string;
  readonly sheets: readonly Sheet[];
  readonly namedRanges: readonly NamedRange[];
  /** Notes on the spreadsheet itself. */
  readonly metadata: readonly Metadata[];
}
