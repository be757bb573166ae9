/** Reads a folder of answers, one range at a time, into columns, and says how much memory it took at most. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SIZES, type Work, workCriteria } from './bench-period.ts';
import { compileWork, engineColumns } from './column-work.ts';
import { flatColumns, intoColumns } from './response-text.ts';

const [folder = '', step = ''] = process.argv.slice(2);
const units = SIZES.XL;
const criteria = workCriteria();
const columns = flatColumns({ criteria, units });
const groupOf = Int32Array.from(JSON.parse(readFileSync(join(folder, 'groups.json'), 'utf8')) as number[]);
const work: Work = { units, criteria, groupOf, groups: 3, stages: columns.stages };
for (let from = 0; from < units; from += Number(step)) {
  const text = readFileSync(join(folder, `${from}.json`), 'utf8');
  intoColumns(JSON.parse(text).valueRanges[0].values, columns, from);
}
const components = compileWork(work);
engineColumns(work, components, work.stages[0]);
const { ranks } = engineColumns(work, components, work.stages[1]);
const checksum = ranks.reduce((sum, rank, unit) => (sum + rank * (unit + 1)) % 1_000_000_007, 0);
process.stdout.write(JSON.stringify({ checksum, megabytes: process.resourceUsage().maxRSS / 1024 }));
