import type { Element } from '@xmldom/xmldom';
import type { StyleSheet } from '../style-sheet.ts';
import type { WorkbookEditor } from '../workbook-editor.ts';

/** A tab whose part is open for changes, and the workbook around it. */
export interface OpenTab {
  readonly sheetId: number;
  /** The part that holds its cells. */
  readonly path: string;
  readonly root: Element;
  readonly styles: StyleSheet;
  readonly workbook: WorkbookEditor;
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Lets an element of a tab refer to another part. */
export function referTo(element: Element, relationId: string): void {
  element.setAttributeNS(RELATIONS, 'r:id', relationId);
}
