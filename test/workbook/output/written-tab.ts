import type { Change } from '../../../src/domain/change.ts';
import type { Content } from '../../../src/domain/content.ts';
import type { Grid } from '../../../src/domain/grid.ts';
import type { OutputRecord } from '../../../src/workbook/output/output-record.ts';
import type { OutputTab, StandingTab } from '../../../src/workbook/output/output-tab.ts';
import type { Holding } from '../../../src/workbook/output/placement/hold-tab.ts';
import { planNewTab } from '../../../src/workbook/output/plan-tab.ts';

/** A run without anchors of its own; its fingerprints are the texts themselves, as hexadecimal digits. */
export const HOLDING: Holding = {
  anchored: new Map(),
  distrustsRecords: false,
  attemptId: 'attempt',
  fingerprint: (text) =>
    Array.from(text)
      .reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 0xffffffff, 7)
      .toString(16)
      .padStart(12, '0'),
};

export function aTab(content: Content, more: Partial<OutputTab> = {}): OutputTab {
  return { key: 'summary', title: 'Tổng hợp', content, ...more };
}

export function written(changes: readonly Change[]) {
  return changes.flatMap((change) => (change.kind === 'write-cells' ? [change] : []));
}

export function recordIn(changes: readonly Change[]): OutputRecord | undefined {
  const note = changes.find((change) => change.kind === 'set-metadata' && change.key === 'par.output');
  return note?.kind === 'set-metadata' ? (JSON.parse(note.value) as OutputRecord) : undefined;
}

/** What a run leaves behind after it wrote a tab, optionally with other cells or another record. */
export function standingAfter(
  tab: OutputTab,
  changed: { readonly grid?: Grid; readonly record?: Partial<OutputRecord> | undefined } = {},
): StandingTab {
  const { changes } = planNewTab(tab, { sheetId: 7, title: tab.title }, HOLDING);
  const record = { ...recordIn(changes), ...changed.record };
  const isNoted = !('record' in changed) || changed.record !== undefined;
  return {
    sheet: {
      sheetId: 7,
      title: tab.title,
      hidden: false,
      rowCount: 40,
      columnCount: 12,
      metadata: isNoted ? [{ id: 3, key: 'par.output', value: JSON.stringify(record) }] : [],
    },
    grid: changed.grid ?? tab.content.rows.map((row) => row.map(({ value }) => value)),
  };
}
