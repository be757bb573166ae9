import { describeHeldLines } from './held-lines.contract.ts';
import { describeInsertedLines } from './inserted-lines.contract.ts';
import { makeMemoryHarness } from './memory-harness.ts';
import { describeSpreadsheetPort } from './spreadsheet-port.contract.ts';
import { makeStandInHarness } from './stand-in-harness.ts';

const MEMORY = 'the spreadsheet in memory';
describeSpreadsheetPort(MEMORY, makeMemoryHarness);
describeInsertedLines(MEMORY, makeMemoryHarness);
describeHeldLines(MEMORY, makeMemoryHarness);

const GOOGLE = 'Google’s API over HTTP';
describeSpreadsheetPort(GOOGLE, (tabs) => makeStandInHarness(tabs));
describeInsertedLines(GOOGLE, (tabs) => makeStandInHarness(tabs));
describeHeldLines(GOOGLE, (tabs) => makeStandInHarness(tabs));

describeSpreadsheetPort('Google’s API over HTTP, in many small calls', (tabs) =>
  makeStandInHarness(tabs, { cellsPerRead: 8, bytesPerWrite: 500 }),
);
