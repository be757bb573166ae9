import { newestRelease, type SealedLink, type Withdrawal } from '../../domain/release.ts';
import { versionOf } from '../../domain/version.ts';
import type { PublishedFilePort } from '../../sheets/spreadsheet-port.ts';
import { findTabs } from '../../workbook/find-tabs.ts';
import type { OutputContext } from '../../workbook/output/output-context.ts';
import { contactTexts } from '../../workbook/publication/contact-texts.ts';
import { isWithdrawn, planWithdrawal } from '../../workbook/publication/plan-withdrawal.ts';
import type { PublicationState, ReleaseRecord } from '../../workbook/publication/release-record.ts';
import { findBinding } from '../../workbook/publication/results-binding.ts';
import { readEntries } from '../read-entries.ts';
import { readWorkbook } from '../read-workbook.ts';
import { noteInControl } from './control-log.ts';
import { arePublic } from './public-words.ts';
import type { PublicationDependencies } from './publication-run.ts';
import { refusalOf } from './publish-outcome.ts';
import { recordIn } from './read-control.ts';
import { logTabs, shownMoment } from './render-publication.ts';
import { addressOfResults, bindingOf, type ResultsFile, readResultsFile } from './results-file.ts';
import { type ChainFault, chainFaults, seal } from './seal.ts';
import { closeSharing, isClosed } from './sharing.ts';
import { isUnreachable } from './unreachable.ts';

/** Who withdraws and why, in public words. */
export interface WithdrawRequest {
  readonly who: string;
  readonly why: string;
}

export type WithdrawOutcome =
  | {
      readonly kind: 'withdrawn';
      readonly number: number;
      /** How many shares were taken away. */
      readonly closed: number;
    }
  | { readonly kind: 'nothing-published' }
  /** The name or the reason holds an address, a link or a telephone number: it would stand in a public log. */
  | { readonly kind: 'words-not-public' }
  /** The file is closed, but its log cannot be continued: it was changed by hand, or is another workbook's. */
  | { readonly kind: 'closed-without-log'; readonly closed: number; readonly faults: readonly ChainFault[] }
  /** The note in the control workbook names a file that is not its results: nothing was done to that one. */
  | { readonly kind: 'not-these-results' }
  /** The file is gone, or no longer shared with the functions' account. */
  | { readonly kind: 'results-file-unreachable' }
  /** Somebody opened it again meanwhile, or the log was busy: it has to be withdrawn once more. */
  | { readonly kind: 'superseded' | 'moved' };

export interface WithdrawReport {
  readonly outcome: WithdrawOutcome;
  readonly context: OutputContext;
}

interface Run {
  readonly dependencies: PublicationDependencies;
  readonly request: WithdrawRequest;
  readonly by: string;
  readonly context: OutputContext;
  readonly timeZone: string;
  readonly record: ReleaseRecord;
  readonly port: PublishedFilePort;
}

/** Notes a state; the withdrawal is not stopped by whatever else happened to the publication. */
function note(
  run: Run,
  state: PublicationState,
  told?: { readonly sealed: SealedLink; readonly file: string },
) {
  const { dependencies, context, record, by } = run;
  const { control: spreadsheet, controlId, newRunId } = dependencies;
  const sealed = told?.sealed;
  return noteInControl({ spreadsheet, controlId, context, newRunId }, (known) => {
    const isLogged = told === undefined || known.logged.some((each) => each.hash === told.sealed.hash);
    const hash = sealed?.hash ?? known.record?.hash ?? record.hash;
    const number = sealed?.link.number ?? known.record?.number ?? record.number;
    return {
      kind: 'note',
      record: { ...(known.record ?? record), state, hash, number },
      lines: isLogged
        ? []
        : [
            {
              sealed: told.sealed,
              when: shownMoment(told.sealed, context),
              account: by,
              file: told.file,
            },
          ],
    };
  });
}

function withdrawalOf({ dependencies, request, timeZone }: Run, { parsed }: ResultsFile): Withdrawal {
  const release = newestRelease(parsed.chain);
  return {
    kind: 'withdrawal',
    number: release?.number ?? 1,
    moment: `${dependencies.now().toISOString().slice(0, 19)}Z`,
    timeZone,
    who: request.who,
    why: request.why,
    previous: parsed.chain.at(-1)?.hash ?? null,
  };
}

/** Puts the withdrawal at the end of the chain in the file; one that stands there already is not put twice. */
async function tellInFile(run: Run, results: ResultsFile) {
  const { chain } = results.parsed;
  const newest = chain.at(-1);
  if (newest !== undefined && isWithdrawn(chain)) return { sealed: newest };
  const sealed = seal(withdrawalOf(run, results));
  const told = { chain: [...chain, sealed], corrections: results.corrections };
  const binding = { of: bindingOf(run.dependencies.controlId), newest: sealed.hash };
  const { structure, standing } = results.workbook;
  const changes = planWithdrawal(logTabs(told, run.context), standing, binding);
  const outcome = await run.port.spreadsheet.commit({
    version: versionOf(structure) + 1,
    runId: run.dependencies.newRunId(),
    changes,
  });
  return { sealed, refusal: refusalOf(outcome) };
}

/**
 * Whether the file is somebody else's: bound to another workbook, or a control workbook itself. One that lost its
 * binding is closed: better a file too many than results that stay open because somebody tampered with them.
 */
async function isForeign({ dependencies, port }: Run): Promise<boolean> {
  const { tabs } = findTabs(await port.spreadsheet.readStructure());
  const found = findBinding(tabs.get('how-to-check'));
  if (found === undefined) return tabs.has('settings');
  return found.binding.of !== bindingOf(dependencies.controlId);
}

/** Notes that a withdrawal is under way, so that nobody opens the file meanwhile; it is closed also where that fails. */
async function begin(run: Run) {
  try {
    return await note(run, 'withdrawing');
  } catch (error) {
    await closeSharing(run.port.file, run.dependencies.serviceAccount);
    throw error;
  }
}

async function carryOut(run: Run): Promise<WithdrawOutcome> {
  const { dependencies, port } = run;
  if (await isForeign(run)) return { kind: 'not-these-results' };
  const { serviceAccount, onPhase } = dependencies;
  const begun = await begin(run);
  onPhase?.('share');
  const closed = await closeSharing(port.file, serviceAccount);
  if (begun !== 'noted') return { kind: 'superseded' };
  onPhase?.('write');
  const results = await readResultsFile(port.spreadsheet);
  const faults = chainFaults(results.parsed);
  if (results.binding?.of !== bindingOf(dependencies.controlId) || faults.length > 0)
    return { kind: 'closed-without-log', closed, faults };
  const { sealed, refusal } = await tellInFile(run, results);
  if (refusal !== undefined) return { kind: refusal.kind === 'moved' ? 'moved' : 'superseded' };
  if (!(await isClosed(port.file, serviceAccount))) return { kind: 'superseded' };
  const file = addressOfResults(results, run.record.resultsId);
  const ended = await note(run, 'withdrawn', { sealed, file });
  if (ended !== 'noted') return { kind: 'superseded' };
  return { kind: 'withdrawn', number: sealed.link.number, closed };
}

/**
 * Withdraws what is published: first nobody but the file's keepers can open it any more, then both logs say so.
 * It needs no sound entries, and may be repeated until it is done.
 */
export async function withdraw(
  dependencies: PublicationDependencies,
  request: WithdrawRequest,
  by: string,
): Promise<WithdrawReport> {
  dependencies.onPhase?.('read');
  const workbook = await readWorkbook(dependencies.control);
  const { context, input } = readEntries(workbook);
  const units = workbook.inputs.find(({ key }) => key.kind === 'units');
  const contacts = input.ok ? contactTexts(units, input.value.units) : [];
  if (!arePublic(request, contacts)) return { outcome: { kind: 'words-not-public' }, context };
  const record = recordIn(workbook, dependencies.controlId);
  if (record === undefined) return { outcome: { kind: 'nothing-published' }, context };
  const port = dependencies.openResults(record.resultsId);
  const { timeZone } = workbook.structure;
  const run: Run = { dependencies, request, by, context, timeZone, record, port };
  try {
    return { outcome: await carryOut(run), context };
  } catch (error) {
    if (isUnreachable(error)) return { outcome: { kind: 'results-file-unreachable' }, context };
    throw error;
  }
}
