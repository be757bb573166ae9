import type { JsonObject } from '../contract/json.ts';
import type { CellData } from '../model/wire.ts';

const WHITE: JsonObject = { red: 1, green: 1, blue: 1 };

/** The ground of a cell; nobody's is white. Colours are compared as they are kept: channels of nothing are left out. */
export function backgroundOf(cell: CellData | undefined): string {
  return colorText(cell?.userEnteredFormat?.['backgroundColorStyle'], WHITE);
}

/** The colour of a cell's letters; nobody's is black. */
export function foregroundOf(cell: CellData | undefined): string {
  const text = (cell?.userEnteredFormat?.['textFormat'] ?? {}) as JsonObject;
  return colorText(text['foregroundColorStyle'], {});
}

/** A colour that cells are looked for by. */
export function wantedColor(style: unknown): string | undefined {
  return style === undefined ? undefined : colorText(style, {});
}

function colorText(style: unknown, usual: JsonObject): string {
  const { red, green, blue } = ((style as JsonObject | undefined)?.['rgbColor'] ?? usual) as JsonObject;
  return [red, green, blue].map((channel) => channel ?? 0).join(' ');
}
