import type { Anchor, Change } from '../../domain/change.ts';
import { SINGLE_TAB_TITLES } from '../../domain/messages/tab-messages.ts';
import type { SealedLink } from '../../domain/release.ts';
import type { Structure } from '../../domain/spreadsheet.ts';
import { versionOf } from '../../domain/version.ts';
import type { SpreadsheetPort } from '../../sheets/spreadsheet-port.ts';
import { findTabs } from '../../workbook/find-tabs.ts';
import { allocateSheets } from '../../workbook/output/allocate-sheets.ts';
import { nameTabs } from '../../workbook/output/name-tabs.ts';
import { type OutputContext, say } from '../../workbook/output/output-context.ts';
import type { StandingTab } from '../../workbook/output/output-tab.ts';
import type { Holding } from '../../workbook/output/placement/hold-tab.ts';
import { type LogPlan, planLog } from '../../workbook/output/plan-log.ts';
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
import { anchorsBySheet, releaseOthers } from '../anchoring.ts';
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
  readonly standing?: StandingTab;
  readonly found?: FoundRecord;
}

async function readPlace(spreadsheet: SpreadsheetPort): Promise<Place> {
  const structure = await spreadsheet.readStructure();
  const sheet = findTabs(structure).tabs.get(LOG_KEY);
  const found = findReleaseRecord(sheet);
  const grids = sheet === undefined ? undefined : await spreadsheet.readGrids([sheet]);
  return {
    structure,
    ...(sheet === undefined ? {} : { standing: { sheet, grid: grids?.get(sheet.sheetId) ?? [] } }),
    ...(found === undefined ? {} : { found }),
  };
}

/** The log's tab with the lines added: the one that stands, or one that is made. */
function planLines(
  { structure, standing }: Place,
  lines: readonly LoggedLink[],
  context: OutputContext,
  holding: Holding,
): LogPlan {
  const title = say(context, SINGLE_TAB_TITLES.releases);
  const tab = { key: LOG_KEY, title, content: renderReleases(context), grows: true };
  const rows = lines.map((line) => renderLoggedLink(line, context));
  if (standing !== undefined) return planLog(tab, { kind: 'standing', tab: standing }, rows, holding);
  const [place] = allocateSheets(structure, [title]);
  if (place === undefined) throw new Error('the log of publications has no sheet');
  return planLog(tab, { kind: 'new', place }, rows, holding);
}

interface NotePlan {
  readonly changes: readonly Change[];
  readonly unheld: readonly Anchor[];
}

function planNote(
  place: Place,
  { record, lines }: Extract<Decision, { readonly kind: 'note' }>,
  context: OutputContext,
  holding: Holding,
): NotePlan {
  const value = JSON.stringify(record);
  const isNoted = place.found !== undefined && JSON.stringify(place.found.record) === value;
  if (isNoted && lines.length === 0) return { changes: [], unheld: [] };
  const log = planLines(place, lines, context, holding);
  const { sheetId } = log.sheet;
  const replaces = place.found === undefined ? {} : { replaces: place.found.id };
  const note: Change = { kind: 'set-metadata', sheetId, key: RELEASE_KEY, value, ...replaces };
  const changes = [
    ...log.changes,
    ...(isNoted ? [] : [note]),
    ...nameTabs(place.structure, [{ key: LOG_KEY, sheetId }]),
  ];
  return { changes, unheld: log.unheld };
}

/** How often it may still be tried, and the anchors that were put on the log's columns meanwhile. */
interface Attempt {
  readonly left: number;
  readonly anchored: Holding['anchored'];
  readonly put: readonly number[];
  readonly distrustsRecords: boolean;
}

const FIRST: Attempt = { left: MAX_ATTEMPTS, anchored: new Map(), put: [], distrustsRecords: false };

/**
 * Notes in the control workbook what became of a publication: on what stands there at that moment, exactly once. A
 * recompute that writes meanwhile is waited out.
 */
export async function noteInControl(
  log: ControlLog,
  decide: (known: KnownPublication) => Decision,
  attempt: Attempt = FIRST,
): Promise<'noted' | 'stopped' | 'superseded'> {
  const { spreadsheet, controlId, context, newRunId } = log;
  const place = await readPlace(spreadsheet);
  const { structure, standing, found } = place;
  const decision = decide({
    ...(found?.record.of === bindingOf(controlId) ? { record: found.record } : {}),
    logged: parseChain(standing?.grid ?? []).chain,
  });
  if (decision.kind === 'stop') return 'stopped';
  const runId = newRunId();
  const { left, anchored, put, distrustsRecords } = attempt;
  const fingerprint = (text: string) => shortHash(sha256(text));
  const holding: Holding = { anchored, distrustsRecords, attemptId: runId, fingerprint };
  const { changes, unheld } = planNote(place, decision, context, holding);
  const again = (change: Partial<Attempt>) =>
    left > 1 ? noteInControl(log, decide, { ...attempt, left: left - 1, ...change }) : 'superseded';
  if (unheld.length > 0) {
    await spreadsheet.anchor(unheld);
    const ids = unheld.map(({ anchorId }) => anchorId);
    return again({ anchored: anchorsBySheet(unheld), put: [...put, ...ids] });
  }
  if (changes.length === 0) return 'noted';
  const version = versionOf(structure) + 1;
  const { kind } = await spreadsheet.commit({
    version,
    runId,
    changes: [...changes, ...releaseOthers(changes, put)],
  });
  if (kind === 'committed') return 'noted';
  return again({ anchored: new Map(), distrustsRecords: kind === 'moved' });
}
