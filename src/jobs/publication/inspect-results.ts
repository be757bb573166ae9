import { readersOf } from '../../domain/audience.ts';
import type { FileDescription } from '../../domain/file-description.ts';
import type { Leak } from '../../domain/leak.ts';
import type { PublishedFilePort } from '../../sheets/spreadsheet-port.ts';
import type { OutputTab } from '../../workbook/output/output-tab.ts';
import { leaksInFile } from '../../workbook/publication/leaks-in-file.ts';
import type { PublishRefusal, PublishRequest } from './publish-outcome.ts';
import type { PublishableControl } from './read-control.ts';
import { bindingOf, type ResultsFile, readResultsFile } from './results-file.ts';
import { chainFaults } from './seal.ts';

/** A results file as it was found: what it holds, and everything that anybody could find in it. */
export interface InspectedResults {
  readonly results: ResultsFile;
  readonly description: FileDescription;
}

/** True for a file that nothing was ever put into. */
function isUntouched({ tabs, namedRanges, metadata, objects, comments }: FileDescription): boolean {
  const isBlank = tabs.every(
    ({ cells, charts, objects: things, metadata: notes }) =>
      cells.length + charts.length + things.length + notes.length === 0,
  );
  return isBlank && namedRanges.length + metadata.length + objects.length + comments === 0;
}

function ownerOf({ shares }: FileDescription): string | undefined {
  return shares.find(({ role }) => role === 'owner')?.to.toLowerCase();
}

/**
 * Whether the file is for the results of this control workbook: bound to it already, or empty, the publisher's own
 * and the first that this workbook has. Anything else could be somebody's work.
 */
function isForResults(
  { results, description }: InspectedResults,
  { record }: PublishableControl,
  { controlId, by }: { readonly controlId: string; readonly by: string },
): boolean {
  const { binding } = results;
  if (binding !== undefined) return binding.of === bindingOf(controlId);
  return record === undefined && isUntouched(description) && ownerOf(description) === by;
}

/** What is wrong with a results file as it stands, before anything is done to it. */
export function refusalOfFile(
  inspected: InspectedResults,
  control: PublishableControl,
  who: { readonly controlId: string; readonly by: string },
): PublishRefusal | undefined {
  if (!isForResults(inspected, control, who)) return { kind: 'not-a-results-file' };
  const { parsed, binding } = inspected.results;
  const faults = chainFaults(parsed);
  const { record } = control;
  const isKnown = (hash: string | undefined) =>
    hash === undefined || parsed.chain.some((sealed) => sealed.hash === hash);
  const number = record?.number ?? parsed.chain.at(-1)?.link.number ?? 0;
  const unknown =
    isKnown(record?.hash) && isKnown(binding?.newest) ? [] : [{ kind: 'torn', number } as const];
  const all = [...faults, ...unknown];
  return all.length === 0 ? undefined : { kind: 'chain-broken', faults: all };
}

/** Reads a results file twice over: by value, and down to the last note. */
export async function inspectResults({ spreadsheet, file }: PublishedFilePort): Promise<InspectedResults> {
  const results = await readResultsFile(spreadsheet);
  return { results, description: await file.describe() };
}

export interface LeakCheck {
  readonly tabs: readonly OutputTab[];
  readonly cells: 'as-planned' | 'to-be-written';
  readonly control: PublishableControl;
  readonly request: Pick<PublishRequest, 'audience'>;
  readonly serviceAccount: string;
}

/** Everything in the file that must not be there. */
export function leaksIn(description: FileDescription, check: LeakCheck): readonly Leak[] {
  const { tabs, cells, control, request, serviceAccount } = check;
  return leaksInFile(description, {
    tabs,
    cells,
    contacts: control.contacts,
    readers: readersOf(request.audience),
    serviceAccount,
  });
}
