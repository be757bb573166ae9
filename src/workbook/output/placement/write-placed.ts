import type { Change } from '../../../domain/change.ts';
import type { Content, ContentCell } from '../../../domain/content.ts';
import type { Area, Chart } from '../../../domain/layout.ts';
import { cell } from '../content-rows.ts';
import { STYLES } from '../styles.ts';
import type { Fit } from './fit-content.ts';

type Lines = Pick<Fit, 'rows' | 'columns'>;

const EMPTY = cell(null, STYLES.blank);

/** Places next to one another, as [first, number] of each stretch. */
function stretchesOf(places: readonly number[]): readonly (readonly number[])[] {
  const starts = places.flatMap((place, index) =>
    index > 0 && place === (places[index - 1] ?? 0) + 1 ? [] : [index],
  );
  return starts.map((start, index) => places.slice(start, starts[index + 1] ?? places.length));
}

/** One own column of the tab, with the content's column that goes there; without one it is emptied. */
interface OwnColumn {
  readonly column: number;
  readonly contentColumn?: number;
}

function ownColumns({ columns, releasedColumns }: Fit): readonly OwnColumn[] {
  const filled = columns.map((column, contentColumn) => ({ column, contentColumn }));
  return [...filled, ...releasedColumns.map((column) => ({ column }))].toSorted(
    (a, b) => a.column - b.column,
  );
}

/** The cells of a content where it goes, and nothing beside them: a block for each stretch of own rows and columns. */
export function writePlaced(sheetId: number, content: Content, fit: Fit): readonly Change[] {
  const own = ownColumns(fit);
  const acrossAll = stretchesOf(own.map(({ column }) => column));
  const cellsOf = (row: number, across: readonly number[]): readonly ContentCell[] =>
    own
      .filter(({ column }) => column >= (across[0] ?? 0) && column <= (across.at(-1) ?? -1))
      .map(({ contentColumn }) =>
        contentColumn === undefined ? EMPTY : (content.rows[row]?.[contentColumn] ?? EMPTY),
      );
  let contentRow = 0;
  return stretchesOf(fit.rows).flatMap((down) => {
    const first = contentRow;
    contentRow += down.length;
    return acrossAll.map(
      (across): Change => ({
        kind: 'write-cells',
        sheetId,
        row: down[0] ?? 0,
        column: across[0] ?? 0,
        rows: down.map((_, offset) => cellsOf(first + offset, across)),
      }),
    );
  });
}

/** An area of a content where it stands; lines of staff between its own are covered by it. Undefined for one that is gone. */
export function placeArea(area: Area, { rows, columns }: Lines): Area | undefined {
  const down = rows.slice(area.top, area.top + area.height);
  const across = columns.slice(area.left, area.left + area.width);
  if (down.length === 0 || across.length === 0) return undefined;
  const [top, left] = [Math.min(...down), Math.min(...across)];
  return { top, left, height: Math.max(...down) - top + 1, width: Math.max(...across) - left + 1 };
}

function placeAreas<T extends { readonly area: Area }>(
  items: readonly T[] | undefined,
  lines: Lines,
): readonly T[] {
  return (items ?? []).flatMap((item) => {
    const area = placeArea(item.area, lines);
    return area === undefined ? [] : [{ ...item, area }];
  });
}

function placeChart(chart: Chart, lines: Lines): readonly Chart[] {
  const categories = placeArea(chart.categories, lines);
  if (categories === undefined) return [];
  const series = chart.series.flatMap(({ values, colour }) => {
    const placed = placeArea(values, lines);
    return placed === undefined ? [] : [{ values: placed, colour }];
  });
  const at = {
    row: lines.rows[chart.at.row] ?? chart.at.row,
    column: lines.columns[chart.at.column] ?? chart.at.column,
  };
  return [{ ...chart, categories, series, at }];
}

/** The parts of a layout that stand over cells, where the cells go. */
export function placeLayout(content: Content, lines: Lines) {
  const filter = content.filter === undefined ? undefined : placeArea(content.filter, lines);
  return {
    scales: placeAreas(content.scales, lines),
    highlights: placeAreas(content.highlights, lines),
    validations: placeAreas(content.validations, lines),
    charts: (content.charts ?? []).flatMap((chart) => placeChart(chart, lines)),
    ...(filter === undefined ? {} : { filter }),
    ...(content.page === undefined ? {} : { page: content.page }),
    ...(content.pageBreaks === undefined
      ? {}
      : { pageBreaks: content.pageBreaks.flatMap((row) => lines.rows[row] ?? []) }),
  };
}
