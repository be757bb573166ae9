import type { Element } from '@xmldom/xmldom';
import { assertNever } from '../../../domain/assert-never.ts';
import type { Area, Validation } from '../../../domain/layout.ts';
import { numberOrWordFormula } from '../../../domain/number-or-word-formula.ts';
import { MAX_ROWS } from '../limits.ts';
import { type Attributes, addElement, childOf, childrenOf, ensureChild, setText } from '../xml.ts';
import { areaName, fixedName, inTab, parseAreas, withoutArea } from './area-name.ts';
import { SHEET_ORDER } from './sheet-order.ts';

/** The longest help that Excel shows beside a cell, and the longest list that it takes without cells to read it from. */
const MAX_TEXT = 255;

/** Where lists are read from: references such as 'Lists'!$A$1:$A$9. */
export interface ListPlaces {
  /** For a list that is too long for a rule, or holds commas. */
  readonly place: (values: readonly string[]) => string;
  readonly titleOf: (sheetId: number) => string | undefined;
}

interface Rule {
  readonly attributes: Attributes;
  readonly formulas: readonly string[];
}

function listFormula(values: readonly string[], places: ListPlaces): string {
  const list = values.join(',');
  const isPlain =
    list.length <= MAX_TEXT && values.every((value) => !/[,"]/.test(value) && value === value.trim());
  return isPlain ? `"${list}"` : places.place(values);
}

function ruleOf({ allowed, area }: Validation, places: ListPlaces): Rule {
  switch (allowed.kind) {
    case 'one-of':
      return { attributes: { type: 'list' }, formulas: [listFormula(allowed.values, places)] };
    case 'one-of-column': {
      const title = places.titleOf(allowed.sheetId);
      if (title === undefined) throw new Error(`a list is taken from ${allowed.sheetId}, which is no tab`);
      const { column: left, fromRow: top } = allowed;
      const cells = fixedName({ top, left, height: MAX_ROWS - top, width: 1 });
      return { attributes: { type: 'list' }, formulas: [inTab(title, cells)] };
    }
    case 'number-between':
      if (allowed.orWords !== undefined)
        return { attributes: { type: 'custom' }, formulas: [numberOrWordFormula(allowed, area, String)] };
      return {
        attributes: { type: 'decimal', operator: 'between' },
        formulas: [String(allowed.from), String(allowed.to)],
      };
    case 'date':
      return { attributes: { type: 'date', operator: 'greaterThan' }, formulas: ['1'] };
    default:
      return assertNever(allowed);
  }
}

/** Cells take one rule: what other rules said about these no longer holds, as when somebody sets one by hand. */
function cutOut(list: Element, area: Area): void {
  for (const element of childrenOf(list, 'dataValidation')) {
    const areas = parseAreas(element.getAttribute('sqref') ?? '');
    if (areas === undefined) continue;
    const left = areas.flatMap((each) => withoutArea(each, area));
    if (left.length === 0) list.removeChild(element);
    else element.setAttribute('sqref', left.map(areaName).join(' '));
  }
}

function add(list: Element, validation: Validation, places: ListPlaces): void {
  const { area, strict, help } = validation;
  const { attributes, formulas } = ruleOf(validation, places);
  const element = addElement(list, 'dataValidation', {
    ...attributes,
    ...(strict ? {} : { errorStyle: 'warning' }),
    allowBlank: 1,
    showErrorMessage: 1,
    ...(help === undefined
      ? {}
      : { showInputMessage: 1, prompt: help.slice(0, MAX_TEXT), error: help.slice(0, MAX_TEXT) }),
    sqref: areaName(area),
  });
  for (const [index, formula] of formulas.entries())
    setText(addElement(element, `formula${index + 1}`), formula);
}

/** What may be typed into cells of a tab; a second layout writes the same rules again and no more of them. */
export function writeValidations(
  root: Element,
  validations: readonly Validation[],
  places: ListPlaces,
): void {
  if (validations.length === 0) return;
  const list = ensureChild(root, 'dataValidations', SHEET_ORDER);
  for (const validation of validations) {
    cutOut(list, validation.area);
    add(list, validation, places);
  }
  list.setAttribute('count', String(childrenOf(list, 'dataValidation').length));
  if (childOf(list, 'dataValidation') === undefined) root.removeChild(list);
}
