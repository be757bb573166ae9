import type { Difference } from '../../domain/difference.ts';
import type { FileDescription } from '../../domain/file-description.ts';
import type { Issue } from '../../domain/issue.ts';
import type { LeakKind } from '../../domain/leak.ts';
import { newestRelease, type Release, type SealedLink } from '../../domain/release.ts';
import { analysePeriod } from '../../engine/analysis/analyse-period.ts';
import { canonicalOptions, canonicalRules } from '../../engine/canonical-release.ts';
import type { SpreadsheetPort } from '../../sheets/spreadsheet-port.ts';
import type { OutputContext } from '../../workbook/output/output-context.ts';
import type { OutputTab } from '../../workbook/output/output-tab.ts';
import type { History } from '../../workbook/parse-history.ts';
import { contactTexts } from '../../workbook/publication/contact-texts.ts';
import { leaksInFile } from '../../workbook/publication/leaks-in-file.ts';
import { loggedOfNewestFile } from '../../workbook/publication/releases-tab.ts';
import { tabsShownOtherwise } from '../../workbook/publication/shown-otherwise.ts';
import { sha256 } from '../fingerprint.ts';
import { readEntries } from '../read-entries.ts';
import { type ReadWorkbook, readWorkbook } from '../read-workbook.ts';
import { type ScoredEntries, scoreEntries } from '../score-entries.ts';
import {
  differenceOfContent,
  differencesInTabs,
  differencesOfCorrections,
  findPublishedTabs,
} from './compare-published.ts';
import { recordIn } from './read-control.ts';
import { type PublishedFigures, publishedFigures, renderPublication } from './render-publication.ts';
import { bindingOf, type ResultsFile, readResultsFile } from './results-file.ts';
import { chainFaults } from './seal.ts';
import { contactsBeside } from './sealed-lines.ts';
import { isUnreachable } from './unreachable.ts';

/** A results file that is compared. */
export interface VerifiedFile {
  readonly spreadsheet: SpreadsheetPort;
  /** Looks for what lies behind its cells, where it lies with Google. */
  readonly describe?: () => Promise<FileDescription>;
}

export interface VerifyDependencies {
  readonly control: SpreadsheetPort;
  /** Known where the workbook lies with Google: then the file must say that it is this workbook's. */
  readonly controlId?: string;
  /** The results file: the one that the control workbook names, or the one that was given; undefined for none. */
  readonly openResults: (resultsId: string | undefined) => VerifiedFile | undefined;
  readonly onPhase?: (phase: string) => void;
}

export type VerifyOutcome =
  | { readonly kind: 'entries-have-errors'; readonly issues: readonly Issue[] }
  | { readonly kind: 'nothing-published' }
  /** The file is gone, or not shared with whoever reads it. */
  | { readonly kind: 'results-file-unreachable' }
  /** The file has no chain of releases that could be read, or says that it is another workbook's. */
  | { readonly kind: 'not-these-results' }
  | {
      readonly kind: 'verified';
      /** Empty when the file is identical with what the rules give. */
      readonly differences: readonly Difference[];
      readonly newest: SealedLink;
      readonly release: Release;
      readonly cells: number;
    };

export interface VerifyReport {
  readonly outcome: VerifyOutcome;
  readonly context: OutputContext;
}

interface Compared {
  readonly workbook: ReadWorkbook;
  readonly figures: PublishedFigures;
  readonly scored: ScoredEntries;
  readonly history: History;
  readonly results: ResultsFile;
  readonly release: Release;
}

/** Hashes of the newest release that what is entered now does not give. */
function differingHashes(
  { number, hashes }: Release,
  { scored, figures, history }: Compared,
): readonly Difference[] {
  const { input } = figures.results;
  const now = {
    inputs: scored.entriesHash,
    rules: sha256(canonicalRules(input)),
    options: sha256(canonicalOptions(input, history)),
    results: scored.resultsHash,
  };
  return (['inputs', 'rules', 'options', 'results'] as const).flatMap((of): readonly Difference[] =>
    now[of] === hashes[of] ? [] : [{ kind: 'hash', of, number, published: hashes[of], recomputed: now[of] }],
  );
}

/** Links that stand in one of the two logs only; a control workbook without a log was never told. */
function differingLogs(workbook: ReadWorkbook, chain: readonly SealedLink[]): readonly Difference[] {
  const log = workbook.standing.get('releases');
  if (log === undefined) return [];
  const logged = loggedOfNewestFile(log.grid);
  const inFile = new Set(chain.map(({ hash }) => hash));
  const inLog = new Set(logged.map(({ hash }) => hash));
  return [
    ...chain
      .filter(({ hash }) => !inLog.has(hash))
      .map(({ link }): Difference => ({ kind: 'unlogged', number: link.number })),
    ...logged
      .filter(({ hash }) => !inFile.has(hash))
      .map(({ link }): Difference => ({ kind: 'unpublished', number: link.number })),
  ];
}

/** Whose results another file holds is not told: whoever may read this workbook need not be let into that file. */
function isOwn({ binding }: ResultsFile, controlId: string | undefined): boolean {
  return controlId === undefined || binding?.of === bindingOf(controlId);
}

function shownOtherwise(description: FileDescription, tabs: readonly OutputTab[]): readonly Difference[] {
  return tabsShownOtherwise(description, tabs).flatMap(({ tab: { title: tab }, cells }) =>
    cells.map(
      ({ cell, published, planned }): Difference => ({
        kind: 'number-format',
        ...{ tab, cell, published, recomputed: planned },
      }),
    ),
  );
}

/** Told as differences of cells and tabs already, or nothing that the file itself holds. */
const TOLD_ELSEWHERE: ReadonlySet<LeakKind> = new Set([
  'foreign-cell',
  'beyond-results',
  'foreign-tab',
  'sharing',
  'copying',
]);

/** What lies behind the cells of a published file although it must not, and cells that are shown otherwise. */
async function leaksBehind(
  { workbook, figures, results }: Compared,
  tabs: readonly OutputTab[],
  { describe }: VerifiedFile,
): Promise<readonly Difference[]> {
  if (describe === undefined) return [];
  const units = workbook.inputs.find(({ key }) => key.kind === 'units');
  const found = contactTexts(units, figures.results.input.units);
  const contacts = contactsBeside(found, results.parsed.chain);
  const expected = { tabs, cells: 'as-planned', contacts, readers: [], serviceAccount: '' } as const;
  const description = await describe();
  const leaks = leaksInFile(description, expected)
    .filter(({ kind }) => !TOLD_ELSEWHERE.has(kind))
    .map((leak): Difference => ({ kind: 'leak', leak }));
  return [...shownOtherwise(description, tabs), ...leaks];
}

async function compare(compared: Compared, file: VerifiedFile) {
  const { workbook, figures, results, release } = compared;
  const { parsed, corrections } = results;
  const expected = renderPublication(figures, release.tabs, { chain: parsed.chain, corrections });
  const { found, foreign } = await findPublishedTabs(file.spreadsheet, results, expected);
  const faults = chainFaults(parsed).map(
    ({ kind: fault, number }): Difference => ({ kind: 'chain', fault, number }),
  );
  const differences = [
    ...faults,
    ...differingLogs(workbook, parsed.chain),
    ...differingHashes(release, compared),
    ...differenceOfContent(release, found),
    ...differencesOfCorrections(parsed.chain, corrections),
    ...differencesInTabs(found, foreign),
    ...(await leaksBehind(compared, expected, file)),
  ];
  const cells = expected.reduce((sum, { content }) => sum + content.rows.flat().length, 0);
  return { differences, cells };
}

async function readIfReachable({ spreadsheet }: VerifiedFile): Promise<ResultsFile | undefined> {
  try {
    return await readResultsFile(spreadsheet);
  } catch (error) {
    if (isUnreachable(error)) return undefined;
    throw error;
  }
}

/**
 * Computes the results again from what is entered and compares them with what is published: every cell, every hash
 * and the chain of releases. Writes nothing. Whoever has the two workbooks can do it, with Google or without.
 */
export async function verify(dependencies: VerifyDependencies): Promise<VerifyReport> {
  const { control, controlId, openResults, onPhase } = dependencies;
  onPhase?.('read');
  const workbook = await readWorkbook(control);
  onPhase?.('parse');
  const { input, context, history } = readEntries(workbook);
  const record = controlId === undefined ? undefined : recordIn(workbook, controlId);
  const file = openResults(record?.resultsId);
  if (file === undefined) return { outcome: { kind: 'nothing-published' }, context };
  if (!input.ok) return { outcome: { kind: 'entries-have-errors', issues: input.issues }, context };
  const results = await readIfReachable(file);
  if (results === undefined) return { outcome: { kind: 'results-file-unreachable' }, context };
  if (!isOwn(results, controlId)) return { outcome: { kind: 'not-these-results' }, context };
  const newest = results.parsed.chain.at(-1);
  const release = newestRelease(results.parsed.chain);
  if (newest === undefined || release === undefined)
    return { outcome: { kind: 'not-these-results' }, context };
  onPhase?.('score');
  const scored = scoreEntries(input.value);
  const { scoreboard } = scored;
  const analysis = analysePeriod(input.value, scoreboard, history);
  const figures = publishedFigures({ input: input.value, scoreboard, analysis }, context);
  onPhase?.('render');
  const compared = await compare({ workbook, figures, scored, history, results, release }, file);
  return { outcome: { kind: 'verified', newest, release, ...compared }, context };
}
