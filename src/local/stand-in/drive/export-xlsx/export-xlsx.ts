import { setImmediate as nextTurn } from 'node:timers/promises';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Workbook } from '../../model/workbook.ts';
import { exportedWorkbook } from './exported-workbook.ts';
import { type Part, packageParts } from './package-parts.ts';

export interface ExportLimits {
  /** As a serial number: conditions may ask for days before and after it. */
  readonly today: number;
  /** What goes into the archive as its time. */
  readonly now: Date;
  readonly mostBytes: number;
}

/** So many letters are packed between two looks at other requests. */
const LETTERS_A_TURN = 1 << 18;
/** An archive knows no older times. */
const OLDEST = new Date(1980, 0, 2);

/**
 * The spreadsheet as an .xlsx; undefined where it would be larger than allowed. Rows are packed as they are written: what is
 * in memory is the archive, and never more of it than the limit.
 */
export async function exportXlsx(workbook: Workbook, limits: ExportLimits): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const archive = new Zip((error, chunk) => {
    if (error !== null) throw error;
    size += chunk.length;
    if (size <= limits.mostBytes) chunks.push(chunk);
  });
  const mtime = limits.now < OLDEST ? OLDEST : limits.now;
  for (const part of packageParts(exportedWorkbook(workbook, limits.today))) {
    const file = new ZipDeflate(part.path, { level: 6 });
    file.mtime = mtime;
    archive.add(file);
    for (const piece of batches(part)) {
      file.push(strToU8(piece));
      if (size > limits.mostBytes) return undefined;
      // biome-ignore lint/performance/noAwaitInLoops: one stretch after the other is the point
      await nextTurn();
    }
    file.push(new Uint8Array(0), true);
  }
  archive.end();
  return size > limits.mostBytes ? undefined : Buffer.concat(chunks);
}

function* batches({ pieces }: Part): Generator<string> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < LETTERS_A_TURN) continue;
    yield text;
    text = '';
  }
  yield text;
}
