import type { ConditionContext } from '../../conditions/condition-test.ts';
import { isObjectSheet, localeOf, type Sheet, type Workbook } from '../../model/workbook.ts';
import { type Theme, themeOf } from './color.ts';
import { type FormulaWriter, formulaWriter } from './formula-text.ts';
import { type StyleSheet, styleSheet } from './style-sheet.ts';
import { tabTitles } from './tab-titles.ts';

/** What the parts of one file have in common. */
export interface ExportedWorkbook {
  readonly workbook: Workbook;
  /** Tabs with cells, in their order; one that holds a chart alone has no place in the file. */
  readonly sheets: readonly Sheet[];
  readonly titles: ReadonlyMap<number, string>;
  readonly theme: Theme;
  readonly styles: StyleSheet;
  readonly formulas: FormulaWriter;
  readonly conditions: ConditionContext;
}

export function exportedWorkbook(workbook: Workbook, today: number): ExportedWorkbook {
  const sheets = workbook.sheets.filter((sheet) => !isObjectSheet(sheet));
  const titles = tabTitles(sheets);
  const theme = themeOf(workbook);
  return {
    workbook,
    sheets,
    titles,
    theme,
    styles: styleSheet(workbook, theme),
    formulas: formulaWriter(workbook, titles),
    conditions: { workbook, locale: localeOf(workbook), today },
  };
}
