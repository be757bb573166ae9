import { readersOf } from '../../domain/audience.ts';
import type { Change } from '../../domain/change.ts';
import type { Leak } from '../../domain/leak.ts';
import type { SealedLink } from '../../domain/release.ts';
import { versionOf } from '../../domain/version.ts';
import { planPublication } from '../../workbook/publication/plan-publication.ts';
import type { PublicationState, ReleaseRecord } from '../../workbook/publication/release-record.ts';
import type { LoggedLink } from '../../workbook/publication/releases-tab.ts';
import { tabsShownOtherwise } from '../../workbook/publication/shown-otherwise.ts';
import { sha256, shortHash } from '../fingerprint.ts';
import { type Decision, type KnownPublication, noteInControl } from './control-log.ts';
import { leaksIn } from './inspect-results.ts';
import type { Prepared, PreparedFile, PublicationDependencies } from './publication-run.ts';
import {
  type PublishOutcome,
  type PublishRefusal,
  type PublishRequest,
  refusalOf,
  refused,
} from './publish-outcome.ts';
import { shownMoment } from './render-publication.ts';
import { addressOfResults, bindingOf, draftMark, readResultsFile } from './results-file.ts';
import { closeSharing, narrow, notLetIn, openSharing } from './sharing.ts';

interface Confirmed {
  readonly prepared: Prepared;
  readonly request: PublishRequest;
  readonly by: string;
}

interface Release extends Confirmed, PreparedFile {
  readonly dependencies: PublicationDependencies;
}

/** Everything that the file lacks of the release; nothing when it holds it already. */
function planFilling({ dependencies, prepared, inspected }: Release): readonly Change[] {
  const { drafted } = prepared;
  const { structure, standing } = inspected.results.workbook;
  const binding = {
    of: bindingOf(dependencies.controlId),
    newest: drafted.sealed.hash,
    draft: draftMark(dependencies.controlId, drafted.draft),
  };
  const fingerprint = (text: string) => shortHash(sha256(text));
  const control = prepared.control.workbook.structure;
  const otherwise = tabsShownOtherwise(inspected.description, drafted.tabs);
  const shownOtherwise = new Set(otherwise.map(({ tab }) => tab.key));
  const notes = { binding, control, fingerprint, shownOtherwise };
  return planPublication(drafted.tabs, { structure, standing }, notes);
}

/** An eighth of what Google recommends for one body: looks make requests a few times as long as a planned change. */
const BYTES_PER_BATCH = 250_000;

/**
 * Who may go on reading while the file is written: those who are meant to read the new release too. A release that
 * takes several batches is put together in hidden tabs (docs/adr/0023), which programs can read: then nobody.
 */
function readersMeanwhile({ dependencies, request }: Release, changes: readonly Change[]) {
  const { bytesPerBatch = BYTES_PER_BATCH } = dependencies;
  const bytes = new TextEncoder().encode(JSON.stringify(changes)).length;
  return bytes > bytesPerBatch ? [] : readersOf(request.audience);
}

/** Writes the release into its file, all of it in one commit, after whoever may not see it was shut out. */
async function fill(release: Release): Promise<PublishRefusal | undefined> {
  const { dependencies, port, inspected } = release;
  const changes = planFilling(release);
  const { shares } = inspected.description;
  await narrow(port.file, shares, readersMeanwhile(release, changes), dependencies.serviceAccount);
  if (changes.length === 0) return undefined;
  const version = versionOf(inspected.results.workbook.structure) + 1;
  return refusalOf(await port.spreadsheet.commit({ version, runId: dependencies.newRunId(), changes }));
}

/** What in the file as it now is must not be there; readers that were not let in are told as well. */
async function check(release: Release, opened: boolean): Promise<readonly Leak[]> {
  const { port, prepared, request, dependencies } = release;
  const description = await port.file.describe();
  const { serviceAccount } = dependencies;
  const { control, drafted } = prepared;
  const found = leaksIn(description, {
    tabs: drafted.tabs,
    cells: 'as-planned',
    control,
    request,
    serviceAccount,
  });
  if (!opened) return found;
  const outside = notLetIn(description.shares, request).map(
    (reader): Leak => ({ kind: 'sharing', detail: `${reader.type} –` }),
  );
  const copying: readonly Leak[] = description.copyingDenied === request.copying ? [{ kind: 'copying' }] : [];
  return [...found, ...outside, ...copying];
}

function recordOf(
  { dependencies, prepared, request, resultsId }: Release,
  state: PublicationState,
): ReleaseRecord {
  const { link, hash } = prepared.drafted.sealed;
  const of = bindingOf(dependencies.controlId);
  return { of, resultsId, state, number: link.number, hash, audience: request.audience.kind };
}

function audienceDetail({ audience }: PublishRequest): string {
  const [first] = readersOf(audience);
  if (audience.kind === 'people') return String(readersOf(audience).length);
  return first?.type === 'domain' ? first.domain : '';
}

function lineFor(release: Release, sealed: SealedLink): LoggedLink {
  const { prepared, request, resultsId, inspected, by } = release;
  const { context } = prepared.control;
  const isOwn = sealed.hash === prepared.drafted.sealed.hash;
  return {
    sealed,
    when: shownMoment(sealed, context),
    account: isOwn ? by : '',
    ...(isOwn
      ? {
          audience: {
            kind: request.audience.kind,
            detail: audienceDetail(request),
            copying: request.copying,
          },
        }
      : {}),
    file: addressOfResults(inspected.results, resultsId),
  };
}

/** Whether the control workbook still knows what it knew when the draft was made, or what this run noted itself. */
function isAsRead({ record }: KnownPublication, { prepared }: Release): boolean {
  const before = prepared.control.record;
  const own = prepared.drafted.sealed.hash;
  if (record === undefined) return before === undefined;
  if (record.hash === own) return record.state === 'opening' || record.state === 'published';
  return record.hash === before?.hash && record.state === before.state;
}

/** The lines of all links that the log does not tell yet: this release, and any whose run ended early. */
function missingLines(release: Release, { logged }: KnownPublication): readonly LoggedLink[] {
  const known = new Set(logged.map(({ hash }) => hash));
  const { chain } = release.inspected.results.parsed;
  const { sealed } = release.prepared.drafted;
  const all = chain.some(({ hash }) => hash === sealed.hash) ? chain : [...chain, sealed];
  return all.filter(({ hash }) => !known.has(hash)).map((each) => lineFor(release, each));
}

function note(release: Release, decide: (known: KnownPublication) => Decision) {
  const { dependencies, prepared } = release;
  const { control: spreadsheet, controlId, newRunId } = dependencies;
  return noteInControl({ spreadsheet, controlId, context: prepared.control.context, newRunId }, decide);
}

/** Whether a newer release was written into the file after this one: then it is for that one to judge. */
async function isOvertaken({ port, prepared }: Release): Promise<boolean> {
  const { parsed } = await readResultsFile(port.spreadsheet);
  const newest = parsed.chain.at(-1);
  return newest?.link.kind === 'release' && newest.hash !== prepared.drafted.sealed.hash;
}

/** Closes the file, unless by now it is another's to judge; also where nobody can tell whose it is. */
async function closed(release: Release, refusal: PublishRefusal): Promise<PublishOutcome> {
  const close = () => closeSharing(release.port.file, release.dependencies.serviceAccount);
  try {
    if (await isOvertaken(release)) return refused({ kind: 'superseded' });
  } catch (error) {
    await close();
    throw error;
  }
  await close();
  return refused(refusal);
}

/** What to answer when the control workbook did not take a note. */
function notNoted(release: Release, outcome: 'stopped' | 'superseded'): Promise<PublishOutcome> {
  if (outcome === 'stopped') return closed(release, { kind: 'withdrawn-meanwhile' });
  return Promise.resolve(refused({ kind: 'superseded' }));
}

/** From the filled file to the opened one, each step harmless to repeat. */
async function open(release: Release): Promise<PublishOutcome> {
  const { dependencies, port, prepared, request, resultsId, inspected } = release;
  const { onPhase } = dependencies;
  const leaks = await check(release, false);
  if (leaks.length > 0) return closed(release, { kind: 'leaks-found', leaks, closed: true });
  // The control workbook knows of the file before anybody can open it: whatever happens, it can be withdrawn.
  const own = prepared.drafted.sealed.hash;
  const opening = await note(release, (known) => {
    if (!isAsRead(known, release)) return { kind: 'stop' };
    const isOpen = known.record?.hash === own && known.record.state === 'published';
    return { kind: 'note', record: recordOf(release, isOpen ? 'published' : 'opening'), lines: [] };
  });
  if (opening !== 'noted') return notNoted(release, opening);
  onPhase?.('share');
  await openSharing(port.file, await port.file.shares(), request);
  const after = await check(release, true);
  if (after.length > 0) return closed(release, { kind: 'leaks-found', leaks: after, closed: true });
  const published = await note(release, (known) =>
    known.record?.hash === own && known.record.state !== 'withdrawing'
      ? { kind: 'note', record: recordOf(release, 'published'), lines: missingLines(release, known) }
      : { kind: 'stop' },
  );
  if (published !== 'noted') return notNoted(release, published);
  return {
    kind: 'published',
    sealed: prepared.drafted.sealed,
    resultsId,
    address: addressOfResults(inspected.results, resultsId),
    corrections: prepared.drafted.changes.units.length,
    resumed: prepared.drafted.resumed,
  };
}

/**
 * Carries out a confirmed draft: takes away readers who are no longer meant, fills the file in one commit, checks
 * it, notes it in the control workbook, opens the sharing, checks again, and notes that it is open.
 */
export async function releaseDraft(
  dependencies: PublicationDependencies,
  confirmed: Confirmed,
): Promise<PublishOutcome> {
  const { prepared } = confirmed;
  const { file } = prepared;
  if (file === undefined) return refused({ kind: 'no-results-file' });
  const release: Release = { ...confirmed, ...file, dependencies };
  dependencies.onPhase?.('write');
  const refusal = await fill(release);
  if (refusal !== undefined) return refused(refusal);
  dependencies.onPhase?.('inspect');
  return open(release);
}
