import type { ContentCell } from '../../domain/content.ts';
import type {
  DescribedCell,
  DescribedChart,
  DescribedRange,
  DescribedTab,
} from '../../domain/file-description.ts';
import type { Cell } from '../../domain/grid.ts';
import type { Leak, LeakKind } from '../../domain/leak.ts';
import { cellName } from '../a1.ts';
import type { OutputTab } from '../output/output-tab.ts';
import { TAB_METADATA_KEY } from '../tab-key.ts';
import { type ContactTexts, leaksInText } from './leak-texts.ts';
import { findPublishedRecord, PUBLISHED_KEY } from './published-record.ts';
import { BINDING_KEY } from './results-binding.ts';

type Rows = readonly (readonly ContentCell[])[];

interface Expected {
  readonly cells: 'as-planned' | 'to-be-written';
  readonly contacts: ContactTexts;
}

const OWN_METADATA: ReadonlySet<string> = new Set([TAB_METADATA_KEY, PUBLISHED_KEY, BINDING_KEY]);

/** Formulas that reach beyond the cells of their own tab. */
const REACHES_OUT = /!|IMPORT|INDIRECT/i;

function valueAt(rows: Rows, row: number, column: number): Cell {
  const value = rows[row]?.[column]?.value ?? null;
  return value === '' ? null : value;
}

interface Bounds {
  readonly rows: number;
  readonly columns: number;
}

/** What the commit that is to come writes over: the planned cells, and what was written there before. */
function boundsOf(tab: DescribedTab, rows: Rows, { cells }: Expected): Bounds {
  const planned = { rows: rows.length, columns: rows[0]?.length ?? 0 };
  if (cells === 'as-planned') return planned;
  const record = findPublishedRecord(tab).record ?? planned;
  return {
    rows: Math.max(planned.rows, record.rows),
    columns: Math.max(planned.columns, record.columns),
  };
}

/** What is wrong with the value of a cell; one that is about to be written over is not judged by it. */
function kindsOfValue(
  { row, column, value }: DescribedCell,
  rows: Rows,
  bounds: Bounds,
  { cells, contacts }: Expected,
): readonly LeakKind[] {
  const inside = row < bounds.rows && column < bounds.columns;
  if (inside && cells === 'to-be-written') return [];
  const shown = value === '' ? null : value;
  const differs = shown !== valueAt(rows, row, column);
  const kind = inside ? 'foreign-cell' : 'beyond-results';
  return [...(differs ? ([kind] as const) : []), ...leaksInText(value, contacts)];
}

/** What lies behind a cell: nothing of it belongs into a published file. */
function kindsBehind({ formula, note, links, hasValidation }: DescribedCell): readonly LeakKind[] {
  return [
    ...(formula === undefined ? [] : (['formula'] as const)),
    ...(note === undefined ? [] : (['note'] as const)),
    ...(links.length === 0 ? [] : (['link'] as const)),
    ...(hasValidation ? (['validation'] as const) : []),
  ];
}

function leaksInCells(tab: DescribedTab, rows: Rows, expected: Expected): readonly Leak[] {
  const bounds = boundsOf(tab, rows, expected);
  const found = tab.cells.flatMap((cell) =>
    [...new Set([...kindsBehind(cell), ...kindsOfValue(cell, rows, bounds, expected)])].map(
      (kind): Leak => ({ kind, tab: tab.title, cell: cellName(cell.row, cell.column) }),
    ),
  );
  if (expected.cells === 'to-be-written') return found;
  const described = new Set(tab.cells.map(({ row, column }) => `${row} ${column}`));
  const missing = rows.flatMap((row, rowIndex) =>
    row.flatMap((_, column) =>
      valueAt(rows, rowIndex, column) === null || described.has(`${rowIndex} ${column}`)
        ? []
        : [{ kind: 'foreign-cell', tab: tab.title, cell: cellName(rowIndex, column) } as const],
    ),
  );
  return [...found, ...missing];
}

function liesWithin(range: DescribedRange, tab: DescribedTab, bounds: Bounds): boolean {
  const { sheetId, bottom = Number.POSITIVE_INFINITY, right = Number.POSITIVE_INFINITY } = range;
  return sheetId === tab.sheetId && bottom <= bounds.rows && right <= bounds.columns;
}

/** A chart shows cells of its own tab's results and says nothing that they may not. */
function leaksInCharts(
  tab: DescribedTab,
  { rows, charts = [] }: OutputTab['content'],
  expected: Expected,
): readonly Leak[] {
  const bounds = boundsOf(tab, rows, expected);
  const kindsIn = ({ texts, sources }: DescribedChart): readonly LeakKind[] => {
    const isOwn = sources.length > 0 && sources.every((source) => liesWithin(source, tab, bounds));
    const inTexts = texts.flatMap((text) => leaksInText(text, expected.contacts));
    return isOwn ? inTexts : ['chart-source', ...inTexts];
  };
  const isTooMany = expected.cells === 'as-planned' && tab.charts.length > charts.length;
  return [
    ...tab.charts.flatMap((chart) => kindsIn(chart).map((kind): Leak => ({ kind, tab: tab.title }))),
    ...(isTooMany ? [{ kind: 'object', tab: tab.title, detail: 'charts' } as const] : []),
  ];
}

function leaksOnTab(tab: DescribedTab, planned: OutputTab, expected: Expected): readonly Leak[] {
  const { cells, contacts } = expected;
  const at = (kind: LeakKind, detail?: string): Leak => ({
    kind,
    tab: tab.title,
    ...(detail === undefined ? {} : { detail }),
  });
  const foreignNotes = [...tab.metadata, ...tab.lineMetadata].filter(
    (note) =>
      !OWN_METADATA.has(note.key) ||
      tab.lineMetadata.includes(note) ||
      (cells === 'as-planned' && leaksInText(note.value, contacts).length > 0),
  );
  return [
    ...(tab.hidden ? [at('hidden-tab')] : []),
    ...leaksInText(tab.title, contacts).map((kind) => at(kind)),
    ...tab.hiddenRows.map((row): Leak => ({ ...at('hidden-row'), cell: cellName(row, 0) })),
    ...tab.hiddenColumns.map((column): Leak => ({ ...at('hidden-column'), cell: cellName(0, column) })),
    ...foreignNotes.map(({ key }) => at('metadata', key)),
    ...tab.protectedRanges.map(({ text }) => at('protected-range', text)),
    ...tab.filterViews.map(({ text }) => at('filter-view', text)),
    ...tab.ruleFormulas
      .filter((formula) => REACHES_OUT.test(formula))
      .map((formula) => at('formula', formula)),
    ...tab.objects.map((kind) => at('object', kind)),
    ...leaksInCharts(tab, planned.content, expected),
  ];
}

/** Whatever a tab of a results file has that was not planned for it. */
export function leaksInTab(tab: DescribedTab, planned: OutputTab, expected: Expected): readonly Leak[] {
  return [...leaksOnTab(tab, planned, expected), ...leaksInCells(tab, planned.content.rows, expected)];
}
