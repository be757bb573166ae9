import { makeFolderHarness } from '../offline/folder-harness.ts';
import { makeXlsxHarness } from '../offline/xlsx-harness.ts';
import { describeDeletedTab } from './delete-tab.contract.ts';
import { makeStandInHarness } from './stand-in-harness.ts';

describeDeletedTab('Google’s API over HTTP', (tabs) => makeStandInHarness(tabs));
describeDeletedTab('an .xlsx file', makeXlsxHarness);
describeDeletedTab('a folder of CSV files', makeFolderHarness);
