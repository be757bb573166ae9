import { TAB_METADATA_KEY } from '../../src/workbook/tab-key.ts';
import type { TabInput } from '../fakes/memory-document.ts';
import { SOUND, TITLES } from '../workbook/sound-workbook.ts';

/** The tabs of the small sound workbook: two blocks, one with two components, one group of three units. */
export const SMALL_TABS: readonly TabInput[] = Object.entries(SOUND).map(([key, cells], index) => ({
  sheetId: index + 1,
  title: TITLES[key] ?? key,
  cells,
  rowCount: cells.length + 4,
  columnCount: 8,
  metadata: [{ id: index + 1, key: TAB_METADATA_KEY, value: key }],
}));
