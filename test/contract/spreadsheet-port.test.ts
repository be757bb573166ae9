import { makeMemorySpreadsheet } from '../fakes/memory-spreadsheet.ts';
import { describeSpreadsheetPort } from './spreadsheet-port.contract.ts';
import { makeStandInHarness } from './stand-in-harness.ts';

describeSpreadsheetPort('the spreadsheet in memory', async (tabs) => {
  const spreadsheet = makeMemorySpreadsheet({ tabs });
  return {
    staff: {
      type: async (...input) => spreadsheet.type(...input),
      renameTab: async (...input) => spreadsheet.renameTab(...input),
      deleteTab: async (...input) => spreadsheet.deleteTab(...input),
      insertRow: async (...input) => spreadsheet.insertRow(...input),
    },
    open: () => spreadsheet.open(),
    close: async () => undefined,
  };
});

describeSpreadsheetPort('Google’s API over HTTP', (tabs) => makeStandInHarness(tabs));

describeSpreadsheetPort('Google’s API over HTTP, in many small calls', (tabs) =>
  makeStandInHarness(tabs, { cellsPerRead: 8, bytesPerWrite: 500 }),
);
