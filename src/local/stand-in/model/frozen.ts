import { Refusal } from '../refusal.ts';
import { boxOf } from './box.ts';
import type { Sheet, Workbook } from './workbook.ts';

type Refused = 'freezing' | 'merging';

const WORDS: Readonly<Record<Refused, (lines: string) => string>> = {
  freezing: (lines) => `You can't freeze ${lines} which contain only part of a merged cell.`,
  merging: (lines) => `You can't merge frozen and non-frozen ${lines}.`,
};

/** Frozen rows and columns end where no merged area does (the wording is that of the editor, an assumption: docs/stand-in.md). */
export function assertFrozenWhole(workbook: Workbook, sheet: Sheet, refused: Refused): void {
  const { frozenRowCount = 0, frozenColumnCount = 0 } = sheet.properties.gridProperties ?? {};
  if (frozenRowCount === 0 && frozenColumnCount === 0) return;
  for (const merge of sheet.attachments.merges) {
    const { top, bottom, left, right } = boxOf(workbook, merge);
    if (top < frozenRowCount && bottom > frozenRowCount) throw new Refusal(WORDS[refused]('rows'));
    if (left < frozenColumnCount && right > frozenColumnCount) throw new Refusal(WORDS[refused]('columns'));
  }
}
