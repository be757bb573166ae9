/** What a cell may hold, beside nothing. */
export type CellValue = string | number | boolean;
