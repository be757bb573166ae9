import { describe, expect, test } from 'vitest';
import { cell, type Row } from '../../sheets-templates/table-file.ts';
import type { CriterionNode } from '../../src/domain/criteria-set.ts';
import { BLANK, type Mark } from '../../src/domain/mark.ts';
import { formatRatio } from '../../src/domain/number-format.ts';
import { asPoints } from '../../src/domain/points.ts';
import { ratio } from '../../src/domain/ratio.ts';
import { scorePeriod } from '../../src/engine/score-period.ts';
import { aBranch, aComponent, anAssessment, aPeriod, aSet, aUnit, mark } from '../engine/builders.ts';
import { readTable } from './read-table.ts';

/** Columns of the criteria table; the digit before the last says the field. */
const codesOf = (row: Row): readonly string[] => [...row.keys()].filter((column) => column.startsWith('SC'));

/** Eight fields of ten points each; where a field has three criteria, the odd millionth goes to the last. */
function papiSet(row: Row) {
  const fields = [...new Set(codesOf(row).map((code) => code.slice(0, 3)))];
  const nodes = fields.map((field): CriterionNode => {
    const codes = codesOf(row).filter((code) => code.startsWith(field));
    const shares = codes.map((code, place) => {
      const each = Math.floor(10_000_000 / codes.length);
      const maxScore = place === codes.length - 1 ? 10_000_000 - each * (codes.length - 1) : each;
      return { ...aComponent(code, 0), maxScore: asPoints(maxScore) };
    });
    return aBranch(field, shares);
  });
  return aSet(nodes);
}

const marksOf = (row: Row): Readonly<Record<string, Mark>> =>
  Object.fromEntries(
    codesOf(row).map((code) => [code, cell(row, code) === '' ? BLANK : mark(Number(cell(row, code)))]),
  );

const FOUR = { decimals: 4, rounding: 'half-up' } as const;
const fourDecimals = (total: string): string => {
  const [whole = '', fraction = ''] = total.split('.');
  return formatRatio(ratio(BigInt(whole + fraction), 10n ** BigInt(fraction.length)), FOUR, 'en');
};

describe.each([
  ['papi-2021', 60, ['Bac Giang', 'Bac Ninh', 'Quang Ninh']],
  ['papi-2022', 61, ['Bac Giang', 'Bac Ninh']],
] as const)('%s: 63 provinces, 28 criteria in 8 fields', (name, rankedCount, incomplete) => {
  const criteria = readTable(`${name}/criteria.csv`);
  const published = readTable(`${name}/fields.csv`).filter((row) => cell(row, 'total') !== '');
  const [first] = criteria;
  if (first === undefined) throw new Error('the table is empty');
  const [group] = scorePeriod(
    aPeriod({
      sets: [papiSet(first)],
      units: criteria.map((row) => aUnit(cell(row, 'unit'))),
      assessments: criteria.map((row) => anAssessment(cell(row, 'unit'), marksOf(row))),
    }),
  ).groups;

  test('totals to four decimals and ranks are those published', () => {
    expect(
      group?.ranked.map(({ sheet, standing }) => [
        String(standing.rank),
        sheet.unit.id,
        formatRatio(ratio(sheet.earned, 1_000_000), FOUR, 'en'),
      ]),
    ).toEqual(
      published.map((row) => [
        cell(row, 'rank_computed'),
        cell(row, 'unit'),
        fourDecimals(cell(row, 'total')),
      ]),
    );
    expect(group?.ranked.length).toBe(rankedCount);
  });

  test('fields agree within two millionths: the nine decimals of four entries are each rounded to six', () => {
    const names = [...(published[0]?.keys() ?? [])].slice(2, -1);
    expect(names.length).toBe(8);
    const away = published.flatMap((row, place) =>
      names.map((column, field) => {
        const earned = group?.ranked[place]?.sheet.fields[field]?.earned;
        return earned === undefined ? Number.NaN : Math.abs(earned - Number(cell(row, column)) * 1_000_000);
      }),
    );
    expect(away.filter((millionths) => !(millionths <= 2))).toEqual([]);
  });

  test('provinces with missing data are left unranked, even where some criteria are filled', () => {
    expect(group?.unranked.map(({ sheet, reason }) => [sheet.unit.id, reason.kind])).toEqual(
      incomplete.map((unit) => [unit, 'incomplete']),
    );
  });
});
