import { OFFLINE_FAILURES } from '../../domain/messages/offline-messages.ts';
import type { WorkbookFormat } from '../files/workbook-format.ts';
import { OfflineFailure } from '../offline-failure.ts';
import { applyToXlsx } from './apply-commit.ts';
import { DamagedPart } from './damaged-part.ts';
import { openXlsx } from './open-xlsx.ts';
import { readParts } from './package-parts.ts';

/** A workbook saved as .xlsx, from Google Sheets, Excel or LibreOffice; failures name the file. */
export function xlsxFormat(path: string): WorkbookFormat {
  const naming = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (error instanceof DamagedPart) throw new OfflineFailure(OFFLINE_FAILURES.brokenWorkbook(path));
      throw error;
    }
  };
  return {
    open: (files, title) => {
      const parts = naming(() => readParts(files));
      if (parts.startsIn1904) throw new OfflineFailure(OFFLINE_FAILURES.startsIn1904(path));
      const workbook = naming(() => openXlsx(files, parts, title));
      return { ...workbook, gridsOf: (sheets) => naming(() => workbook.gridsOf(sheets)) };
    },
    apply: (files, commit) => naming(() => applyToXlsx(files, commit)),
  };
}
