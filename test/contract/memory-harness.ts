import type { TabInput } from '../fakes/memory-document.ts';
import { makeMemorySpreadsheet } from '../fakes/memory-spreadsheet.ts';
import type { EditingStaff } from './held-lines.contract.ts';
import type { PortHarness } from './spreadsheet-port.contract.ts';

export interface MemoryHarness extends PortHarness {
  readonly staff: EditingStaff;
}

/** The spreadsheet in memory, as the contract wants one. */
export async function makeMemoryHarness(tabs: readonly TabInput[]): Promise<MemoryHarness> {
  const spreadsheet = makeMemorySpreadsheet({ tabs });
  return {
    staff: {
      type: async (...input) => spreadsheet.type(...input),
      renameTab: async (...input) => spreadsheet.renameTab(...input),
      deleteTab: async (...input) => spreadsheet.deleteTab(...input),
      insertRow: async (...input) => spreadsheet.insertRow(...input),
      insertLines: async (...input) => spreadsheet.insertLines(...input),
      deleteLines: async (...input) => spreadsheet.deleteLines(...input),
      moveLines: async (...input) => spreadsheet.moveLines(...input),
      sortRows: async (...input) => spreadsheet.sortRows(...input),
    },
    open: () => spreadsheet.open(),
    close: async () => undefined,
  };
}
