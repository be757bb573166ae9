/** What the engine needs to compute the formulas of one spreadsheet: they, and the cells that they name. Zero-based. */
export interface Calculation {
  readonly sheetCount: number;
  /** Whether numbers are written with a comma and arguments parted by semicolons. */
  readonly decimalComma: boolean;
  readonly timeZone: string;
  /** Values that formulas look at, as somebody would type them. */
  readonly cells: readonly EngineCell[];
  readonly formulas: readonly EngineFormula[];
}

export interface EngineCell {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly input: string;
}

export interface EngineFormula extends EngineCell {
  /** What the cell showed before, typed in where the engine knows one of the functions not. */
  readonly known: string | undefined;
}

/** What became of a formula, in the order of the question. */
export type Computed =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** The sign as a cell shows it, such as `#DIV/0!`. */
  | { readonly kind: 'error'; readonly sign: string }
  /** The engine knows one of its functions not, and the value that the cell showed before stands. */
  | { readonly kind: 'kept' };
