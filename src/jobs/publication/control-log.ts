import type { Change } from '../../domain/change.ts';
import { SINGLE_TAB_TITLES } from '../../domain/messages/tab-messages.ts';
import type { SealedLink } from '../../domain/release.ts';
import type { Sheet, Structure } from '../../domain/spreadsheet.ts';
import { versionOf } from '../../domain/version.ts';
import type { SpreadsheetPort } from '../../sheets/spreadsheet-port.ts';
import { findTabs } from '../../workbook/find-tabs.ts';
import { allocateSheets } from '../../workbook/output/allocate-sheets.ts';
import { nameTabs } from '../../workbook/output/name-tabs.ts';
import { type OutputContext, say } from '../../workbook/output/output-context.ts';
import { planNewTab } from '../../workbook/output/plan-tab.ts';
import { parseChain } from '../../workbook/publication/chain-table.ts';
import {
  type FoundRecord,
  findReleaseRecord,
  RELEASE_KEY,
  type ReleaseRecord,
} from '../../workbook/publication/release-record.ts';
import {
  type LoggedLink,
  renderLoggedLink,
  renderReleases,
} from '../../workbook/publication/releases-tab.ts';
import { sha256, shortHash } from '../fingerprint.ts';
import { bindingOf } from './results-file.ts';

const LOG_KEY = 'releases';

/** How often the log is tried again because a recompute wrote into the workbook meanwhile. */
const MAX_ATTEMPTS = 5;

/** What the control workbook knows of its publications at one moment. */
export interface KnownPublication {
  readonly record?: ReleaseRecord;
  /** The links that the log tells. */
  readonly logged: readonly SealedLink[];
}

/** What is to be noted; `stop` when the publication is no longer as the run took it to be. */
export type Decision =
  | { readonly kind: 'note'; readonly record: ReleaseRecord; readonly lines: readonly LoggedLink[] }
  | { readonly kind: 'stop' };

export interface ControlLog {
  readonly controlId: string;
  readonly spreadsheet: SpreadsheetPort;
  readonly context: OutputContext;
  readonly newRunId: () => string;
}

interface Place {
  readonly structure: Structure;
  readonly sheet?: Sheet;
  readonly found?: FoundRecord;
}

async function readPlace(spreadsheet: SpreadsheetPort): Promise<Place> {
  const structure = await spreadsheet.readStructure();
  const sheet = findTabs(structure).tabs.get(LOG_KEY);
  const found = findReleaseRecord(sheet);
  return {
    structure,
    ...(sheet === undefined ? {} : { sheet }),
    ...(found === undefined ? {} : { found }),
  };
}

/** The log's tab: the one that stands, or the steps that make it. */
function placeLog({ structure, sheet }: Place, context: OutputContext) {
  if (sheet !== undefined) return { sheetId: sheet.sheetId, steps: [] };
  const title = say(context, SINGLE_TAB_TITLES.releases);
  const [place] = allocateSheets(structure, [title]);
  if (place === undefined) throw new Error('the log of publications has no sheet');
  const tab = { key: LOG_KEY, title, content: renderReleases(context) };
  const steps = planNewTab(tab, place, (text) => shortHash(sha256(text)));
  return { sheetId: place.sheetId, steps };
}

function planNote(
  place: Place,
  { record, lines }: Extract<Decision, { readonly kind: 'note' }>,
  context: OutputContext,
): readonly Change[] {
  const value = JSON.stringify(record);
  const isNoted = place.found !== undefined && JSON.stringify(place.found.record) === value;
  if (isNoted && lines.length === 0) return [];
  const { sheetId, steps } = placeLog(place, context);
  const replaces = place.found === undefined ? {} : { replaces: place.found.id };
  const note: Change = { kind: 'set-metadata', sheetId, key: RELEASE_KEY, value, ...replaces };
  const rows = lines.map((line) => renderLoggedLink(line, context));
  return [
    ...steps,
    ...(isNoted ? [] : [note]),
    ...(rows.length === 0 ? [] : [{ kind: 'append-rows', sheetId, rows } as const]),
    ...nameTabs(place.structure, [{ key: LOG_KEY, sheetId }]),
  ];
}

/**
 * Notes in the control workbook what became of a publication: on what stands there at that moment, exactly once. A
 * recompute that writes meanwhile is waited out.
 */
export async function noteInControl(
  log: ControlLog,
  decide: (known: KnownPublication) => Decision,
  attemptsLeft = MAX_ATTEMPTS,
): Promise<'noted' | 'stopped' | 'superseded'> {
  const { spreadsheet, controlId, context, newRunId } = log;
  const place = await readPlace(spreadsheet);
  const { structure, sheet, found } = place;
  const grids = sheet === undefined ? undefined : await spreadsheet.readGrids([sheet]);
  const grid = grids?.get(sheet?.sheetId ?? -1) ?? [];
  const decision = decide({
    ...(found?.record.of === bindingOf(controlId) ? { record: found.record } : {}),
    logged: parseChain(grid).chain,
  });
  if (decision.kind === 'stop') return 'stopped';
  const changes = planNote(place, decision, context);
  if (changes.length === 0) return 'noted';
  const { kind } = await spreadsheet.commit({
    version: versionOf(structure) + 1,
    runId: newRunId(),
    changes,
  });
  if (kind === 'committed') return 'noted';
  return attemptsLeft > 1 ? noteInControl(log, decide, attemptsLeft - 1) : 'superseded';
}
