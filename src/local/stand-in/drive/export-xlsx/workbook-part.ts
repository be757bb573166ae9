import type { GridRange } from '../../model/wire.ts';
import { absoluteArea, exportedBox } from './area.ts';
import { filterBox } from './auto-filter.ts';
import type { ExportedWorkbook } from './exported-workbook.ts';
import { DECLARATION, xml, xmlText } from './xml.ts';

const SPACES = {
  xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};

/** The list of tabs and of names. */
export function workbookPart(exported: ExportedWorkbook): string {
  const { sheets, titles } = exported;
  const tabs = sheets.map(({ sheetId, properties }, index) =>
    xml('sheet', {
      name: titles.get(sheetId),
      sheetId: index + 1,
      state: properties.hidden === true ? 'hidden' : 'visible',
      'r:id': `tab${index + 1}`,
    }),
  );
  const names = [...filterNames(exported), ...rangeNames(exported)];
  const view = xml('workbookView', { activeTab: firstVisible(exported) });
  const children = [
    '<workbookPr/>',
    xml('bookViews', {}, view),
    xml('sheets', {}, ...tabs),
    names.length === 0 ? '' : xml('definedNames', {}, ...names),
  ];
  return `${DECLARATION}${xml('workbook', SPACES, ...children)}`;
}

export function firstVisible({ sheets }: ExportedWorkbook): number {
  return Math.max(
    0,
    sheets.findIndex(({ properties }) => properties.hidden !== true),
  );
}

/** Names that other programs take for a whole row or column. */
const TAKEN = /^[rc]$/i;

function rangeNames(exported: ExportedWorkbook): readonly string[] {
  return exported.workbook.namedRanges.flatMap(({ name = '', range }) => {
    const area = TAKEN.test(name) ? undefined : areaOf(exported, range ?? {});
    return area === undefined ? [] : [xml('definedName', { name }, xmlText(area))];
  });
}

function areaOf({ workbook, titles }: ExportedWorkbook, range: GridRange): string | undefined {
  const title = titles.get(range.sheetId ?? 0);
  const box = title === undefined ? undefined : exportedBox(workbook, range);
  return title === undefined || box === undefined ? undefined : absoluteArea(title, box);
}

/** The hidden name by which programs know the rows that a filter is over. */
function filterNames(exported: ExportedWorkbook): readonly string[] {
  return exported.sheets.flatMap((sheet, index) => {
    const box = filterBox(exported, sheet);
    if (box === undefined) return [];
    const attributes = { name: '_xlnm._FilterDatabase', localSheetId: index, hidden: true };
    const area = absoluteArea(exported.titles.get(sheet.sheetId) ?? '', box);
    return [xml('definedName', attributes, xmlText(area))];
  });
}
