import type { Content } from '../domain/content.ts';
import type { Cell } from '../domain/grid.ts';
import type { Issue } from '../domain/issue.ts';
import type { Language } from '../domain/language.ts';
import type { PastResult } from '../domain/past-result.ts';
import { compareRatios, multiplyRatios, type Ratio, ratio } from '../domain/ratio.ts';
import { GroupIdSchema, UnitIdSchema } from '../domain/unit.ts';
import { readExactNumber } from './cell-ratio.ts';
import { codeReader, readText } from './cell-text.ts';
import type { InputTab } from './input-tab.ts';
import { writeNumber } from './notation/write-number.ts';
import type { NumberText } from './number-text.ts';
import { givenText, NOTHING_READ, type Reading, refusal, valueRead } from './reading.ts';
import { renderTable } from './render-table.ts';
import { type RowReader, rowReader } from './row-reader.ts';
import { type Columns, findTable } from './table.ts';

type PastColumn = 'period' | 'unitId' | 'groupId' | 'index' | 'rank' | 'grade' | 'setVersion';

export const COLUMNS: Columns<PastColumn> = {
  period: { header: { vi: 'Kỳ đánh giá', en: 'Period' }, need: 'required', asText: true },
  unitId: { header: { vi: 'Mã đơn vị', en: 'Unit code' }, need: 'required', asText: true },
  groupId: { header: { vi: 'Nhóm', en: 'Group' }, need: 'optional', asText: true },
  index: { header: { vi: 'Chỉ số', en: 'Index' }, need: 'required', asText: true },
  rank: { header: { vi: 'Hạng', en: 'Rank' }, need: 'required', asText: true },
  grade: { header: { vi: 'Xếp loại', en: 'Class' }, need: 'optional' },
  setVersion: {
    header: { vi: 'Phiên bản bộ tiêu chí', en: 'Set version' },
    need: 'optional',
    asText: true,
  },
};

const readUnitId = codeReader(UnitIdSchema);
const readGroupId = codeReader(GroupIdSchema);

/** More than any province has units. */
const RANK_LIMIT = 100_000;

/** An index in percent as it was printed; 0 to 1000, because bonuses may lift it above 100. */
const INDEX_LIMIT = ratio(1000, 1);
const NO_INDEX = ratio(0, 1);

export interface ParsedPastResults {
  readonly results: readonly PastResult[];
  readonly issues: readonly Issue[];
}

/** Results of earlier periods as they were published, one row per unit and period. */
export function parsePastResults(tab: InputTab, language: Language): ParsedPastResults {
  const table = findTable(tab, COLUMNS, language);
  const issues: Issue[] = [...table.issues];
  const results: PastResult[] = [];
  const cells = new Map<string, string>();
  for (const row of table.rows) {
    const reader = rowReader(table, COLUMNS, row, issues);
    const result = readPastResult(reader);
    if (result === undefined) continue;
    const key = `${result.period}\n${result.unitId}`;
    const otherCell = cells.get(key);
    if (otherCell !== undefined) {
      const given = `${result.period} – ${result.unitId}`;
      reader.report('unitId', { code: 'duplicate-code', given, otherCell });
      continue;
    }
    cells.set(key, reader.locate('unitId').cell ?? '');
    results.push(result);
  }
  return { results, issues };
}

function readPastResult(reader: RowReader<PastColumn>): PastResult | undefined {
  const period = reader.required('period', readText);
  const unitId = reader.required('unitId', readUnitId);
  const groupId = reader.optional('groupId', readGroupId);
  const index = reader.optional('index', readIndex);
  const rank = reader.optional('rank', readRank);
  const grade = reader.optional('grade', readText);
  const setVersion = reader.optional('setVersion', readText);
  if (period === undefined || unitId === undefined) return undefined;
  return {
    period,
    unitId,
    ...(groupId !== undefined && { groupId }),
    ...(index !== undefined && { index }),
    ...(rank !== undefined && { rank }),
    ...(grade !== undefined && { grade }),
    ...(setVersion !== undefined && { setVersion }),
  };
}

/** `86,471` is no index of 86 thousand percent: there is one number that it can be (docs/adr/0035). */
function decimalsWhereNoThousands(reading: NumberText): NumberText {
  if (reading.kind !== 'ambiguous') return reading;
  const thousands = multiplyRatios(reading.asDecimals, INDEX_LIMIT);
  return compareRatios(thousands, INDEX_LIMIT) > 0 ? { kind: 'number', value: reading.asDecimals } : reading;
}

/** `96,89`, `96,89%` or the number of a percent cell's neighbour: always in percent, never a share. */
export function readIndex(cell: Cell): Reading<Ratio> {
  const given = givenText(cell);
  if (given === '') return NOTHING_READ;
  const reading = decimalsWhereNoThousands(readExactNumber(cell));
  if (reading.kind === 'ambiguous') {
    return refusal({ code: 'ambiguous-number', given, readings: reading.readings });
  }
  if (reading.kind !== 'number' && reading.kind !== 'percent')
    return refusal({ code: 'not-a-number', given });
  if (compareRatios(reading.value, NO_INDEX) < 0) return refusal({ code: 'negative-number', given });
  if (compareRatios(reading.value, INDEX_LIMIT) > 0) {
    return refusal({ code: 'number-too-large', given, limit: 1000 });
  }
  // 0,97 in a percent cell is 97 %; an index of less than 1 % has never been published.
  const isShare = typeof cell === 'number' && cell > 0 && cell <= 1;
  if (isShare) {
    const readings = [reading.value, multiplyRatios(reading.value, ratio(100, 1))].map(
      (value) => `${writeNumber(value, 'en')}%`,
    );
    return refusal({ code: 'ambiguous-number', given, readings });
  }
  return valueRead(reading.value);
}

function readRank(cell: Cell): Reading<number> {
  const given = givenText(cell);
  if (given === '') return NOTHING_READ;
  const reading = readExactNumber(cell);
  if (reading.kind !== 'number' || reading.value.denominator !== 1n) {
    return refusal({ code: 'not-a-number', given });
  }
  const rank = Number(reading.value.numerator);
  if (rank < 1) return refusal({ code: 'negative-number', given });
  return rank > RANK_LIMIT
    ? refusal({ code: 'number-too-large', given, limit: RANK_LIMIT })
    : valueRead(rank);
}

export function renderPastResults(results: readonly PastResult[], language: Language): Content {
  const rows = results.map(({ period, unitId, groupId, index, rank, grade, setVersion }) => ({
    period,
    unitId,
    groupId: groupId ?? null,
    index: index === undefined ? null : writeNumber(index, language),
    rank: rank === undefined ? null : String(rank),
    grade: grade ?? null,
    setVersion: setVersion ?? null,
  }));
  return renderTable(COLUMNS, rows, language);
}
