import { type Assessment, markFor, type Stage } from '../domain/assessment.ts';
import type { Content, ContentCell } from '../domain/content.ts';
import type { Component, CriteriaSet } from '../domain/criteria-set.ts';
import { type Cell, isEmptyCell } from '../domain/grid.ts';
import type { Bilingual, Language } from '../domain/language.ts';
import { pointsAsNumber } from '../domain/number-format.ts';
import { asPoints } from '../domain/points.ts';
import type { Unit } from '../domain/unit.ts';
import { EXEMPT_WORD } from './cases-columns.ts';
import { pointsOfMark, writeEntered } from './enter-cell.ts';
import type { ExemptionIndex } from './exemption-index.ts';
import { PROGRESS_HEADER, UNIT_CODE_HEADER, UNIT_NAME_HEADER } from './marks-columns.ts';
import { HEAD_HEIGHT, HEAD_ROWS, type MarksShape, marksShape } from './marks-shape.ts';
import { entryWords, ruleWords } from './rule-words.ts';

const NAME_GUIDE: Bilingual = { vi: 'Tiêu chí', en: 'Criterion' };
const MAXIMUM_GUIDE: Bilingual = { vi: 'Điểm tối đa', en: 'Maximum' };
const RULE_GUIDE: Bilingual = { vi: 'Quy tắc chấm', en: 'Rule' };
const ENTRY_GUIDE: Bilingual = { vi: 'Cách nhập', en: 'What to enter' };

/** A matrix to render: every unit that the set scores, marked or not. */
export interface MarksMatrix {
  readonly set: CriteriaSet;
  readonly stage: Stage;
  readonly units: readonly Unit[];
  readonly assessments: ReadonlyMap<string, Assessment>;
  readonly exemptions: ExemptionIndex;
}

/**
 * A matrix of marks: above each code its name, its maximum, its rule and what to enter, one row per unit with how much
 * of it is entered. All of it is frozen at the edges; it is bare, its looks are the template's.
 */
export function renderMarks(matrix: MarksMatrix, language: Language): Content {
  const shape = marksShape(matrix.set, matrix.stage);
  const head = headRows(shape, language);
  const unitRows = matrix.units.map((unit, index) =>
    unitRow(unit, { matrix, shape, row: head.length + index, language }),
  );
  return {
    rows: [...head, ...unitRows],
    columnWidths: [],
    frozenRows: HEAD_HEIGHT,
    frozenColumns: shape.firstMark,
  };
}

interface RowFrame {
  readonly matrix: MarksMatrix;
  readonly shape: MarksShape;
  readonly row: number;
  readonly language: Language;
}

function unitRow(unit: Unit, { matrix, shape, row, language }: RowFrame): readonly ContentCell[] {
  const assessment = matrix.assessments.get(unit.id);
  const exempt = matrix.exemptions.get(unit.id);
  const marks = shape.components.map((component) => {
    const value = enteredValue(component, assessment, language);
    return value === null && exempt?.has(component.code) === true ? EXEMPT_WORD[language] : value;
  });
  return [
    { value: unit.id },
    { value: nameIn(unit, language) },
    ...(shape.progress === undefined ? [] : [progressCell(marks, row, language)]),
    ...marks.map((value) => ({ value })),
  ];
}

/** How much of a unit is entered; the spreadsheet goes on counting as people type. */
export function progressCell(marks: readonly Cell[], row: number, language: Language): ContentCell {
  const exemptWord = EXEMPT_WORD[language];
  const applicable = marks.filter((mark) => mark !== exemptWord);
  const entered = applicable.filter((mark) => !isEmptyCell(mark));
  const rowsUp = row - HEAD_ROWS.maximum;
  return {
    value: `${entered.length}/${applicable.length}`,
    progress: { columnsRight: 1, width: marks.length, rowsUp, exemptWord },
  };
}

function headRows(shape: MarksShape, language: Language): readonly (readonly ContentCell[])[] {
  const { components, progress } = shape;
  const gap = progress === undefined ? [] : [{ value: null }];
  const guide = (label: Bilingual, ofComponent: (component: Component) => Cell): readonly ContentCell[] => [
    { value: null },
    { value: label[language] },
    ...gap,
    ...components.map((component) => ({ value: ofComponent(component) })),
  ];
  const codes: readonly ContentCell[] = [
    { value: UNIT_CODE_HEADER[language] },
    { value: UNIT_NAME_HEADER[language] },
    ...(progress === undefined ? [] : [{ value: PROGRESS_HEADER[language] }]),
    ...components.map(({ code }) => ({ value: code })),
  ];
  return [
    guide(NAME_GUIDE, (component) => nameIn(component, language)),
    guide(MAXIMUM_GUIDE, ({ maxScore }) => pointsAsNumber(maxScore)),
    guide(RULE_GUIDE, (component) => ruleWords(component, language)),
    guide(ENTRY_GUIDE, (component) => entryWords(component, language)),
    codes,
  ];
}

function nameIn(
  named: { readonly name: string; readonly nameEn?: string | undefined },
  language: Language,
): string {
  return language === 'en' ? (named.nameEn ?? named.name) : named.name;
}

/** What was entered for a component: a number where points are entered, text where its rule wants a fact. */
export function enteredValue(
  component: Component,
  assessment: Assessment | undefined,
  language: Language,
): Cell {
  const mark = markFor(assessment, component.code);
  const declared = assessment?.declared?.get(component.code);
  const points = pointsOfMark(mark);
  if (component.rule === undefined) return points === undefined ? null : pointsAsNumber(asPoints(points));
  if (declared?.kind === 'points' && points === undefined) return pointsAsNumber(declared.points);
  return writeEntered(component, mark, declared, language);
}
