import { parseA1 } from '../../stand-in/values/a1.ts';
import { boxesByKind } from './box.ts';
import type { Condition } from './condition.ts';
import type { Validation } from './page-workbook.ts';
import type { CellRule } from './validation.ts';
import { type JsonObject, objectIn, objectsIn, textIn } from './wire-json.ts';

/** The texts that cells of the workbook show, for lists that are taken from cells: from an A1 range such as =Units!A2:A. */
export type ShownTexts = (range: string) => readonly string[];

export function conditionOf(wire: JsonObject, shownTexts: ShownTexts): Condition {
  const type = textIn(wire, 'type') ?? '';
  const values = objectsIn(wire, 'values').map((value) => textIn(value, 'userEnteredValue') ?? '');
  if (type === 'ONE_OF_LIST') return { type, values, options: values };
  if (type === 'ONE_OF_RANGE') return { type, values, options: shownTexts(values[0] ?? '') };
  return { type, values };
}

function ruleOf(wire: JsonObject, shownTexts: ShownTexts): CellRule {
  const condition = conditionOf(objectIn(wire, 'condition') ?? {}, shownTexts);
  const message = textIn(wire, 'inputMessage');
  return {
    condition,
    strict: wire['strict'] === true,
    offered: condition.options !== undefined && wire['showCustomUi'] === true,
    ...(message === undefined ? {} : { message }),
  };
}

/** The validations of a tab: each rule once, with the rectangles in which it stands. */
export function validationsOf(
  rows: readonly (readonly (JsonObject | undefined)[])[],
  shownTexts: ShownTexts,
): readonly Validation[] {
  // Thousands of cells share the very same rule; each is turned into text once.
  const known = new Map<JsonObject, string>();
  const kindOf = (rule: JsonObject | undefined): string | undefined => {
    if (rule === undefined) return undefined;
    const kind = known.get(rule) ?? JSON.stringify(rule);
    known.set(rule, kind);
    return kind;
  };
  const boxes = boxesByKind(rows.map((row) => row.map(kindOf)));
  return [...boxes].map(([kind, found]) => ({ boxes: found, rule: ruleOf(JSON.parse(kind), shownTexts) }));
}

export interface Tab {
  readonly sheetId: number;
  readonly title: string;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** Reads =Tab!A2:A9 off what cells show; a text that names no cells names nothing. */
export function textsShownBy(
  tabs: readonly Tab[],
  shownAt: (sheetId: number, row: number, column: number) => string,
): ShownTexts {
  return (text) => {
    const parsed = parseA1(text.replace(/^=/, ''), { sheets: tabs, namedRanges: [] });
    if (!parsed.ok) return [];
    const { sheet, box } = parsed.range;
    const found = new Set<string>();
    for (let row = box.top; row < box.bottom; row += 1)
      for (let column = box.left; column < box.right; column += 1)
        found.add(shownAt(sheet.sheetId, row, column));
    found.delete('');
    return [...found];
  };
}
