import * as z from 'zod';
import type { CellStyle } from '../../domain/cell-style.ts';
import type { ContentCell } from '../../domain/content.ts';
import { type Cell, type Grid, isEmptyCell } from '../../domain/grid.ts';
import type { Language } from '../../domain/language.ts';
import { EVENT_WORDS, RELEASE_HEADERS } from '../../domain/messages/release-messages.ts';
import { STATUS_WORDS } from '../../domain/messages/scoring-setting-messages.ts';
import { parseJson } from '../../domain/parse-json.ts';
import { ChainLinkSchema, HashSchema, type SealedLink } from '../../domain/release.ts';
import { STATUSES } from '../../domain/scoring-options.ts';
import { foldLabel, isLabel } from '../label.ts';
import { cell } from '../output/content-rows.ts';
import { STYLES } from '../output/styles.ts';
import { findHeaderRow } from '../table.ts';

/** The columns of a chain, in order: all that a link states, and its own hash. */
export const CHAIN_COLUMNS = [
  'event',
  'number',
  'moment',
  'timeZone',
  'who',
  'why',
  'status',
  'tabs',
  'inputs',
  'rules',
  'options',
  'results',
  'content',
  'corrections',
  'product',
  'previous',
  'hash',
] as const;
type ChainColumn = (typeof CHAIN_COLUMNS)[number];

const HASH_WIDTH = 160;
const WIDTHS: Readonly<Record<ChainColumn, number>> = {
  event: 110,
  number: 90,
  moment: 170,
  timeZone: 140,
  who: 220,
  why: 320,
  status: 110,
  tabs: 220,
  inputs: HASH_WIDTH,
  rules: HASH_WIDTH,
  options: HASH_WIDTH,
  results: HASH_WIDTH,
  content: HASH_WIDTH,
  corrections: HASH_WIDTH,
  product: 110,
  previous: HASH_WIDTH,
  hash: HASH_WIDTH,
};

export const CHAIN_WIDTHS: readonly number[] = CHAIN_COLUMNS.map((name) => WIDTHS[name]);

export function chainHeaders(language: Language): readonly string[] {
  return CHAIN_COLUMNS.map((name) => RELEASE_HEADERS[name][language]);
}

function valuesOf({ link, hash }: SealedLink, language: Language): Partial<Record<ChainColumn, Cell>> {
  const { kind, number, moment, timeZone, who, why, previous } = link;
  const common = { event: EVENT_WORDS[kind][language], number, moment, timeZone, who, why, previous, hash };
  if (link.kind === 'withdrawal') return common;
  const { status, tabs, hashes, product } = link;
  return {
    ...common,
    status: STATUS_WORDS[status][language],
    tabs: JSON.stringify(tabs),
    product,
    ...hashes,
  };
}

const STYLE_OF: Partial<Readonly<Record<ChainColumn, CellStyle>>> = {
  number: STYLES.whole,
  who: STYLES.wrapped,
  why: STYLES.wrapped,
};

/** How each column of the chain looks. */
export const CHAIN_LOOKS: readonly CellStyle[] = CHAIN_COLUMNS.map((name) => STYLE_OF[name] ?? STYLES.text);

/** The row of a link, one cell for each column of the chain. */
export function chainRow(sealed: SealedLink, language: Language): readonly ContentCell[] {
  const values = valuesOf(sealed, language);
  return CHAIN_COLUMNS.map((name, column) => cell(values[name] ?? null, CHAIN_LOOKS[column] ?? STYLES.text));
}

function columnOf(header: Cell): ChainColumn | undefined {
  if (typeof header !== 'string') return undefined;
  const folded = foldLabel(header);
  return CHAIN_COLUMNS.find((name) => isLabel(folded, RELEASE_HEADERS[name]));
}

const SealedSchema = z.object({ link: ChainLinkSchema, hash: HashSchema });

function parseRow(at: (name: ChainColumn) => Cell): SealedLink | undefined {
  const kind = (['release', 'withdrawal'] as const).find((each) =>
    isLabel(foldLabel(String(at('event'))), EVENT_WORDS[each]),
  );
  const common = {
    kind,
    number: at('number'),
    moment: at('moment'),
    timeZone: at('timeZone') ?? '',
    who: at('who'),
    why: at('why') ?? '',
    previous: at('previous'),
  };
  const hashes = {
    inputs: at('inputs'),
    rules: at('rules'),
    options: at('options'),
    results: at('results'),
    content: at('content'),
    corrections: at('corrections'),
  };
  const status = STATUSES.find((each) => isLabel(foldLabel(String(at('status'))), STATUS_WORDS[each]));
  const link =
    kind === 'release'
      ? { ...common, status, tabs: parseJson(String(at('tabs'))), hashes, product: at('product') }
      : common;
  const parsed = SealedSchema.safeParse({ link, hash: at('hash') });
  return parsed.success ? parsed.data : undefined;
}

export interface ParsedChain {
  readonly chain: readonly SealedLink[];
  /** Rows (0-based) below the headers that hold something and are no link. */
  readonly unreadable: readonly number[];
}

/** The chain that a tab tells, oldest first; columns by their header in either language. */
export function parseChain(grid: Grid): ParsedChain {
  const headerRow = findHeaderRow(grid, (header) => (columnOf(header) === undefined ? 0 : 1));
  const headers = headerRow === undefined ? [] : (grid[headerRow] ?? []);
  const places = new Map<ChainColumn, number>();
  for (const [column, header] of headers.entries()) {
    const name = columnOf(header);
    if (name !== undefined && !places.has(name)) places.set(name, column);
  }
  const rows = headerRow === undefined ? [] : grid.slice(headerRow + 1);
  const read = rows.flatMap((cells, offset) => {
    if (cells.every(isEmptyCell)) return [];
    const row = (headerRow ?? 0) + 1 + offset;
    return [{ row, sealed: parseRow((name) => cells[places.get(name) ?? -1] ?? null) }];
  });
  return {
    chain: read.flatMap(({ sealed }) => sealed ?? []),
    unreadable: read.flatMap(({ row, sealed }) => (sealed === undefined ? [row] : [])),
  };
}
