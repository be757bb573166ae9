import type { CellStyle } from '../../domain/cell-style.ts';
import type { Content } from '../../domain/content.ts';
import { type Cell, type Grid, isEmptyCell } from '../../domain/grid.ts';
import type { Bilingual } from '../../domain/language.ts';
import { correctionsLine, FIRST_RELEASE } from '../../domain/messages/correction-messages.ts';
import { RELEASE_HEADERS, RELEASE_WORDS, withdrawnLine } from '../../domain/messages/release-messages.ts';
import type { SealedLink } from '../../domain/release.ts';
import { cell, ROWS_ABOVE_TABLE, tableContent } from '../output/content-rows.ts';
import { say } from '../output/output-context.ts';
import { figureStyle, STYLES } from '../output/styles.ts';
import { type CorrectionRow, countRows } from './correction-rows.ts';
import type { PublicationFrame } from './publication-frame.ts';

const HEADERS = [
  RELEASE_HEADERS.number,
  RELEASE_HEADERS.when,
  RELEASE_HEADERS.event,
  RELEASE_HEADERS.who,
  RELEASE_HEADERS.why,
  RELEASE_HEADERS.tab,
  RELEASE_HEADERS.code,
  RELEASE_HEADERS.row,
  RELEASE_HEADERS.rankBefore,
  RELEASE_HEADERS.rankAfter,
  RELEASE_HEADERS.indexBefore,
  RELEASE_HEADERS.indexAfter,
  RELEASE_HEADERS.gradeBefore,
  RELEASE_HEADERS.gradeAfter,
  RELEASE_HEADERS.figure,
  RELEASE_HEADERS.before,
  RELEASE_HEADERS.after,
] as const;

const COLUMN_WIDTHS = [
  80, 150, 240, 200, 320, 240, 100, 260, 80, 80, 100, 100, 110, 110, 240, 120, 120,
] as const;

/** Columns that tell of the release as a whole; the others are figures before and after. */
const HEAD_COLUMNS = 5;
const NUMBER_COLUMN = 0;

/** The lines of each release, by its number, as they stand in the log. */
export function parseCorrections(grid: Grid): ReadonlyMap<number, readonly CorrectionRow[]> {
  const rows = new Map<number, CorrectionRow[]>();
  for (const line of grid.slice(ROWS_ABOVE_TABLE)) {
    const number = line[NUMBER_COLUMN];
    const told = line.slice(HEAD_COLUMNS, HEADERS.length);
    if (typeof number !== 'number' || told.every(isEmptyCell)) continue;
    const full = HEADERS.slice(HEAD_COLUMNS).map((_, column) => told[column] ?? null);
    rows.set(number, [...(rows.get(number) ?? []), full]);
  }
  return rows;
}

function eventOf({ link }: SealedLink, changed: readonly CorrectionRow[], moment: string): Bilingual {
  if (link.kind === 'withdrawal') return withdrawnLine(link.number, moment, link.who);
  const { units, figures } = countRows(changed);
  return link.number === 1 ? FIRST_RELEASE : correctionsLine(units, figures);
}

function stylesOf(decimals: number): readonly CellStyle[] {
  const index = figureStyle(decimals, 'plain');
  const { whole, centred, wrapped, text } = STYLES;
  const head = [whole, centred, wrapped, wrapped, wrapped];
  return [
    ...head,
    text,
    text,
    wrapped,
    whole,
    whole,
    index,
    index,
    centred,
    centred,
    wrapped,
    wrapped,
    wrapped,
  ];
}

/**
 * Every release with its reason, and what it changed before and after: 5 head rows + one row per link of the chain +
 * one per unit and per other figure that its release changed × 17 columns. Old figures are never taken out.
 */
export function renderCorrections(
  rowsOf: ReadonlyMap<number, readonly CorrectionRow[]>,
  { context, status, chain, shownMoment }: PublicationFrame,
): Content {
  const styles = stylesOf(context.figures.decimals);
  const styled = (values: readonly Cell[]) =>
    HEADERS.map((_, column) => cell(values[column] ?? null, styles[column] ?? STYLES.text));
  const blank = Array.from({ length: HEAD_COLUMNS - 1 }, () => null);
  const rows = chain.flatMap((sealed) => {
    const { link } = sealed;
    const changed = link.kind === 'release' ? (rowsOf.get(link.number) ?? []) : [];
    const moment = shownMoment(sealed);
    const event = say(context, eventOf(sealed, changed, moment));
    const head = [link.number, moment, event, link.who, link.why];
    return [head, ...changed.map((row) => [link.number, ...blank, ...row])].map(styled);
  });
  return tableContent({
    title: say(context, RELEASE_WORDS.correctionsTitle),
    subtitle: [context.province, context.period].filter((part) => part !== '').join(' · '),
    status,
    headers: HEADERS.map((header) => say(context, header)),
    rows,
    columnWidths: COLUMN_WIDTHS,
    frozenColumns: 1,
  });
}
