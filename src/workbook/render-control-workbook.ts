import { STAGES, type Stage } from '../domain/assessment.ts';
import type { Content } from '../domain/content.ts';
import type { CriteriaSet } from '../domain/criteria-set.ts';
import type { Language } from '../domain/language.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import { renderAdjustments } from './adjustments-tab.ts';
import { renderCriteria } from './criteria-tab.ts';
import { indexExemptions } from './exemption-index.ts';
import { renderGroups } from './groups-tab.ts';
import { markedComponents } from './marks-columns.ts';
import { renderNotApplicable } from './not-applicable-tab.ts';
import { renderOverrides } from './overrides-tab.ts';
import { renderMarks } from './render-marks.ts';
import { renderSettings } from './render-settings.ts';
import { type RenderedTab, renderedTab } from './rendered-tab.ts';
import type { TitledKey } from './tab-title.ts';
import { renderUnits } from './units-tab.ts';

/** Every tab that people fill, with what is known so far: parsing the result gives the input back. */
export function renderControlWorkbook(input: PeriodInput, language: Language): readonly RenderedTab[] {
  const tab = (key: TitledKey, content: Content) => renderedTab(key, content, language);
  return [
    tab({ kind: 'settings' }, renderSettings(input, language)),
    tab({ kind: 'groups' }, renderGroups(input.groups, language)),
    tab({ kind: 'units' }, renderUnits(input.units, language)),
    ...input.sets.flatMap((set) => [
      tab({ kind: 'criteria', setId: set.id }, renderCriteria(set, language)),
      ...STAGES.filter((stage) => markedComponents(set, stage).length > 0).map((stage) =>
        tab({ kind: 'marks', stage, setId: set.id }, renderSetMarks(input, set, stage, language)),
      ),
    ]),
    tab({ kind: 'not-applicable' }, renderNotApplicable(input.exemptions, language)),
    tab({ kind: 'adjustments' }, renderAdjustments(input.adjustments ?? [], language)),
    tab({ kind: 'overrides' }, renderOverrides(input.overrides ?? [], language)),
  ];
}

function renderSetMarks(input: PeriodInput, set: CriteriaSet, stage: Stage, language: Language): Content {
  const groupIds = new Set(input.groups.filter((group) => group.setId === set.id).map((group) => group.id));
  const units = input.units.filter((unit) => groupIds.has(unit.groupId));
  const assessments = new Map(
    input.assessments
      .filter((assessment) => assessment.stage === stage)
      .map((assessment) => [assessment.unitId, assessment]),
  );
  return renderMarks(
    { set, stage, units, assessments, exemptions: indexExemptions(input.exemptions) },
    language,
  );
}
