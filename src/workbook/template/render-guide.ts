import type { Content, ContentCell } from '../../domain/content.ts';
import { type DressFrame, styleNamed } from './dress-frame.ts';
import type { GuideTemplate } from './template-schema.ts';

type Line = GuideTemplate['lines'][number];

function rowOf(line: Line, frame: DressFrame): readonly ContentCell[] {
  const { language } = frame;
  if ('title' in line)
    return [{ value: line.title[language], style: styleNamed(frame, 'guide-title') }, { value: null }];
  if ('heading' in line)
    return [{ value: line.heading[language], style: styleNamed(frame, 'guide-heading') }, { value: null }];
  const sheetId = line.tab === undefined ? undefined : frame.sheetIdOf(line.tab);
  return [
    {
      value: line.step[language],
      style: styleNamed(frame, 'guide-step'),
      ...(sheetId === undefined ? {} : { link: { sheetId } }),
    },
    { value: line.text[language], style: styleNamed(frame, 'guide-text') },
  ];
}

/** The page of instructions of a new workbook; its steps lead to their tabs, and nothing on it is ever read. */
export function renderGuide(frame: DressFrame): Content {
  const { lines, widths, page, tabColour } = frame.template.guide;
  return {
    rows: lines.map((line) => rowOf(line, frame)),
    columnWidths: widths,
    frozenRows: 0,
    frozenColumns: 0,
    page,
    tabColour,
  };
}
