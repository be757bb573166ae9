import { basename, dirname, extname, join, resolve } from 'node:path';
import { OFFLINE_FAILURES } from '../../domain/messages/offline-messages.ts';
import type { SpreadsheetPort } from '../../sheets/spreadsheet-port.ts';
import { tabOfFile } from '../csv/file-name.ts';
import { FOLDER_FORMAT } from '../csv/folder-format.ts';
import { EXIT, OfflineFailure } from '../offline-failure.ts';
import { xlsxFormat } from '../xlsx/xlsx-format.ts';
import { assertTables } from './csv-files.ts';
import { kindOf } from './file-reading.ts';
import { FileSpreadsheet } from './file-spreadsheet.ts';
import { csvFolder } from './folder.ts';
import { singleFile } from './single-file.ts';

/** Where a workbook is written, and where its scoreboard goes. */
export interface Target {
  readonly workbook: string;
  readonly result: string;
}

export interface WorkbookOnDisk {
  readonly spreadsheet: SpreadsheetPort;
  readonly target: Target;
}

const XLSX = '.xlsx';

function isXlsx(path: string): boolean {
  return extname(path).toLowerCase() === XLSX;
}

/** A folder as OUTPUT of an .xlsx takes the file under its own name. */
async function targetOfFile(source: string, out: string): Promise<Target> {
  const intoFolder = (await kindOf(out)) === 'folder' || !isXlsx(out);
  if (intoFolder) return { workbook: join(out, basename(source)), result: join(out, 'result.json') };
  const name = basename(out, extname(out));
  return { workbook: out, result: join(dirname(out), `${name}.result.json`) };
}

async function targetOfFolder(out: string): Promise<Target> {
  const kind = await kindOf(out);
  if (kind === 'file' || (kind === 'nothing' && isXlsx(out)))
    throw new OfflineFailure(OFFLINE_FAILURES.otherShape(out), EXIT.usage);
  return { workbook: resolve(out), result: join(resolve(out), 'result.json') };
}

/** The workbook at a path, whatever its shape; written to OUTPUT, or never when there is none. */
export async function openWorkbook(input: string, out: string = input): Promise<WorkbookOnDisk> {
  switch (await kindOf(input)) {
    case 'nothing':
      throw new OfflineFailure(OFFLINE_FAILURES.notFound(input));
    case 'folder': {
      await assertTables(input);
      const target = await targetOfFolder(out);
      return { spreadsheet: new FileSpreadsheet(FOLDER_FORMAT, csvFolder(input, target.workbook)), target };
    }
    default: {
      if (tabOfFile(basename(input)) !== undefined)
        throw new OfflineFailure(OFFLINE_FAILURES.singleCsv(input));
      const target = await targetOfFile(input, out);
      const container = singleFile(input, target.workbook);
      return { spreadsheet: new FileSpreadsheet(xlsxFormat(input), container), target };
    }
  }
}
