import type { SpreadsheetPort } from '../../sheets/spreadsheet-port.ts';

/** The same workbook for a run that is to compute and not to write. */
export function withoutWriting(spreadsheet: SpreadsheetPort): SpreadsheetPort {
  return {
    readStructure: () => spreadsheet.readStructure(),
    readGrids: (sheets) => spreadsheet.readGrids(sheets),
    anchor: async () => undefined,
    commit: async ({ version }) => ({ kind: 'committed', version }),
    cost: () => spreadsheet.cost(),
  };
}
