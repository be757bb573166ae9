import { STAGES } from '../../domain/assessment.ts';
import type { CriterionCode } from '../../domain/criteria-set.ts';
import { type Mark, markOf } from '../../domain/mark.ts';
import type { UnitId } from '../../domain/unit.ts';
import type { SetScorer } from '../set-scorer.ts';
import type { UnitEntries } from '../unit-entries.ts';

/** The entries of a unit as they would be if some components, which are blank, got their full mark. */
export function fillBlanks(
  { components }: SetScorer,
  unitId: UnitId,
  entries: UnitEntries,
  blank: readonly CriterionCode[],
): UnitEntries {
  const wanted = new Set(blank);
  const filled = STAGES.flatMap((stage) => {
    const marks = components.flatMap(({ component }): readonly (readonly [CriterionCode, Mark])[] =>
      component.basis === stage && wanted.has(component.code)
        ? [[component.code, markOf(component.maxScore)]]
        : [],
    );
    const assessment = entries.assessments.get(stage);
    if (marks.length === 0) return assessment === undefined ? [] : [[stage, assessment] as const];
    const all = new Map([...(assessment?.marks ?? []), ...marks]);
    return [[stage, { unitId, stage, ...assessment, marks: all }] as const];
  });
  return { ...entries, assessments: new Map(filled) };
}
