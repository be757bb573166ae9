import type { DemoLevel } from '../../criteria-sets/demo-set.ts';

type Range = readonly [least: number, most: number];

/** How many there are of what a criterion counts, from the least to the most, by level. */
const SIZES: Readonly<Record<string, Readonly<Record<DemoLevel, Range>>>> = {
  '1.1.2': { so: [24, 48], huyen: [36, 62], xa: [18, 32] },
  '1.3.1': { so: [10, 18], huyen: [20, 28], xa: [5, 8] },
  '1.3.2': { so: [5, 16], huyen: [12, 30], xa: [6, 14] },
  '2.1': { so: [7, 15], huyen: [5, 9], xa: [5, 9] },
  '2.2.2': { so: [5, 14], huyen: [6, 18], xa: [5, 9] },
  '2.3.2': { so: [4, 10], huyen: [6, 16], xa: [4, 8] },
  '3.2.2': { so: [48, 160], huyen: [240, 290], xa: [112, 138] },
  '3.4.1': { so: [900, 9800], huyen: [21_000, 78_000], xa: [2600, 14_800] },
  '3.5.1': { so: [8, 60], huyen: [40, 160], xa: [6, 36] },
  '4.2.2': { so: [4, 9], huyen: [5, 12], xa: [3, 4] },
  '5.1': { so: [44, 108], huyen: [92, 142], xa: [17, 24] },
  '5.5': { so: [20, 64], huyen: [40, 96], xa: [12, 24] },
  '6.3': { so: [4, 12], huyen: [30, 60], xa: [3, 6] },
  '7.1.1': { so: [1900, 7200], huyen: [5200, 15_800], xa: [780, 2900] },
  '7.1.2': { so: [620, 3100], huyen: [1800, 6400], xa: [260, 900] },
  '8.1': { so: [96, 140], huyen: [130, 180], xa: [52, 80] },
  '8.2': { so: [280, 400], huyen: [400, 600], xa: [200, 260] },
};

/** Criteria that count the very same things: procedures, applications, people who were asked. */
const COUNTED_TOGETHER: ReadonlyMap<string, string> = new Map([
  ['3.3.2', '3.2.2'],
  ['7.2.1', '3.4.1'],
  ['7.2.3', '3.4.1'],
  ['8.1.1', '8.1'],
  ['8.1.2', '8.1'],
  ['8.1.3', '8.1'],
  ['8.1.4', '8.1'],
  ['8.1.5', '8.1'],
]);

/** What a criterion counts, by the code under which it is counted first. */
export function countedAs(code: string): string {
  return COUNTED_TOGETHER.get(code) ?? code;
}

/** The range of what a criterion counts. */
export function sizeOf(code: string, level: DemoLevel): Range {
  const sizes = SIZES[countedAs(code)];
  if (sizes === undefined) throw new Error(`no size for what the criterion ${code} counts`);
  return sizes[level];
}
