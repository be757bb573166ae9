import { URL } from 'node:url';
import type { PastResult } from '../../../src/domain/past-result.ts';
import { ratio } from '../../../src/domain/ratio.ts';
import { GroupIdSchema, UnitIdSchema } from '../../../src/domain/unit.ts';
import { classify } from '../../../src/engine/classify.ts';
import type { DemoLevel } from '../../criteria-sets/demo-set.ts';
import { cell, readTableFile } from '../../table-file.ts';
import { CLASSES } from './classes.ts';
import { INDEX_TARGETS } from './index-targets.ts';
import { wholeBetween } from './random.ts';
import { LEVELS } from './units.ts';

const LAST_YEAR = '2021';

/** Stands where a version of the criteria would: whoever reads a row of last year sees what it is. */
export const MADE_UP_VERSION = 'Minh họa (số liệu giả định)';

/** The average of departments a year before, in hundredths: it follows from the changes published in 2024. */
const DEPARTMENTS_BEFORE = 8355;

/**
 * Chosen rather than drawn, in hundredths of a percent. Districts: first place is known, and Tân Uyên stood fourth,
 * so that it rises to second. The leaders of the other groups did not lead a year before: nobody ever published that.
 */
const CHOSEN_BEFORE: Readonly<Record<string, number>> = {
  '718': 9574,
  '719': 8530,
  '720': 8815,
  '721': 8890,
  '722': 8402,
  '723': 8762,
  '724': 8277,
  '725': 7984,
  '726': 8641,
  SVHTTDL: 8876,
  '25760': 9431,
};

/** How a year changed the others, in hundredths: most rose, some fell. */
const DRIFT: Readonly<Record<DemoLevel, number>> = { so: 76, huyen: 0, xa: 158 };
const SPREAD: Readonly<Record<DemoLevel, readonly [number, number]>> = {
  so: [-340, 340],
  huyen: [0, 0],
  xa: [-420, 420],
};
const HIGHEST_BEFORE = 9700;

/** Spreads what is missing from a sum over all values, one hundredth at a time. */
function summingTo(values: readonly number[], total: number): readonly number[] {
  const missing = total - values.reduce((sum, value) => sum + value, 0);
  const each = Math.trunc(missing / values.length);
  const rest = missing - each * values.length;
  return values.map((value, place) => value + each + (place < Math.abs(rest) ? Math.sign(rest) : 0));
}

/** Indexes of last year by unit, in hundredths of a percent. */
function indexesBefore(level: DemoLevel): readonly (readonly [unitId: string, index: number])[] {
  const targets = INDEX_TARGETS[level];
  const drawn = targets.map(({ unitId, shown }) => {
    const before = shown - DRIFT[level] + wholeBetween(SPREAD[level], 'before', unitId);
    return CHOSEN_BEFORE[unitId] ?? Math.min(before, HIGHEST_BEFORE);
  });
  const settled = level === 'so' ? summingTo(drawn, DEPARTMENTS_BEFORE * targets.length) : drawn;
  return targets.map(({ unitId }, place) => [unitId, settled[place] ?? 0]);
}

function lastYear(level: DemoLevel): readonly PastResult[] {
  const indexes = indexesBefore(level);
  return indexes
    .map(([unitId, shown]): PastResult => {
      const index = ratio(shown, 100);
      const grade = classify(index, CLASSES);
      return {
        period: LAST_YEAR,
        unitId: UnitIdSchema.parse(unitId),
        groupId: GroupIdSchema.parse(level),
        index,
        rank: 1 + indexes.filter(([, other]) => other > shown).length,
        ...(grade !== undefined && { grade }),
        setVersion: MADE_UP_VERSION,
      };
    })
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
}

function publishedEarlier(): readonly PastResult[] {
  return readTableFile(new URL('data/published-earlier.csv', import.meta.url)).map((row) => {
    const [index, grade] = [cell(row, 'index').replace(',', ''), cell(row, 'grade')];
    return {
      period: cell(row, 'period'),
      unitId: UnitIdSchema.parse(cell(row, 'unit_code')),
      groupId: GroupIdSchema.parse(cell(row, 'group')),
      ...(index !== '' && { index: ratio(BigInt(index), 100) }),
      rank: Number(cell(row, 'rank')),
      ...(grade !== '' && { grade }),
    };
  });
}

/** Earlier results: last year made up, the years before as far as they were published; newest year first. */
export const PAST_RESULTS: readonly PastResult[] = [
  ...LEVELS.flatMap(lastYear),
  ...publishedEarlier().toReversed(),
];
