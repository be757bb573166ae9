import type { WorkbookFormat } from '../files/workbook-format.ts';
import { applyToFolder } from './apply-commit.ts';
import { openFolder } from './open-folder.ts';

/** A workbook as a folder of CSV files, one per tab, each named by the tab's stable key. */
export const FOLDER_FORMAT: WorkbookFormat = { open: openFolder, apply: applyToFolder };
