import type { Element } from '@xmldom/xmldom';
import { assertNever } from '../../../domain/assert-never.ts';
import type {
  Area,
  ColourScale,
  Condition,
  Highlight,
  RuledArea,
  ScalePoint,
} from '../../../domain/layout.ts';
import { cellName } from '../../../workbook/a1.ts';
import { argb } from '../style-pieces.ts';
import type { StyleSheet } from '../style-sheet.ts';
import { type Attributes, addElement, childrenOf, ensureChild, makeElement, setText } from '../xml.ts';
import { areaName, isSameArea, parseAreas } from './area-name.ts';
import { SHEET_ORDER } from './sheet-order.ts';

const NAME = 'conditionalFormatting';

interface Rules {
  readonly highlights: readonly Highlight[];
  readonly scales: readonly ColourScale[];
  /** Areas of the layout before: the rules of these kinds over exactly these go. */
  readonly ruledBefore: readonly RuledArea[];
}

function kindOf(rule: Element): RuledArea['by'] {
  return rule.getAttribute('type') === 'colorScale' ? 'scale' : 'highlight';
}

function removeOld(root: Element, ruledBefore: readonly RuledArea[]): void {
  for (const element of childrenOf(root, NAME)) {
    const areas = parseAreas(element.getAttribute('sqref') ?? '');
    const isOurs = (by: RuledArea['by']) =>
      areas?.every((area) => ruledBefore.some((old) => old.by === by && isSameArea(area, old))) === true;
    for (const rule of childrenOf(element, 'cfRule')) if (isOurs(kindOf(rule))) element.removeChild(rule);
    if (childrenOf(element, 'cfRule').length === 0) root.removeChild(element);
  }
}

/** A rule of its own for an area; the first rule is the one that wins. */
function addRule(root: Element, area: Area, attributes: Attributes): Element {
  const standing = childrenOf(root, NAME);
  const last = standing.at(-1);
  const made = last === undefined ? ensureChild(root, NAME, SHEET_ORDER) : makeElement(root, NAME);
  if (last !== undefined) root.insertBefore(made, last.nextSibling);
  made.setAttribute('sqref', areaName(area));
  return addElement(made, 'cfRule', attributes);
}

function valueObject({ at }: ScalePoint, edge: 'min' | 'max'): Attributes {
  return at === undefined ? { type: edge } : { type: 'num', val: at };
}

function addScale(root: Element, { area, low, middle, high }: ColourScale, priority: number): void {
  const scale = addElement(addRule(root, area, { type: 'colorScale', priority }), 'colorScale');
  const points = [
    { point: low, edge: 'min' },
    ...(middle === undefined ? [] : [{ point: middle, edge: 'min' } as const]),
    { point: high, edge: 'max' },
  ] as const;
  for (const { point, edge } of points) addElement(scale, 'cfvo', valueObject(point, edge));
  for (const { point } of points) addElement(scale, 'color', { rgb: argb(point.colour) });
}

interface RuleKind {
  readonly attributes: Attributes;
  readonly formula: string;
}

function ruleKindOf(when: Condition, { top, left }: Area): RuleKind {
  switch (when.kind) {
    case 'blank':
      return {
        attributes: { type: 'containsBlanks' },
        formula: `LEN(TRIM(${cellName(top, left)}))=0`,
      };
    case 'text-is':
      return {
        attributes: { type: 'cellIs', operator: 'equal' },
        formula: `"${when.text.replaceAll('"', '""')}"`,
      };
    case 'formula':
      return { attributes: { type: 'expression' }, formula: when.formula.replace(/^=/, '') };
    default:
      return assertNever(when);
  }
}

function addHighlight(
  root: Element,
  { area, when, style }: Highlight,
  { priority, styles }: { readonly priority: number; readonly styles: StyleSheet },
): void {
  const { attributes, formula } = ruleKindOf(when, area);
  const dxfId = styles.differenceOf(style);
  setText(addElement(addRule(root, area, { ...attributes, dxfId, priority }), 'formula'), formula);
}

/** The rules of staff in the order that they have, after so many others: the same however often a tab is laid out. */
function putAfter(root: Element, count: number): void {
  const priorityOf = (rule: Element) => Number(rule.getAttribute('priority'));
  const rules = childrenOf(root, NAME)
    .flatMap((element) => childrenOf(element, 'cfRule'))
    .toSorted((a, b) => priorityOf(a) - priorityOf(b));
  for (const [place, rule] of rules.entries()) rule.setAttribute('priority', String(count + place + 1));
}

/** Shading by numbers and highlights of a tab: those of the layout before are replaced, those of staff come after. */
export function writeRules(
  root: Element,
  { highlights, scales, ruledBefore }: Rules,
  styles: StyleSheet,
): void {
  removeOld(root, ruledBefore);
  const count = highlights.length + scales.length;
  if (count > 0) putAfter(root, count);
  for (const [index, highlight] of highlights.entries())
    addHighlight(root, highlight, { priority: index + 1, styles });
  for (const [index, scale] of scales.entries()) addScale(root, scale, highlights.length + index + 1);
}
