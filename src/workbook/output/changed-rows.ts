import type { Content } from '../../domain/content.ts';
import type { Cell } from '../../domain/grid.ts';
import { lookOfRow, type RowLooks } from './content-look.ts';
import { STATUS_ROW } from './content-rows.ts';
import type { OutputRecord } from './output-record.ts';
import type { Fingerprint } from './output-tab.ts';
import type { Fit } from './placement/fit-content.ts';
import type { RowsToWrite } from './placement/write-placed.ts';
import { ownCells, type StandingContent } from './standing-content.ts';

type Row = readonly Cell[];

function valuesOf({ rows }: Content): readonly Row[] {
  return rows.map((cells) => cells.map(({ value }) => (value === '' ? null : value)));
}

function fingerprintOf(rows: readonly Row[], fingerprint: Fingerprint): string {
  return fingerprint(JSON.stringify(rows.toSpliced(STATUS_ROW, 1)));
}

/** Fingerprint of the values of a content in their order, the status line aside. */
export function figuresOf(content: Content, fingerprint: Fingerprint): string {
  return fingerprintOf(valuesOf(content), fingerprint);
}

function standingRows(standing: StandingContent): readonly Row[] {
  return (standing.placement?.rows ?? []).map((row) => ownCells(standing, row));
}

/** Whether own rows and columns hold what was written, each in its place, so that their looks are where they were put. */
function standsAsWritten(standing: StandingContent, fit: Fit, fingerprint: Fingerprint): boolean {
  const { record, placement } = standing;
  return (
    record !== undefined &&
    placement !== undefined &&
    fit.insertions.every(({ dimension }) => dimension === 'rows') &&
    fit.releasedColumns.length === 0 &&
    fit.columns.every((column, own) => column === placement.columns[own]) &&
    record.figures === fingerprintOf(standingRows(standing).slice(0, record.rows), fingerprint)
  );
}

function sameRow(a: Row, b: Row): boolean {
  return a.every((cell, column) => cell === (b[column] ?? null));
}

interface Looks {
  readonly before: RowLooks;
  readonly wanted: RowLooks;
}

/** The rows that differ from what stands there, by what of them differs; rows that stay empty below do not. */
function compareRows(values: readonly Row[], standing: StandingContent, fit: Fit, looks: Looks) {
  const before = standingRows(standing);
  const places = [...fit.rows.keys()].filter(
    (place) => place < Math.max(values.length, standing.record?.rows ?? 0),
  );
  const looksOther = (place: number): boolean => {
    const wanted = lookOfRow(looks.wanted, place);
    return place === STATUS_ROW || wanted === undefined || wanted !== lookOfRow(looks.before, place);
  };
  const holdsOther = (place: number) => !sameRow(values[place] ?? [], before[place] ?? []);
  return {
    anew: places.filter(looksOther),
    values: places.filter((place) => !looksOther(place) && holdsOther(place)),
  };
}

/**
 * The rows of a content that have to be written over what stands. Where all of it stands as it was written these are
 * the rows that look different from now on, the status line among them, and the values of those that hold something
 * else; where anybody changed or moved anything, all of them.
 */
export function rowsToWrite(
  content: Content,
  standing: StandingContent,
  fit: Fit,
  made: OutputRecord,
  fingerprint: Fingerprint,
): readonly RowsToWrite[] {
  const [before, wanted] = [standing.record?.rowLooks, made.rowLooks];
  if (before === undefined || wanted === undefined || !standsAsWritten(standing, fit, fingerprint))
    return [{ rows: [...fit.rows.keys()], looksStand: false }];
  const { anew, values } = compareRows(valuesOf(content), standing, fit, { before, wanted });
  return [
    { rows: anew, looksStand: false },
    { rows: values, looksStand: true },
  ];
}
