import { type Cell, cellAt, type Grid, isEmptyCell } from '../domain/grid.ts';
import { OUTPUT_HEADERS } from '../domain/messages/output-messages.ts';

/** One unit's line of a ranking tab, as it is shown. */
export interface StandingLine {
  /** The unit's name as it is shown. */
  readonly unit?: string;
  /** Absent for a unit without a place. */
  readonly rank?: number;
  readonly index?: number;
  readonly grade?: string;
  /** Every other column with a figure, by its header: points by block, bonus, penalty, what applied. */
  readonly figures: ReadonlyMap<string, number>;
}

type HeaderName = keyof typeof OUTPUT_HEADERS;

/** Columns that say who the unit is or follow from the rest. */
const NO_CAUSE: readonly HeaderName[] = [
  'rank',
  'unitCode',
  'unit',
  'parent',
  'index',
  'grade',
  'note',
  'total',
  'rankBefore',
  'movement',
  'streak',
  'gap',
];

function isHeader(cell: Cell, name: HeaderName): boolean {
  const { vi, en } = OUTPUT_HEADERS[name];
  return cell === vi || cell === en;
}

function numberIn(cell: Cell): number | undefined {
  return typeof cell === 'number' ? cell : undefined;
}

function textIn(cell: Cell): string | undefined {
  return typeof cell === 'string' && cell !== '' ? cell : undefined;
}

function optional<K extends string, V>(name: K, value: V | undefined): { readonly [_ in K]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [_ in K]: V });
}

/**
 * The lines of a ranking tab by unit code: columns by their header in either language, so that a tab whose
 * columns staff moved is read all the same. Empty for a tab whose header row is gone.
 */
export function readStanding(grid: Grid): ReadonlyMap<string, StandingLine> {
  const headerRow = grid.findIndex((row) => row.some((cell) => isHeader(cell, 'unitCode')));
  const headers = grid[headerRow] ?? [];
  const columnOf = (name: HeaderName) => headers.findIndex((cell) => isHeader(cell, name));
  const [code, unit, rank, index, grade] = [
    columnOf('unitCode'),
    columnOf('unit'),
    columnOf('rank'),
    columnOf('index'),
    columnOf('grade'),
  ];
  const figureColumns = headers.flatMap((header, column) =>
    typeof header !== 'string' || header === '' || NO_CAUSE.some((name) => isHeader(header, name))
      ? []
      : [[header, column] as const],
  );
  const lines = grid.slice(headerRow + 1).flatMap((row, offset) => {
    const id = cellAt(grid, headerRow + 1 + offset, code);
    if (isEmptyCell(id)) return [];
    const figures = new Map(
      figureColumns.flatMap(([header, column]) => {
        const figure = numberIn(row[column] ?? null);
        return figure === undefined ? [] : [[header, figure] as const];
      }),
    );
    const line: StandingLine = {
      ...optional('unit', textIn(row[unit] ?? null)),
      ...optional('rank', numberIn(row[rank] ?? null)),
      ...optional('index', numberIn(row[index] ?? null)),
      ...optional('grade', textIn(row[grade] ?? null)),
      figures,
    };
    return [[String(id), line] as const];
  });
  return headerRow === -1 ? new Map() : new Map(lines);
}
