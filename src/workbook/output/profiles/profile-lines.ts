import type { Content, ContentCell } from '../../../domain/content.ts';
import type { CriterionCode } from '../../../domain/criteria-set.ts';
import type { Bilingual } from '../../../domain/language.ts';
import { OUTPUT_HEADERS } from '../../../domain/messages/output-messages.ts';
import { PROFILE_HEADERS } from '../../../domain/messages/profile-messages.ts';
import { cell } from '../content-rows.ts';
import { gradeName, parentName, say } from '../output-context.ts';
import { rankCell } from '../rank-cell.ts';
import { gradeStyle } from '../ranking/grade-style.ts';
import { sheetsOf } from '../ranking/ranking-entry.ts';
import { listCodes } from '../ranking/ranking-notes.ts';
import { type BlockTab, stackBlocks } from '../stack-blocks.ts';
import { extraWidth, INDEX_SCALE, STYLES } from '../styles.ts';
import { unitName } from '../unit-names.ts';
import { type UnitView, unitViews } from '../unit-views.ts';
import { changeOf, movedCell } from './history-section.ts';
import { type LiftKind, withoutLift } from './lift-section.ts';
import { anyUnit, type ProfileFrame } from './profile-frame.ts';
import { unitNotes } from './unit-notes.ts';

interface LineColumn {
  readonly header: Bilingual;
  readonly width: number;
  readonly cellOf: (unit: UnitView) => ContentCell;
}

const LOSSES_SHOWN = 3;
/** Rank, code and name of the unit. */
const FROZEN_COLUMNS = 3;

function codesCell(rows: readonly { readonly code: CriterionCode }[]): ContentCell {
  return cell(rows.length === 0 ? null : listCodes(rows.map(({ code }) => code)), STYLES.wrapped);
}

function identityColumns({ view, context }: ProfileFrame): readonly LineColumn[] {
  const parent: LineColumn = {
    header: OUTPUT_HEADERS.parent,
    width: 160,
    cellOf: ({ entry }) => cell(parentName(entry.unit.sheet.unit, context), STYLES.wrapped),
  };
  return [
    {
      header: OUTPUT_HEADERS.rank,
      width: 60,
      cellOf: ({ entry }) => rankCell(entry),
    },
    {
      header: OUTPUT_HEADERS.unitCode,
      width: 90,
      cellOf: ({ entry }) => cell(entry.unit.sheet.unit.id, STYLES.text),
    },
    {
      header: OUTPUT_HEADERS.unit,
      width: 240,
      cellOf: ({ entry }) => cell(unitName(entry.unit.sheet, context.language), STYLES.wrapped),
    },
    ...(sheetsOf(view.result).some(({ unit }) => unit.parent !== undefined) ? [parent] : []),
  ];
}

function resultColumns({ view, figures, context }: ProfileFrame): readonly LineColumn[] {
  const { grades } = view.result;
  return [
    {
      header: OUTPUT_HEADERS.index,
      width: 80,
      cellOf: ({ entry }) => figures.percent(entry.unit.index, 'strong'),
    },
    ...(grades.length === 0
      ? []
      : [
          {
            header: OUTPUT_HEADERS.grade,
            width: 90,
            cellOf: ({ entry }: UnitView) =>
              cell(gradeName(entry.unit.grade, context), gradeStyle(entry.unit.grade, grades)),
          },
        ]),
  ];
}

/** Nothing where no earlier results are known. */
function pastColumns(frame: ProfileFrame): readonly LineColumn[] {
  const { figures } = frame;
  if (!anyUnit(frame, ({ comparison }) => changeOf(comparison) !== undefined)) return [];
  const of = ({ analysis }: UnitView) => changeOf(analysis.comparison);
  return [
    { header: PROFILE_HEADERS.indexBefore, width: 80, cellOf: (unit) => figures.percent(of(unit)?.before) },
    { header: PROFILE_HEADERS.indexChange, width: 80, cellOf: (unit) => figures.change(of(unit)?.change) },
    {
      header: PROFILE_HEADERS.rankChange,
      width: 70,
      cellOf: ({ analysis }) => movedCell(analysis.comparison, frame),
    },
  ];
}

function liftColumn(kind: LiftKind, header: Bilingual, { view, context }: ProfileFrame): LineColumn {
  return {
    header,
    width: 150,
    cellOf: (unit) => {
      const lift = unit.analysis.lifts?.[kind];
      return lift === undefined
        ? cell(say(context, withoutLift(kind, unit, view.result)), STYLES.muted)
        : cell(listCodes(lift.codes), STYLES.wrapped);
    },
  };
}

function insightColumns(frame: ProfileFrame): readonly LineColumn[] {
  const { figures } = frame;
  return [
    {
      header: PROFILE_HEADERS.gap,
      width: 80,
      cellOf: ({ analysis }) => figures.percent(analysis.toNextPlace),
    },
    liftColumn('byOneRank', PROFILE_HEADERS.liftPlace, frame),
    liftColumn('byOneClass', PROFILE_HEADERS.liftClass, frame),
    {
      header: PROFILE_HEADERS.lostMost,
      width: 120,
      cellOf: ({ analysis }) => codesCell(analysis.lost.slice(0, LOSSES_SHOWN)),
    },
    { header: PROFILE_HEADERS.strongOn, width: 120, cellOf: ({ analysis }) => codesCell(analysis.strengths) },
    { header: PROFILE_HEADERS.weakOn, width: 120, cellOf: ({ analysis }) => codesCell(analysis.weaknesses) },
  ];
}

/** Nothing where all marks are there. */
function rangeColumns(frame: ProfileFrame): readonly LineColumn[] {
  const { figures } = frame;
  if (!anyUnit(frame, ({ range }) => range !== undefined)) return [];
  return [
    {
      header: PROFILE_HEADERS.bestRank,
      width: 70,
      cellOf: ({ analysis }) => figures.count(analysis.range?.best),
    },
    {
      header: PROFILE_HEADERS.worstRank,
      width: 70,
      cellOf: ({ analysis }) => figures.count(analysis.range?.worst),
    },
  ];
}

/** A line for each unit of a group that is too large for pages: units × at most 18 columns. */
export function profileLines(
  frame: ProfileFrame,
  head: Pick<BlockTab, 'title' | 'subtitle' | 'status' | 'remark'>,
): Content {
  const { view, context } = frame;
  const units = unitViews(view);
  const before = [...identityColumns(frame)];
  const columns: readonly LineColumn[] = [
    ...before,
    ...resultColumns(frame),
    ...pastColumns(frame),
    ...insightColumns(frame),
    ...rangeColumns(frame),
    {
      header: OUTPUT_HEADERS.note,
      width: 300,
      cellOf: (unit) => cell(unitNotes(unit, context), STYLES.muted),
    },
  ];
  const room = extraWidth(context.figures.decimals);
  const area = { top: 1, left: before.length, height: view.result.ranked.length, width: 1 };
  return stackBlocks({
    ...head,
    blocks: [
      {
        headers: columns.map(({ header }) => say(context, header)),
        rows: units.map((unit) => columns.map(({ cellOf }) => cellOf(unit))),
        scales: area.height === 0 ? [] : [{ area, ...INDEX_SCALE }],
        filter: { top: 0, left: 0, height: 1 + units.length, width: columns.length },
      },
    ],
    columnWidths: columns.map(({ width }) => width + room),
    frozenColumns: FROZEN_COLUMNS,
    page: 'landscape',
  });
}
