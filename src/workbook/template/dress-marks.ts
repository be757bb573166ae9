import type { Stage } from '../../domain/assessment.ts';
import { columnLetters } from '../../domain/column-letters.ts';
import type { Content, ContentCell } from '../../domain/content.ts';
import type { Component, CriteriaSet } from '../../domain/criteria-set.ts';
import type { Area, Highlight, Protection, Validation } from '../../domain/layout.ts';
import { criterionNote, PROTECTION_WORDS } from '../../domain/messages/template-messages.ts';
import { formatPoints } from '../../domain/number-format.ts';
import { EXEMPT_WORD } from '../cases-columns.ts';
import { HEAD_HEIGHT, HEAD_ROWS, type MarksShape, marksShape } from '../marks-shape.ts';
import { entryWords, ruleWords } from '../rule-words.ts';
import { type DressFrame, styleNamed } from './dress-frame.ts';
import { type MarkEntry, markEntry } from './mark-entry.ts';
import { shorten } from './shorten.ts';
import type { ColumnTemplate, MatrixTemplate } from './template-schema.ts';

/** A matrix with what its cells take, and what it is dressed with. */
interface Matrix {
  readonly shape: MarksShape;
  readonly entries: readonly MarkEntry[];
  /** Rows of units, the empty ones for more of them included. */
  readonly unitRows: number;
  readonly look: MatrixTemplate;
  readonly frame: DressFrame;
}

function noteOf(component: Component): Readonly<Record<'vi' | 'en', string>> {
  const { code, name, maxScore, ruleText } = component;
  const both = (write: (language: 'vi' | 'en') => string) => ({ vi: write('vi'), en: write('en') });
  return criterionNote({
    code,
    name,
    maximum: both((language) => formatPoints(maxScore, language)),
    rule: both((language) => ruleWords(component, language)),
    entry: both((language) => entryWords(component, language)),
    ...(component.rule === undefined || ruleText === undefined ? {} : { regulation: ruleText }),
  });
}

/** Columns before those of the components, by what the template says of each. */
function leadingColumns({ shape, look }: Matrix): readonly ColumnTemplate[] {
  const { unitId, unitName, progress } = look.columns;
  return shape.progress === undefined ? [unitId, unitName] : [unitId, unitName, progress];
}

function headRows(matrix: Matrix, rows: Content['rows']): readonly (readonly ContentCell[])[] {
  const { shape, look, frame } = matrix;
  const guide = styleNamed(frame, 'guide');
  const letters = new Map<number, number>([
    [HEAD_ROWS.name, look.nameLetters],
    [HEAD_ROWS.rule, look.ruleLetters],
  ]);
  return rows.slice(0, HEAD_HEIGHT).map((cells, row) =>
    cells.map((cell, column): ContentCell => {
      if (row === HEAD_ROWS.code)
        return { ...cell, style: styleNamed(frame, 'header'), note: headerNote(matrix, column) };
      if (row === HEAD_ROWS.maximum) return { ...cell, style: styleNamed(frame, 'guide-points') };
      const limit = letters.get(row);
      const isLong = limit !== undefined && column >= shape.firstMark && typeof cell.value === 'string';
      return { ...cell, style: guide, value: isLong ? shorten(cell.value, limit) : cell.value };
    }),
  );
}

function headerNote(matrix: Matrix, column: number): string {
  const { shape, frame } = matrix;
  const component = shape.components[column - shape.firstMark];
  const leading = leadingColumns(matrix)[column];
  const note = component === undefined ? leading?.note : noteOf(component);
  return note?.[frame.language] ?? '';
}

function unitRows(matrix: Matrix, rows: Content['rows']): readonly (readonly ContentCell[])[] {
  const { shape, entries, look, frame } = matrix;
  const leading = leadingColumns(matrix).map(({ style }) => styleNamed(frame, style));
  const marks = entries.map((entry) => styleNamed(frame, look.styles[entry.look]));
  const styles = [...leading, ...marks];
  const width = shape.firstMark + entries.length;
  const empty = Array.from({ length: look.spareRows }, () =>
    Array.from({ length: width }, () => ({ value: null })),
  );
  return [...rows.slice(HEAD_HEIGHT), ...empty].map((cells) =>
    cells.map((cell, column) => ({ ...cell, style: styles[column] ?? {} })),
  );
}

function columnArea({ unitRows: height }: Matrix, left: number, width: number): Area {
  return { top: HEAD_HEIGHT, left, height, width };
}

/** Columns side by side whose entries are points themselves. */
function pointsAreas(matrix: Matrix): readonly Area[] {
  const { shape, entries } = matrix;
  const isPoints = (i: number) => entries[i]?.look === 'points';
  const starts = entries.flatMap((_, i) => (isPoints(i) && !isPoints(i - 1) ? [i] : []));
  return starts.map((start) => {
    const length = entries.slice(start).findIndex((entry) => entry.look !== 'points');
    return columnArea(matrix, shape.firstMark + start, length === -1 ? entries.length - start : length);
  });
}

/** Above the maximum, not applicable, and blank beside a unit: the first that holds wins. */
function highlightsOf(matrix: Matrix): readonly Highlight[] {
  const { shape, entries, look, frame } = matrix;
  const first = (area: Area) => `${columnLetters(area.left)}${area.top + 1}`;
  const maximum = (area: Area) => `${columnLetters(area.left)}$${HEAD_ROWS.maximum + 1}`;
  const marks = columnArea(matrix, shape.firstMark, entries.length);
  const { overMaximum, notApplicable, blank } = look.highlights as Readonly<
    Record<string, Highlight['style']>
  >;
  return [
    ...pointsAreas(matrix).map(
      (area): Highlight => ({
        area,
        when: { kind: 'formula', formula: `=ISNUMBER(${first(area)})*(${first(area)}>${maximum(area)})` },
        style: overMaximum ?? {},
      }),
    ),
    { area: marks, when: { kind: 'text-is', text: EXEMPT_WORD[frame.language] }, style: notApplicable ?? {} },
    {
      area: marks,
      when: { kind: 'formula', formula: `=($A${HEAD_HEIGHT + 1}<>"")*(${first(marks)}="")` },
      style: blank ?? {},
    },
  ];
}

function validationsOf(matrix: Matrix): readonly Validation[] {
  const { shape, entries, frame } = matrix;
  return entries.flatMap(({ allowed }, i): readonly Validation[] => {
    const component = shape.components[i];
    if (allowed === undefined || component === undefined) return [];
    const area = columnArea(matrix, shape.firstMark + i, 1);
    return [{ area, allowed, strict: true, help: noteOf(component)[frame.language] }];
  });
}

/** Headings, unit codes, names and progress are closed; the marks are open. */
function protectionsOf({ shape, entries, unitRows: height, frame }: Matrix): readonly Protection[] {
  const { office, language } = frame;
  const width = shape.firstMark + entries.length;
  return [
    {
      key: 'header',
      description: PROTECTION_WORDS.header[language],
      area: { top: 0, left: 0, height: HEAD_HEIGHT, width },
      office,
    },
    {
      key: 'units',
      description: PROTECTION_WORDS.units[language],
      area: { top: HEAD_HEIGHT, left: 0, height, width: shape.firstMark },
      office,
    },
  ];
}

/** A bare matrix of marks with its looks: what is above the maximum, blank or not applicable shows as it is typed. */
export function dressMarks(
  content: Content,
  { set, stage }: { readonly set: CriteriaSet; readonly stage: Stage },
  frame: DressFrame,
): Content {
  const look = frame.template.matrix;
  const shape = marksShape(set, stage);
  const entries = shape.components.map((component) => markEntry(component, frame.language));
  const matrix: Matrix = {
    shape,
    entries,
    unitRows: content.rows.length - HEAD_HEIGHT + look.spareRows,
    look,
    frame,
  };
  return {
    ...content,
    rows: [...headRows(matrix, content.rows), ...unitRows(matrix, content.rows)],
    columnWidths: [...leadingColumns(matrix).map(({ width }) => width), ...entries.map(() => look.markWidth)],
    tabColour: look.tabColour,
    page: look.page,
    highlights: highlightsOf(matrix),
    validations: validationsOf(matrix),
    protections: protectionsOf(matrix),
  };
}
