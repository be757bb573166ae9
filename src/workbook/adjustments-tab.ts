import type { Adjustment } from '../domain/adjustment.ts';
import type { Content } from '../domain/content.ts';
import { CriterionCodeSchema } from '../domain/criteria-set.ts';
import type { Issue } from '../domain/issue.ts';
import type { Bilingual, Language } from '../domain/language.ts';
import { pointsAsNumber } from '../domain/number-format.ts';
import { UnitIdSchema } from '../domain/unit.ts';
import { readPoints } from './cell-number.ts';
import { type Option, optionReader, optionWord } from './cell-option.ts';
import { codeReader, readText } from './cell-text.ts';
import type { InputTab } from './input-tab.ts';
import { renderTable } from './render-table.ts';
import { type RowReader, rowReader } from './row-reader.ts';
import { type Columns, findTable } from './table.ts';
import { checkCode, checkUnit, type UnitCodes } from './unit-codes.ts';

type AdjustmentColumn = 'unitId' | 'kind' | 'points' | 'code' | 'reason';

export const COLUMNS: Columns<AdjustmentColumn> = {
  unitId: { header: { vi: 'Mã đơn vị', en: 'Unit code' }, need: 'required', asText: true },
  kind: { header: { vi: 'Loại', en: 'Kind' }, need: 'required' },
  points: { header: { vi: 'Điểm', en: 'Points' }, need: 'required' },
  code: { header: { vi: 'Trừ vào tiêu chí', en: 'Taken from' }, need: 'required', asText: true },
  reason: { header: { vi: 'Lý do', en: 'Reason' }, need: 'required' },
};

const KIND_WORDS: Readonly<Record<Adjustment['kind'], Bilingual>> = {
  bonus: { vi: 'Thưởng', en: 'Bonus' },
  penalty: { vi: 'Phạt', en: 'Penalty' },
};

export const KIND_OPTIONS: readonly Option<Adjustment['kind']>[] = [
  { value: 'bonus', word: KIND_WORDS.bonus },
  { value: 'penalty', word: KIND_WORDS.penalty },
];

const readUnitId = codeReader(UnitIdSchema);
const readCode = codeReader(CriterionCodeSchema);

export interface ParsedAdjustments {
  readonly adjustments: readonly Adjustment[];
  readonly issues: readonly Issue[];
}

/** Bonuses and penalties, one row each; a unit may have any number of them. */
export function parseAdjustments(tab: InputTab, known: UnitCodes, language: Language): ParsedAdjustments {
  const table = findTable(tab, COLUMNS, language);
  const issues: Issue[] = [...table.issues];
  const adjustments = table.rows.flatMap((row) => {
    const adjustment = readAdjustment(rowReader(table, COLUMNS, row, issues), known, language);
    return adjustment === undefined ? [] : [adjustment];
  });
  return { adjustments, issues };
}

function readAdjustment(
  reader: RowReader<AdjustmentColumn>,
  known: UnitCodes,
  language: Language,
): Adjustment | undefined {
  const unitId = checkUnit(reader, 'unitId', reader.required('unitId', readUnitId), known);
  const kind = reader.required('kind', optionReader(KIND_OPTIONS, language));
  const points = reader.required('points', readPoints);
  const code = reader.optional('code', readCode);
  const reason = reader.required('reason', readText);
  if (unitId === undefined || kind === undefined || points === undefined || reason === undefined)
    return undefined;
  if (code === undefined) return { kind, unitId, points, reason };
  if (kind === 'bonus') {
    reader.report('code', { code: 'bonus-with-criterion', given: code });
    return undefined;
  }
  const taken = checkCode(reader, 'code', code, unitId, known);
  return taken === undefined ? undefined : { kind, unitId, points, reason, code: taken };
}

export function renderAdjustments(adjustments: readonly Adjustment[], language: Language): Content {
  const rows = adjustments.map((adjustment) => ({
    unitId: adjustment.unitId,
    kind: optionWord(KIND_OPTIONS, adjustment.kind, language),
    points: pointsAsNumber(adjustment.points),
    code: adjustment.kind === 'penalty' ? (adjustment.code ?? null) : null,
    reason: adjustment.reason,
  }));
  return renderTable(COLUMNS, rows, language);
}
