import type { Content } from '../../domain/content.ts';
import type { CriteriaSet } from '../../domain/criteria-set.ts';
import type { RenderedTab } from '../rendered-tab.ts';
import type { TabKey } from '../tab-key.ts';
import { type DressFrame, styleNamed } from './dress-frame.ts';
import { dressMarks } from './dress-marks.ts';
import { dressTable } from './dress-table.ts';
import { renderGuide } from './render-guide.ts';
import { TABLE_KINDS } from './tab-columns.ts';
import type { WorkbookTemplate } from './template-schema.ts';

/** The tabs of a new workbook in the order of the template; tabs that it keeps together stay as they come. */
export function inTemplateOrder<Tab extends { readonly key: TabKey }>(
  tabs: readonly Tab[],
  { order }: WorkbookTemplate,
): readonly Tab[] {
  const placeOf = ({ key }: Tab) => {
    const place = order.findIndex((entry) => [entry].flat().includes(key.kind));
    return place === -1 ? order.length : place;
  };
  return tabs.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** True for a tab that only some need. */
export function isHiddenTab({ kind }: TabKey, { tables, matrix }: WorkbookTemplate): boolean {
  const look = kind === 'marks' ? matrix : tables[kind];
  return look?.hidden === true;
}

/** A bare tab of people's entries with all its looks. */
export function dressTab(
  { key, content }: RenderedTab,
  sets: readonly CriteriaSet[],
  frame: DressFrame,
): Content {
  if (key.kind === 'guide') return renderGuide(frame);
  if (key.kind === 'marks') {
    const set = sets.find(({ id }) => id === key.setId);
    return set === undefined ? content : dressMarks(content, { set, stage: key.stage }, frame);
  }
  const table = TABLE_KINDS.find((kind) => kind === key.kind);
  return table === undefined ? content : dressTable(content, table, frame);
}

/** A tab of the office's own, such as notes: its first row stands out, text wraps. */
export function dressForeign(content: Content, frame: DressFrame): Content {
  return {
    ...content,
    rows: content.rows.map((cells, row) =>
      cells.map((cell) => ({ ...cell, style: styleNamed(frame, row === 0 ? 'header' : 'body') })),
    ),
  };
}
