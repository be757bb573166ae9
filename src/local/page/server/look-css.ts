import type { LineStyle, Look, Side } from '../model/look.ts';
import type { PageWorkbook } from '../model/page-workbook.ts';
import { sizeRules, USUAL_WIDTH } from './table-css.ts';

const LINES: Readonly<Record<LineStyle, string>> = {
  thin: '1px solid',
  medium: '2px solid',
  thick: '3px solid',
  dashed: '1px dashed',
  dotted: '1px dotted',
  double: '3px double',
};

function borderRules({ borders = {} }: Look): readonly string[] {
  return Object.entries(borders).map(
    ([side, { style, color }]) => `border-${side as Side}:${LINES[style]} ${color}`,
  );
}

function rulesOf(look: Look): readonly string[] {
  const { color, background, align, fontSize, vertical, wrap } = look;
  const lines = [look.underline ? 'underline' : '', look.strikethrough ? 'line-through' : '']
    .join(' ')
    .trim();
  return [
    ...(look.bold ? ['font-weight:700'] : []),
    ...(look.italic ? ['font-style:italic'] : []),
    ...(lines === '' ? [] : [`text-decoration:${lines}`]),
    ...(fontSize === undefined ? [] : [`font-size:${fontSize}pt`]),
    ...(color === undefined ? [] : [`color:${color}`]),
    ...(background === undefined ? [] : [`background:${background}`]),
    ...(align === undefined ? [] : [`text-align:${align}`]),
    ...(vertical === undefined ? [] : [`vertical-align:${vertical}`]),
    ...(wrap === 'wrap' ? ['white-space:pre-line'] : []),
    ...borderRules(look),
  ];
}

/** The class of a look's name: what stands in a name is a digit or a letter. */
export function classOfLook(name: string): string {
  return `l${name}`;
}

/** Widths in pixels as classes: the page's policy lets no cell have a style of its own. */
export function classOfWidth(pixels: number): string {
  return `w${pixels}`;
}

/** A style sheet for all the looks and widths of a workbook. Looks are colours, numbers and words of our own: no text of staff's gets in. */
export function looksCss({ looks, tabs }: PageWorkbook): string {
  const widths = new Set([USUAL_WIDTH, ...tabs.flatMap(({ columnWidths }) => Object.values(columnWidths))]);
  return [
    ...Object.entries(looks).map(
      ([name, look]) => `td.${classOfLook(name)},th.${classOfLook(name)}{${rulesOf(look).join(';')}}`,
    ),
    ...[...widths].map((pixels) => `col.${classOfWidth(pixels)}{width:${pixels}px}`),
    ...tabs.flatMap(sizeRules),
  ].join('\n');
}
