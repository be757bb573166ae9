import type { DescribedTab, FileDescription } from '../../domain/file-description.ts';
import { cellName } from '../a1.ts';
import type { OutputTab } from '../output/output-tab.ts';
import { keyOfDescribed } from './leaks-in-file.ts';

/** A cell whose value readers see by another number pattern than the one that was written. */
export interface ShownOtherwise {
  /** In A1. */
  readonly cell: string;
  /** Empty for the spreadsheet's own way of showing. */
  readonly published: string;
  readonly planned: string;
}

/** Quotes and backslashes say that a character is meant as it is, and letters of dates may be of either case: spreadsheets write the same pattern either way. */
function plainPattern(pattern: string): string {
  return pattern.replace(/["\\]/g, '').toLowerCase();
}

/**
 * Cells that do not show their values as the release wrote them. A pattern may hold digits and words of its own, so
 * that readers see another figure although the value stands: values alone do not tell.
 */
function cellsIn(tab: DescribedTab, { content }: OutputTab): readonly ShownOtherwise[] {
  return tab.cells.flatMap(({ row, column, value, numberFormat: published = '' }) => {
    const planned = content.rows[row]?.[column]?.style?.numberFormat ?? '';
    const isShown = value !== null && value !== '';
    if (!isShown || plainPattern(published) === plainPattern(planned)) return [];
    return [{ cell: cellName(row, column), published, planned }];
  });
}

/** Of each tab in which somebody changed how a value is shown: which cells. */
export function tabsShownOtherwise(
  { tabs }: Pick<FileDescription, 'tabs'>,
  planned: readonly OutputTab[],
): readonly { readonly tab: OutputTab; readonly cells: readonly ShownOtherwise[] }[] {
  return planned.flatMap((tab) => {
    const described = tabs.find((each) => keyOfDescribed(each) === tab.key);
    const cells = described === undefined ? [] : cellsIn(described, tab);
    return cells.length === 0 ? [] : [{ tab, cells }];
  });
}
