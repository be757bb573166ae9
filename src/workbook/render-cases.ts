import { STAGES, type Stage } from '../domain/assessment.ts';
import type { Content } from '../domain/content.ts';
import { type Component, type CriteriaSet, componentsOfSet } from '../domain/criteria-set.ts';
import type { Language } from '../domain/language.ts';
import type { Expectation, ProofCase } from '../domain/proof-case.ts';
import { CASE_COLUMNS, type CaseColumn, EXEMPT_WORD, INDEX_WORD, STAGE_OPTIONS } from './cases-columns.ts';
import { optionWord } from './cell-option.ts';
import { writeEntered } from './enter-cell.ts';
import { writePoints } from './notation/number.ts';
import { writeNumber } from './notation/write-number.ts';
import { type RowCells, renderTable } from './render-table.ts';

/** The tab of rule cases: what is entered for each invented unit, and what must come out. */
export function renderCases(cases: readonly ProofCase[], set: CriteriaSet, language: Language): Content {
  const rows = cases.flatMap((proof) => [
    ...componentsOfSet(set).flatMap((component) => componentRows(proof, component, language)),
    ...indexRow(proof, language),
  ]);
  return renderTable(CASE_COLUMNS, rows, language);
}

function componentRows(
  proof: ProofCase,
  component: Component,
  language: Language,
): readonly RowCells<CaseColumn>[] {
  const { code, basis } = component;
  const expected = proof.expected.get(code);
  const isExempt = proof.exemptions.some((exemption) => exemption.code === code);
  const rowOf = (stage: Stage): readonly RowCells<CaseColumn>[] => {
    const decides = stage === basis;
    const exemptHere = decides && isExempt;
    const entered = exemptHere ? EXEMPT_WORD[language] : enteredAt(proof, stage, component, language);
    const hoped = decides && expected !== undefined ? writeExpectation(expected, language) : null;
    if (entered === null && hoped === null) return [];
    const word = optionWord(STAGE_OPTIONS, stage, language);
    return [{ name: proof.name, code, stage: word, entered, expected: hoped }];
  };
  return STAGES.flatMap(rowOf);
}

function enteredAt(proof: ProofCase, stage: Stage, component: Component, language: Language): string | null {
  const assessment = proof.assessments.find((each) => each.stage === stage);
  if (assessment === undefined) return null;
  const mark = assessment.marks.get(component.code) ?? { kind: 'blank' };
  return writeEntered(component, mark, assessment.declared?.get(component.code), language);
}

function writeExpectation(expected: Expectation, language: Language): string {
  return expected.kind === 'points' ? writePoints(expected.points, language) : EXEMPT_WORD[language];
}

function indexRow({ name, expectedIndex }: ProofCase, language: Language): readonly RowCells<CaseColumn>[] {
  if (expectedIndex === undefined) return [];
  const expected = writeNumber(expectedIndex, language);
  return [{ name, code: INDEX_WORD[language], stage: null, entered: null, expected }];
}
