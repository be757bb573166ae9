import type { AudienceKind } from '../../domain/audience.ts';
import type { Content, ContentCell } from '../../domain/content.ts';
import { type Cell, type Grid, isEmptyCell } from '../../domain/grid.ts';
import {
  audienceWords,
  COPYING_WORDS,
  RELEASE_HEADERS,
  RELEASE_WORDS,
} from '../../domain/messages/release-messages.ts';
import type { SealedLink } from '../../domain/release.ts';
import { foldLabel, isLabel } from '../label.ts';
import { cell, tableContent } from '../output/content-rows.ts';
import { type OutputContext, say } from '../output/output-context.ts';
import { STYLES } from '../output/styles.ts';
import { findHeaderRow } from '../table.ts';
import { CHAIN_COLUMNS, CHAIN_LOOKS, CHAIN_WIDTHS, chainRow, parseChain } from './chain-table.ts';

/** What the office's own log says of a link beside the link itself: none of it is published. */
export interface LoggedLink {
  readonly sealed: SealedLink;
  /** The moment as people read it. */
  readonly when: string;
  /** The account that clicked. */
  readonly account: string;
  /** Who may read; absent for a withdrawal and for a release that never was opened. */
  readonly audience?: { readonly kind: AudienceKind; readonly detail: string; readonly copying: boolean };
  /** The address of the results file. */
  readonly file: string;
}

const OWN_HEADERS = [
  RELEASE_HEADERS.when,
  RELEASE_HEADERS.account,
  RELEASE_HEADERS.audience,
  RELEASE_HEADERS.copying,
  RELEASE_HEADERS.file,
] as const;

/** The headers of the log: those of the chain, then the office's own. */
export const RELEASE_LOG_HEADERS = [...CHAIN_COLUMNS.map((name) => RELEASE_HEADERS[name]), ...OWN_HEADERS];

const OWN_WIDTHS = [150, 220, 220, 130, 320] as const;

/** The line that a publication or a withdrawal adds to the log; lines are only ever added. */
export function renderLoggedLink(logged: LoggedLink, context: OutputContext): readonly ContentCell[] {
  const { sealed, when, account, audience, file } = logged;
  const readers = audience === undefined ? null : say(context, audienceWords(audience.kind, audience.detail));
  const copying =
    audience === undefined ? null : say(context, COPYING_WORDS[audience.copying ? 'allowed' : 'denied']);
  const own = [when, account, readers, copying, file].map((value) => cell(value, STYLES.text));
  return [...chainRow(sealed, context.language), ...own];
}

/** The cells of a line, in the order of the headers, as the log shows them. */
export function releaseLogLine(values: readonly Cell[]): readonly ContentCell[] {
  return values.map((value, column) => cell(value, CHAIN_LOOKS[column] ?? STYLES.text));
}

/** The empty log of publications in the control workbook: 5 head rows × 22 columns. */
export function renderReleases(context: OutputContext): Content {
  return tableContent({
    title: say(context, RELEASE_WORDS.releasesTitle),
    subtitle: [context.province, context.period].filter((part) => part !== '').join(' · '),
    status: '',
    headers: RELEASE_LOG_HEADERS.map((header) => say(context, header)),
    rows: [],
    columnWidths: [...CHAIN_WIDTHS, ...OWN_WIDTHS],
    frozenColumns: 2,
  });
}

/** The id in the address of a file: where it is opened may change, the file is the same. */
function fileIn(address: Cell): Cell {
  return /\/d\/([\w-]+)/.exec(String(address))?.[1] ?? address;
}

/**
 * The links that a log tells of its newest results file. The log of a copied control workbook begins with the
 * publications of the workbook that it was copied from, which are in a file of their own.
 */
export function loggedOfNewestFile(grid: Grid): readonly SealedLink[] {
  const isFile = (value: Cell) =>
    typeof value === 'string' && isLabel(foldLabel(value), RELEASE_HEADERS.file);
  const headerRow = findHeaderRow(grid, (value) => (isFile(value) ? 1 : 0)) ?? 0;
  const column = (grid[headerRow] ?? []).findIndex(isFile);
  const fileOf = (row: readonly Cell[]) => fileIn(row[column] ?? null);
  const newest = fileOf(grid.findLast((row) => !isEmptyCell(fileOf(row))) ?? []);
  const isTold = (row: readonly Cell[]) => isEmptyCell(fileOf(row)) || fileOf(row) === newest;
  return parseChain(grid.filter((row, index) => index <= headerRow || isTold(row))).chain;
}
