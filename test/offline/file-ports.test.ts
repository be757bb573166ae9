import { describeInsertedLines } from '../contract/inserted-lines.contract.ts';
import { describeSpreadsheetPort } from '../contract/spreadsheet-port.contract.ts';
import { makeFolderHarness } from './folder-harness.ts';
import { makeXlsxHarness } from './xlsx-harness.ts';

describeSpreadsheetPort('an .xlsx file', makeXlsxHarness, { noEdges: true });
describeInsertedLines('an .xlsx file', makeXlsxHarness);

describeSpreadsheetPort('a folder of CSV files', makeFolderHarness, {
  noEdges: true,
  namesAreIdentity: true,
});
describeInsertedLines('a folder of CSV files', makeFolderHarness);
