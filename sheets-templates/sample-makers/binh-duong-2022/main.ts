import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeBinhDuong2022 } from './workbook-files.ts';

/** npm run sample:make: writes the CSV files of the sample anew; what else lies in the folder stays. */
const FOLDER = join(import.meta.dirname, '../../samples/binh-duong-2022');

await mkdir(FOLDER, { recursive: true });
const files = makeBinhDuong2022();
const old = (await readdir(FOLDER)).filter((name) => name.endsWith('.csv'));
await Promise.all(old.map((name) => rm(join(FOLDER, name))));
await Promise.all([...files].map(([name, text]) => writeFile(join(FOLDER, name), text)));
process.stdout.write(`${files.size} files in sheets-templates/samples/binh-duong-2022\n`);
