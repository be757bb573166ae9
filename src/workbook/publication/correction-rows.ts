import type { Correction, FigureChange } from '../../domain/correction.ts';
import type { Cell } from '../../domain/grid.ts';
import {
  CORRECTION_WORDS,
  droppedTabLine,
  moreFiguresLine,
  restatedLine,
  unprovenLine,
} from '../../domain/messages/correction-messages.ts';
import { type OutputContext, say } from '../output/output-context.ts';
import type { Fingerprint } from '../output/output-tab.ts';

/**
 * One line of a correction without what belongs to its release: tab, code, unit or row; rank, index and class before
 * and after; any other figure's name, before and after.
 */
export type CorrectionRow = readonly Cell[];

/** A published tab as it was; how many cells it had and the hash of them. */
export interface DroppedTab {
  readonly title: string;
  readonly cells: number;
  readonly hash: string;
}

/** An earlier release whose lines are no longer told in full; how many cells are not, and the hash of the lines since. */
export interface RestatedLines {
  readonly of: number;
  readonly cells: number;
  readonly hash: string;
}

/** All that a release changes against the one before. */
export interface ReleaseChanges {
  readonly units: readonly Correction[];
  readonly figures: readonly FigureChange[];
  /** Titles of the tabs that the release before did not show. */
  readonly added: readonly string[];
  readonly dropped: readonly DroppedTab[];
  /** The release before, where the file no longer holds what it published: then nothing else is told. */
  readonly unproven?: number;
}

export const NO_CHANGES: ReleaseChanges = { units: [], figures: [], added: [], dropped: [] };

const ROW_COLUMN = 2;
const FIGURE_COLUMN = 9;
const AFTER_COLUMN = 11;

/** More would be a log that nobody reads; a correction of one mark changes some hundreds of figures at most. */
const FIGURES_LISTED = 2000;

const NO_FIGURES: readonly null[] = Array.from({ length: FIGURE_COLUMN - ROW_COLUMN - 1 }, () => null);

function unitRow({ ranking, unitId, unitName, rank, index, grade }: Correction): CorrectionRow {
  const figures = [rank.before, rank.after, index.before, index.after, grade.before, grade.after];
  return [ranking, unitId, unitName, ...figures.map((figure) => figure ?? null), null, null, null];
}

function figureRow({ tab, code, row, column, before, after }: FigureChange): CorrectionRow {
  return [tab, code === '' ? null : code, row === '' ? null : row, ...NO_FIGURES, column, before, after];
}

function wordsRow(tab: string | null, words: string): CorrectionRow {
  return [tab, null, words, ...NO_FIGURES, null, null, null];
}

/** As restatedLine words it, in either language. */
const RESTATED = /^(?:Các dòng của lần công bố|The lines of release) (\d+) \D+ (\d+) .* ([0-9a-f]{64})$/;

export function restatedRow({ of, cells, hash }: RestatedLines, context: OutputContext): CorrectionRow {
  return wordsRow(null, say(context, restatedLine(of, cells, hash)));
}

/** What the lines of a release say of the lines of earlier ones. */
export function restatedIn(rows: readonly CorrectionRow[]): readonly RestatedLines[] {
  return rows.flatMap((row) => {
    const words = row[ROW_COLUMN];
    const others = row.filter((cell, column) => column !== ROW_COLUMN && cell !== null && cell !== '');
    if (typeof words !== 'string' || others.length > 0) return [];
    const [, of, cells, hash] = RESTATED.exec(words) ?? [];
    return hash === undefined ? [] : [{ of: Number(of), cells: Number(cells), hash }];
  });
}

function moreRow(figures: readonly FigureChange[], context: OutputContext, hash: string): CorrectionRow {
  const more = say(context, CORRECTION_WORDS.more);
  const words = say(context, moreFiguresLine(hash));
  return [null, null, words, ...NO_FIGURES, more, null, figures.length - FIGURES_LISTED];
}

/** The lines of a correction: units, then other figures tab by tab, up to a bound beyond which they are counted. */
export function correctionRows(
  { units, figures, added, dropped, unproven }: ReleaseChanges,
  context: OutputContext,
  hash: Fingerprint,
): readonly CorrectionRow[] {
  if (unproven !== undefined) return [wordsRow(null, say(context, unprovenLine(unproven)))];
  const listed = figures.slice(0, FIGURES_LISTED).map(figureRow);
  const isMore = figures.length > FIGURES_LISTED;
  return [
    ...units.map(unitRow),
    ...added.map((title) => wordsRow(title, say(context, CORRECTION_WORDS.added))),
    ...dropped.map((tab) => wordsRow(tab.title, say(context, droppedTabLine(tab.cells, tab.hash)))),
    ...listed,
    ...(isMore ? [moreRow(figures, context, hash(JSON.stringify(figures.map(figureRow))))] : []),
  ];
}

function isMoreRow(row: CorrectionRow): boolean {
  const { vi, en } = CORRECTION_WORDS.more;
  return row[0] === null && (row[FIGURE_COLUMN] === vi || row[FIGURE_COLUMN] === en);
}

/** How many units and how many other figures the lines of a correction tell of. */
export function countRows(rows: readonly CorrectionRow[]): {
  readonly units: number;
  readonly figures: number;
} {
  const isFigure = (row: CorrectionRow) => (row[FIGURE_COLUMN] ?? null) !== null;
  const units = rows.filter((row) => !isFigure(row) && (row[1] ?? null) !== null).length;
  const figures = rows.filter(isFigure).reduce((sum, row) => {
    const counted = row[AFTER_COLUMN];
    return sum + (isMoreRow(row) && typeof counted === 'number' ? counted : 1);
  }, 0);
  return { units, figures };
}
