import type { Cell, Grid } from '../../../src/domain/grid.ts';
import { isInputKey, parseTabKey, TAB_METADATA_KEY } from '../../../src/workbook/tab-key.ts';
import { makeGoogle } from './in-process-google.ts';
import type { KeptState, MemoryStore } from './memory-store.ts';
import { NOTES, ROOT, SPREADSHEET_ID } from './small-world.ts';

type Tab = NonNullable<KeptState['stored']['workbook']>['sheets'][number];

/** What a reader sees in one state of the spreadsheet. */
export interface View {
  readonly by: string;
  /** Tabs that people fill, by key. */
  readonly entries: ReadonlyMap<string, Grid>;
  /** Tabs that the product writes, by key: what they show, and the tab as a value, which is another one once it changed. */
  readonly written: ReadonlyMap<string, { readonly grid: Grid; readonly tab: Tab }>;
  readonly notes: Grid;
  readonly hiddenTabs: number;
}

interface Answered {
  readonly valueRanges?: readonly { readonly valueRange: { readonly values?: Cell[][] } }[];
}

const VALUES = `${ROOT}v4/spreadsheets/${SPREADSHEET_ID}/values:batchGetByDataFilter`;

/** What a tab showed, by the tab as a value: most changes leave most tabs as they are. */
const gridsRead = new WeakMap<object, Grid>();

/** Reads a tab of one state as anybody could, by its id. */
async function gridOf(tab: Tab, { stored }: KeptState, store: MemoryStore): Promise<Grid> {
  const known = gridsRead.get(tab);
  if (known !== undefined) return known;
  const dataFilters = [{ gridRange: { sheetId: tab.sheetId } }];
  const body = JSON.stringify({ dataFilters, valueRenderOption: 'UNFORMATTED_VALUE' });
  const { status, text } = await makeGoogle({ ...store, get: () => stored })('POST', VALUES, body);
  if (status !== 200) throw new Error(`a state cannot be read: ${text}`);
  const [answer] = (JSON.parse(text) as Answered).valueRanges ?? [];
  const grid = (answer?.valueRange.values ?? []).map((row) => row.map((cell) => (cell === '' ? null : cell)));
  gridsRead.set(tab, grid);
  return grid;
}

export async function viewOf(state: KeptState, store: MemoryStore): Promise<View> {
  const { workbook } = state.stored;
  if (workbook === undefined) throw new Error('the spreadsheet is gone');
  const entries = new Map<string, Grid>();
  const written = new Map<string, { readonly grid: Grid; readonly tab: Tab }>();
  let notes: Grid = [];
  for (const tab of workbook.sheets) {
    const note = workbook.developerMetadata.find(
      ({ metadataKey, location }) => metadataKey === TAB_METADATA_KEY && location?.sheetId === tab.sheetId,
    );
    const key = parseTabKey(note?.metadataValue ?? '');
    // biome-ignore lint/performance/noAwaitInLoops: answered in this process, one after the other
    const grid = await gridOf(tab, state, store);
    if (tab.sheetId === NOTES.sheetId) notes = grid;
    else if (key !== undefined && isInputKey(key)) entries.set(note?.metadataValue ?? '', grid);
    else if (key !== undefined) written.set(note?.metadataValue ?? '', { grid, tab });
  }
  const isHidden = ({ properties }: Tab) => String(properties.title).startsWith('par.staging');
  return { by: state.by, entries, written, notes, hiddenTabs: workbook.sheets.filter(isHidden).length };
}
