import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Grid } from '../domain/grid.ts';
import type { InputTab } from '../workbook/input-tab.ts';
import { isInputKey, parseTabKey } from '../workbook/tab-key.ts';

const EXTENSION = '.csv';

/** A field of a CSV file as a cell: text as it stands, an empty field as an empty cell. */
function toGrid(text: string): Grid {
  const records: string[][] = parse(text, { bom: true, relaxColumnCount: true, skipEmptyLines: false });
  return records.map((fields) => fields.map((field) => (field === '' ? null : field)));
}

/**
 * A control workbook as a folder of CSV files in UTF-8, one per input tab, each named by the tab's stable key
 * (units.csv, marks.appraisal.huyen.csv). Other files are left alone.
 */
export async function readCsvFolder(folder: string): Promise<readonly InputTab[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(EXTENSION)).toSorted();
  const tabs = files.flatMap((file) => {
    const key = parseTabKey(file.slice(0, -EXTENSION.length).normalize('NFC'));
    return key !== undefined && isInputKey(key) ? [{ key, file }] : [];
  });
  return Promise.all(
    tabs.map(async ({ key, file }) => ({
      key,
      title: file,
      grid: toGrid(await readFile(join(folder, file), 'utf8')),
    })),
  );
}
