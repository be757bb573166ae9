import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Area } from '../../domain/layout.ts';

/** A rectangle as Google has it: 0-based, half open. */
export function gridRange(sheetId: number, { top, left, height, width }: Area): sheets_v4.Schema$GridRange {
  return {
    sheetId,
    startRowIndex: top,
    endRowIndex: top + height,
    startColumnIndex: left,
    endColumnIndex: left + width,
  };
}
