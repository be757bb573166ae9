import type { Dimension } from '../../domain/change.ts';
import { cellName, parseCellName } from '../../workbook/a1.ts';

/** Empty rows or columns that were put into a tab before a line. */
export interface Insertion {
  /** The tab's title, by which formulas of other tabs name it. */
  readonly title: string;
  readonly dimension: Dimension;
  readonly at: number;
  readonly count: number;
}

/** Text in quotation marks; or a reference, with the tab that it names before it: cells, whole columns, whole rows. */
const PARTS =
  /"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.$:!'])((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3}\$?[0-9]+(?::\$?[A-Z]{1,3}\$?[0-9]+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?[0-9]+:\$?[0-9]+)(?![\p{L}\p{N}_(.!:])/gu;

const CORNER = /^(\$?)([A-Z]*)(\$?)([0-9]*)$/;

/** A corner of a reference; a part that it lacks, as in A:C, is absent. */
interface Corner {
  readonly row?: number;
  readonly column?: number;
  readonly isRowFixed: boolean;
  readonly isColumnFixed: boolean;
}

function parseCorner(text: string): Corner {
  const [, first = '', letters = '', second = '', digits = ''] = CORNER.exec(text) ?? [];
  const column = letters === '' ? undefined : parseCellName(`${letters}1`)?.column;
  return {
    ...(column === undefined ? {} : { column }),
    ...(digits === '' ? {} : { row: Number(digits) - 1 }),
    isColumnFixed: letters !== '' && first === '$',
    isRowFixed: digits !== '' && (letters === '' ? first : second) === '$',
  };
}

function writeCorner({ row, column, isRowFixed, isColumnFixed }: Corner): string {
  const letters = column === undefined ? '' : cellName(0, column).replace(/1$/, '');
  const digits = row === undefined ? '' : String(row + 1);
  return `${isColumnFixed ? '$' : ''}${letters}${isRowFixed ? '$' : ''}${digits}`;
}

/** Each corner of every reference in a formula that a test lets through, changed. */
function mapReferences(
  formula: string,
  isMeant: (tab: string | undefined) => boolean,
  change: (corner: Corner) => Corner,
): string {
  return formula.replace(PARTS, (whole, prefix: string | undefined, reference: string | undefined) => {
    const tab = prefix
      ?.slice(0, -1)
      .replace(/^'(.*)'$/, '$1')
      .replaceAll("''", "'");
    if (reference === undefined || !isMeant(tab)) return whole;
    const corners = reference.split(':').map((corner) => writeCorner(change(parseCorner(corner))));
    return (prefix ?? '') + corners.join(':');
  });
}

function moved(corner: Corner, { dimension, at, count }: Insertion): Corner {
  const { row, column } = corner;
  if (dimension === 'rows') return row === undefined || row < at ? corner : { ...corner, row: row + count };
  return column === undefined || column < at ? corner : { ...corner, column: column + count };
}

/** A formula of the given tab once lines were put in: what it means stays the same. */
export function shiftFormula(formula: string, ownTitle: string, insertion: Insertion): string {
  const wanted = insertion.title.toLowerCase();
  const isMeant = (tab: string | undefined) => (tab ?? ownTitle).toLowerCase() === wanted;
  return mapReferences(formula, isMeant, (corner) => moved(corner, insertion));
}

/** A formula as it reads in another cell: references that are not fixed move along. */
export function translateFormula(formula: string, rows: number, columns: number): string {
  return mapReferences(
    formula,
    () => true,
    (corner) => ({
      ...corner,
      ...(corner.row === undefined || corner.isRowFixed ? {} : { row: corner.row + rows }),
      ...(corner.column === undefined || corner.isColumnFixed ? {} : { column: corner.column + columns }),
    }),
  );
}

/** Cells and ranges of the tab itself, one after the other, as attributes such as sqref hold them. */
export function shiftRanges(ranges: string, insertion: Insertion): string {
  return mapReferences(
    ranges,
    () => true,
    (corner) => moved(corner, insertion),
  );
}
