import { type Box, boxOfRange, holds } from './box.ts';
import { colorOf, type Palette } from './color.ts';
import type { LookAt } from './conditional-looks.ts';
import type { Look } from './look.ts';
import { type JsonObject, objectIn } from './wire-json.ts';

interface Bands {
  readonly header: Look | undefined;
  readonly first: Look | undefined;
  readonly second: Look | undefined;
  readonly footer: Look | undefined;
}

function bandsOf(properties: JsonObject, palette: Palette): Bands {
  const color = (name: string): Look | undefined => {
    const background = colorOf(properties, name, palette);
    return background === undefined ? undefined : { background };
  };
  return {
    header: color('headerColor'),
    first: color('firstBandColor'),
    second: color('secondBandColor'),
    footer: color('footerColor'),
  };
}

/** The colour of one line of a banded range, counted from its start. */
function bandAt({ header, first, second, footer }: Bands, at: number, length: number): Look | undefined {
  if (at === 0 && header !== undefined) return header;
  if (at === length - 1 && footer !== undefined) return footer;
  const beyondHeader = header === undefined ? at : at - 1;
  return beyondHeader % 2 === 0 ? first : second;
}

interface BandedRange {
  readonly box: Box;
  readonly byRow: Bands | undefined;
  readonly byColumn: Bands | undefined;
}

interface Sheet {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly palette: Palette;
}

function bandedRange(wire: JsonObject, sheet: Sheet): BandedRange {
  const rows = objectIn(wire, 'rowProperties');
  const columns = objectIn(wire, 'columnProperties');
  return {
    box: boxOfRange(objectIn(wire, 'range') ?? {}, sheet),
    byRow: rows && bandsOf(rows, sheet.palette),
    byColumn: columns && bandsOf(columns, sheet.palette),
  };
}

/** The alternating colours of banded ranges; a cell's own background goes before them. */
export function bandingLooks(ranges: readonly JsonObject[], sheet: Sheet): LookAt {
  const banded = ranges.map((range) => bandedRange(range, sheet));
  return (row, column) => {
    const found = banded.find((each) => holds(each.box, row, column));
    if (found === undefined) return undefined;
    const { box, byRow, byColumn } = found;
    return (
      (byRow && bandAt(byRow, row - box.top, box.bottom - box.top)) ??
      (byColumn && bandAt(byColumn, column - box.left, box.right - box.left))
    );
  };
}
