import type { CellStyle } from '../../domain/cell-style.ts';
import type { Language } from '../../domain/language.ts';
import type { WorkbookTemplate } from './template-schema.ts';

/** What a tab is dressed with: the template, and what is known of the workbook around it. */
export interface DressFrame {
  readonly template: WorkbookTemplate;
  readonly language: Language;
  /** E-mail addresses of those who may change what is protected; without any, nothing is. */
  readonly office: readonly string[];
  /** The tab of a kind that there is once. */
  readonly sheetIdOf: (kind: string) => number | undefined;
}

/** A style of the template. A name that it lacks is a mistake of whoever wrote the template. */
export function styleNamed({ template }: DressFrame, name: string): CellStyle {
  const style = template.styles[name];
  if (style === undefined) throw new Error(`the template has no style ${name}`);
  // What the schema calls absent and what a style calls absent is the same.
  return style as CellStyle;
}
