/** The size of every tab of an .xlsx: tabs there have no edge of their own. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** As many cells as a Google spreadsheet may have; empty ones to the left of a filled one count. */
export const MAX_CELLS = 10_000_000;

/** Longest title of a tab that Excel opens. */
export const MAX_TITLE = 31;

/** Largest number of a tab that Excel accepts. */
export const MAX_SHEET_ID = 65_534;
