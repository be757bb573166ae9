import { type Assessment, markFor, type Stage } from '../domain/assessment.ts';
import type { Content, ContentCell } from '../domain/content.ts';
import type { Component, CriteriaSet } from '../domain/criteria-set.ts';
import type { Cell } from '../domain/grid.ts';
import type { Bilingual, Language } from '../domain/language.ts';
import { RULE_MESSAGES } from '../domain/messages/rule-messages.ts';
import { pointsAsNumber } from '../domain/number-format.ts';
import { asPoints } from '../domain/points.ts';
import type { Unit } from '../domain/unit.ts';
import {
  BODY_STYLE,
  CODE_STYLE,
  GUIDE_POINTS_STYLE,
  GUIDE_STYLE,
  HEADER_STYLE,
  POINTS_STYLE,
} from './cell-styles.ts';
import { POINTS_WORD, pointsOfMark, writeEntered } from './enter-cell.ts';
import { markedComponents, UNIT_CODE_HEADER, UNIT_NAME_HEADER } from './marks-columns.ts';

const NAME_GUIDE: Bilingual = { vi: 'Tiêu chí', en: 'Criterion' };
const MAXIMUM_GUIDE: Bilingual = { vi: 'Điểm tối đa', en: 'Maximum' };

const ENTRY_GUIDE: Bilingual = { vi: 'Cách nhập', en: 'What to enter' };

const UNIT_CODE_WIDTH = 120;
const UNIT_NAME_WIDTH = 280;
const MARK_WIDTH = 120;

/** A matrix to render: every unit that the set scores, marked or not. */
export interface MarksMatrix {
  readonly set: CriteriaSet;
  readonly stage: Stage;
  readonly units: readonly Unit[];
  readonly assessments: ReadonlyMap<string, Assessment>;
}

/** A matrix of marks: names and maxima above the codes, one row per unit, all of it frozen at the edges. */
export function renderMarks({ set, stage, units, assessments }: MarksMatrix, language: Language): Content {
  const components = markedComponents(set, stage);
  const unitRows = units.map((unit): readonly ContentCell[] => {
    const assessment = assessments.get(unit.id);
    const marks = components.map((component) => enteredCell(component, assessment, language));
    return [
      { value: unit.id, style: CODE_STYLE },
      { value: nameIn(unit, language), style: BODY_STYLE },
      ...marks,
    ];
  });
  return {
    rows: [...headRows(components, language), ...unitRows],
    columnWidths: [UNIT_CODE_WIDTH, UNIT_NAME_WIDTH, ...components.map(() => MARK_WIDTH)],
    frozenRows: 4,
    frozenColumns: 2,
  };
}

function headRows(components: readonly Component[], language: Language): readonly (readonly ContentCell[])[] {
  const guide = (value: Cell): ContentCell => ({ value, style: GUIDE_STYLE });
  const header = (value: string): ContentCell => ({ value, style: HEADER_STYLE });
  return [
    [
      guide(null),
      guide(NAME_GUIDE[language]),
      ...components.map((component) => guide(nameIn(component, language))),
    ],
    [
      guide(null),
      guide(MAXIMUM_GUIDE[language]),
      ...components.map(({ maxScore }) => ({ value: pointsAsNumber(maxScore), style: GUIDE_POINTS_STYLE })),
    ],
    [
      guide(null),
      guide(ENTRY_GUIDE[language]),
      ...components.map(({ rule }) =>
        guide(rule === undefined ? POINTS_WORD[language] : RULE_MESSAGES[rule.kind].entry[language]),
      ),
    ],
    [
      header(UNIT_CODE_HEADER[language]),
      header(UNIT_NAME_HEADER[language]),
      ...components.map(({ code }) => header(code)),
    ],
  ];
}

function nameIn(
  named: { readonly name: string; readonly nameEn?: string | undefined },
  language: Language,
): string {
  return language === 'en' ? (named.nameEn ?? named.name) : named.name;
}

/** What was entered for a component: a number where points are entered, text where its rule wants a fact. */
function enteredCell(
  component: Component,
  assessment: Assessment | undefined,
  language: Language,
): ContentCell {
  const mark = markFor(assessment, component.code);
  if (component.rule !== undefined) {
    const declared = assessment?.declared?.get(component.code);
    return { value: writeEntered(component, mark, declared, language), style: CODE_STYLE };
  }
  const points = pointsOfMark(mark);
  return { value: points === undefined ? null : pointsAsNumber(asPoints(points)), style: POINTS_STYLE };
}
