import { describe, expect, test } from 'vitest';
import { cell } from '../../sheets-templates/table-file.ts';
import { compareRatios, ratio, subtractRatios } from '../../src/domain/ratio.ts';
import { scorePeriod } from '../../src/engine/score-period.ts';
import { aComponent, anAssessment, aPeriod, aSet, aUnit, code, someSettings } from '../engine/builders.ts';
import { readTable } from './read-table.ts';

/** The published weights in percent; each component is an index out of 10 that is carried in. */
const WEIGHTS = {
  entry_cost: 5,
  land_access: 5,
  transparency: 20,
  time_cost: 5,
  informal_charge: 10,
  fair_competition: 5,
  proactivity: 5,
  business_support: 20,
  labour_training: 20,
  legal_institutions: 5,
} as const;

const hundredths = (text: string) => ratio(Math.round(Number(text) * 100), 100);

describe('PCI 2021: a weighted index with classes', () => {
  const table = readTable('pci-2021/table.csv');
  const rule = { kind: 'outside-index', scale: ratio(10, 1) } as const;
  const classifications = [
    {
      bands: [
        { grade: 'Rất tốt', atLeast: ratio(72, 1) },
        { grade: 'Tốt', atLeast: ratio(68, 1) },
        { grade: 'Khá', atLeast: ratio(0, 1) },
      ],
    },
  ] as const;
  const [group] = scorePeriod(
    aPeriod({
      settings: someSettings({ classifications }),
      sets: [aSet(Object.entries(WEIGHTS).map(([name, weight]) => ({ ...aComponent(name, weight), rule })))],
      units: table.toReversed().map((row) => aUnit(cell(row, 'unit'))),
      assessments: table.map((row) => ({
        ...anAssessment(cell(row, 'unit'), {}),
        declared: new Map(
          Object.keys(WEIGHTS).map(
            (name) => [code(name), { kind: 'number', value: hundredths(cell(row, name)) }] as const,
          ),
        ),
      })),
    }),
  ).groups;

  test('ranks and classes are those published', () => {
    expect(
      group?.ranked.map(({ sheet, standing, grade }) => [String(standing.rank), sheet.unit.id, grade]),
    ).toEqual(table.map((row) => [cell(row, 'rank'), cell(row, 'unit'), cell(row, 'class')]));
  });

  test('totals agree within 0,02, which is what rounding the ten components explains', () => {
    const away = group?.ranked.map(({ index }, place) => {
      const row = table[place];
      const difference =
        row === undefined ? index : subtractRatios(index, hundredths(cell(row, 'pci_total')));
      return compareRatios(
        ratio(
          difference.numerator < 0n ? -difference.numerator : difference.numerator,
          difference.denominator,
        ),
        ratio(2, 100),
      );
    });
    expect(away?.every((order) => order <= 0)).toBe(true);
  });
});
