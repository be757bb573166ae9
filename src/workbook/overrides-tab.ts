import type { Override } from '../domain/adjustment.ts';
import type { Content } from '../domain/content.ts';
import { type CriteriaSet, CriterionCodeSchema, componentsOfSet } from '../domain/criteria-set.ts';
import type { Issue } from '../domain/issue.ts';
import type { Language } from '../domain/language.ts';
import { pointsAsNumber } from '../domain/number-format.ts';
import type { Points } from '../domain/points.ts';
import { UnitIdSchema } from '../domain/unit.ts';
import { readPoints } from './cell-number.ts';
import { codeReader, readText } from './cell-text.ts';
import type { ExemptionIndex } from './exemption-index.ts';
import type { InputTab } from './input-tab.ts';
import { readPointsUpTo } from './mark-points.ts';
import { renderTable } from './render-table.ts';
import { type RowReader, rowReader } from './row-reader.ts';
import { type Columns, findTable } from './table.ts';
import { checkUnit, type UnitCodes } from './unit-codes.ts';
import type { WhoIsScored } from './who-is-scored.ts';

type OverrideColumn = 'unitId' | 'code' | 'points' | 'reason' | 'decidedBy';

export const COLUMNS: Columns<OverrideColumn> = {
  unitId: { header: { vi: 'Mã đơn vị', en: 'Unit code' }, need: 'required', asText: true },
  code: { header: { vi: 'Mã tiêu chí', en: 'Criterion code' }, need: 'required', asText: true },
  points: { header: { vi: 'Điểm quyết định', en: 'Decided points' }, need: 'required' },
  reason: { header: { vi: 'Lý do', en: 'Reason' }, need: 'required' },
  decidedBy: { header: { vi: 'Người quyết định', en: 'Decided by' }, need: 'required' },
};

const readUnitId = codeReader(UnitIdSchema);
const readCode = codeReader(CriterionCodeSchema);

/** The maximum of every component of the set that scores a unit; absent when the set is not known. */
export type MaximaOf = (unitId: string) => ReadonlyMap<string, Points> | undefined;

export function maximaByUnit(sets: readonly CriteriaSet[], scored: WhoIsScored): MaximaOf {
  const bySet = new Map(
    sets.map((set) => [
      set.id,
      new Map<string, Points>(componentsOfSet(set).map(({ code, maxScore }) => [code, maxScore])),
    ]),
  );
  return (unitId) => {
    const setId = scored.setOf.get(unitId);
    return setId === undefined ? undefined : bySet.get(setId);
  };
}

export interface OverrideContext {
  readonly known: UnitCodes;
  readonly maximaOf: MaximaOf;
  readonly exemptions: ExemptionIndex;
  readonly language: Language;
}

export interface ParsedOverrides {
  readonly overrides: readonly Override[];
  readonly issues: readonly Issue[];
}

/** Points that the council decided in place of what was entered, each with its reason and who decided. */
export function parseOverrides(tab: InputTab, context: OverrideContext): ParsedOverrides {
  const table = findTable(tab, COLUMNS, context.language);
  const issues: Issue[] = [...table.issues];
  const overrides: Override[] = [];
  const cells = new Map<string, string>();
  for (const row of table.rows) {
    const reader = rowReader(table, COLUMNS, row, issues);
    const override = readOverride(reader, context);
    if (override === undefined) continue;
    const key = `${override.unitId}\n${override.code}`;
    const otherCell = cells.get(key);
    if (otherCell !== undefined) {
      const given = `${override.unitId} – ${override.code}`;
      reader.report('code', { code: 'duplicate-code', given, otherCell });
      continue;
    }
    cells.set(key, reader.locate('code').cell ?? '');
    overrides.push(override);
  }
  return { overrides, issues };
}

function readOverride(
  reader: RowReader<OverrideColumn>,
  { known, maximaOf, exemptions }: OverrideContext,
): Override | undefined {
  const unitId = checkUnit(reader, 'unitId', reader.required('unitId', readUnitId), known);
  const code = reader.required('code', readCode);
  const maxima = unitId === undefined ? undefined : maximaOf(unitId);
  const maxScore = code === undefined ? undefined : maxima?.get(code);
  const points = reader.required('points', (cell) =>
    maxScore === undefined ? readPoints(cell) : readPointsUpTo(cell, maxScore),
  );
  const reason = reader.required('reason', readText);
  const decidedBy = reader.required('decidedBy', readText);
  if (unitId === undefined || code === undefined) return undefined;
  if (maxima !== undefined && maxScore === undefined && !known.isUnread(code)) {
    const isBranch = known.codesOf(unitId).has(code);
    reader.report(
      'code',
      isBranch
        ? { code: 'branch-decided', given: code }
        : { code: 'unknown-code', given: code, referent: 'component' },
    );
  }
  if (points !== undefined && exemptions.get(unitId)?.has(code) === true) {
    reader.report('points', { code: 'exempt-but-decided', given: points });
  }
  if (points === undefined || reason === undefined || decidedBy === undefined) return undefined;
  return { unitId, code, points, reason, decidedBy };
}

export function renderOverrides(overrides: readonly Override[], language: Language): Content {
  const rows = overrides.map(({ unitId, code, points, reason, decidedBy }) => ({
    unitId,
    code,
    points: pointsAsNumber(points),
    reason,
    decidedBy,
  }));
  return renderTable(COLUMNS, rows, language);
}
