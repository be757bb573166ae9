import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { STAGES } from '../../src/domain/assessment.ts';
import type { Content } from '../../src/domain/content.ts';
import { componentsOfSet } from '../../src/domain/criteria-set.ts';
import type { Grid } from '../../src/domain/grid.ts';
import { isBlocking } from '../../src/domain/issue.ts';
import type { Language } from '../../src/domain/language.ts';
import type { PastResult } from '../../src/domain/past-result.ts';
import type { PeriodInput } from '../../src/domain/period-input.ts';
import type { Expectation, ProofCase } from '../../src/domain/proof-case.ts';
import { ratio } from '../../src/domain/ratio.ts';
import { GroupIdSchema, UnitIdSchema } from '../../src/domain/unit.ts';
import { parseProofCases } from '../../src/workbook/parse-cases.ts';
import { parseHistory } from '../../src/workbook/parse-history.ts';
import { renderPastResults } from '../../src/workbook/past-results-tab.ts';
import { renderPredecessors } from '../../src/workbook/predecessors-tab.ts';
import { renderCases } from '../../src/workbook/render-cases.ts';
import { codes, texts } from './arbitraries.ts';
import { periods } from './period-arbitraries.ts';

const languages = fc.constantFrom<Language>('vi', 'en');
const gridOf = ({ rows }: Content): Grid => rows.map((row) => row.map((cell) => cell.value));
const unitIds = codes.map((code) => UnitIdSchema.parse(code));

const pastResults: fc.Arbitrary<readonly PastResult[]> = fc.uniqueArray(
  fc.record(
    {
      period: texts,
      unitId: unitIds,
      groupId: codes.map((code) => GroupIdSchema.parse(code)),
      index: fc.integer({ min: 0, max: 120_0000 }).map((scaled) => ratio(scaled, 10_000)),
      rank: fc.integer({ min: 1, max: 3321 }),
      grade: texts,
      setVersion: texts,
    },
    { requiredKeys: ['period', 'unitId'], noNullPrototype: true },
  ),
  { selector: ({ period, unitId }) => `${period}\n${unitId}`, maxLength: 6 },
);

test.prop([periods, pastResults, fc.array(unitIds, { maxLength: 4 }), languages])(
  'past results and predecessors are read back as they were rendered',
  (input, results, predecessors, language) => {
    const links = [...new Set(predecessors)].map((predecessorId, place) => ({
      unitId: input.units[place % input.units.length]?.id ?? predecessorId,
      predecessorId,
    }));
    const tabs = [
      {
        key: { kind: 'past-results' as const },
        title: 'Kết quả',
        grid: gridOf(renderPastResults(results, language)),
      },
      {
        key: { kind: 'predecessors' as const },
        title: 'Tiền thân',
        grid: gridOf(renderPredecessors(links, language)),
      },
    ];
    expect(parseHistory(tabs, input)).toEqual({ ok: true, value: { results, links }, issues: [] });
  },
);

/** The entries of a unit as the case of an invented one, all of them expected at their maximum. */
function caseOf(input: PeriodInput, place: number, name: string): readonly ProofCase[] {
  const unit = input.units[place % input.units.length];
  const setId = input.groups.find((group) => group.id === unit?.groupId)?.setId;
  const set = input.sets.find((each) => each.id === setId);
  if (unit === undefined || set === undefined) return [];
  const expected = componentsOfSet(set).map(({ code, maxScore }, index): [typeof code, Expectation] => [
    code,
    index % 3 === 0 ? { kind: 'not-applicable' } : { kind: 'points', points: maxScore },
  ]);
  return [
    {
      name,
      setId: set.id,
      assessments: input.assessments
        .filter((assessment) => assessment.unitId === unit.id)
        .toSorted((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage))
        .map(({ unitId: _, ...rest }) => rest),
      exemptions: input.exemptions
        .filter((exemption) => exemption.unitId === unit.id)
        .map(({ code }) => ({ code, reason: '', approvedBy: '' })),
      expected: new Map(expected),
      ...(place % 2 === 0 && { expectedIndex: ratio(968_5 + place, 100) }),
    },
  ];
}

test.prop([periods, fc.uniqueArray(texts, { minLength: 1, maxLength: 3 }), languages])(
  'rule cases are read back as they were rendered',
  (input, names, language) => {
    const cases = names.flatMap((name, place) => caseOf(input, place, name));
    const tabs = input.sets.map((set) => ({
      key: { kind: 'cases' as const, setId: set.id },
      title: 'Kiểm thử',
      grid: gridOf(
        renderCases(
          cases.filter((each) => each.setId === set.id),
          set,
          language,
        ),
      ),
    }));
    const outcome = parseProofCases(tabs, input);
    expect(outcome.issues.filter(isBlocking)).toEqual([]);
    const inOrder = input.sets.flatMap((set) => cases.filter((each) => each.setId === set.id));
    expect(outcome.ok && outcome.value.map(({ proof }) => proof)).toEqual(inOrder);
  },
);
