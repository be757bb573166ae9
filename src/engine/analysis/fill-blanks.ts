import type { Assessment } from '../../domain/assessment.ts';
import { type Component, type CriterionCode, componentsOfSet } from '../../domain/criteria-set.ts';
import { type Mark, markOf, ZERO } from '../../domain/mark.ts';
import type { PeriodInput } from '../../domain/period-input.ts';
import { componentResult } from '../component-result.ts';
import { setsByGroup } from '../sets-by-group.ts';
import { entriesOf, gatherEntries } from '../unit-entries.ts';

/** The entries as they would be if every component that is still blank got a zero, or its full mark. */
export function fillBlanks(input: PeriodInput, filling: 'zero' | 'full'): PeriodInput {
  const entries = gatherEntries(input);
  const sets = setsByGroup(input);
  const assessments = input.units.flatMap((unit) => {
    const own = entriesOf(entries, unit.id);
    const blank = componentsOfSet(sets.setOf(unit)).filter(
      (component) => componentResult(component, own, 'official').mark.kind === 'blank',
    );
    return [...own.assessments.values(), ...missingStages(own.assessments, unit.id)].map((assessment) =>
      filled(
        assessment,
        blank.filter(({ basis }) => basis === assessment.stage),
        filling,
      ),
    );
  });
  return { ...input, assessments };
}

function missingStages(
  present: ReadonlyMap<Assessment['stage'], Assessment>,
  unitId: Assessment['unitId'],
): readonly Assessment[] {
  return (['appraisal', 'survey'] as const)
    .filter((stage) => !present.has(stage))
    .map((stage) => ({ unitId, stage, marks: new Map<CriterionCode, Mark>() }));
}

function filled(assessment: Assessment, blank: readonly Component[], filling: 'zero' | 'full'): Assessment {
  if (blank.length === 0) return assessment;
  const marks = blank.map(
    (component) => [component.code, filling === 'zero' ? ZERO : markOf(component.maxScore)] as const,
  );
  return { ...assessment, marks: new Map([...assessment.marks, ...marks]) };
}
