import type { Leak } from '../../domain/leak.ts';
import type { PublishedFilePort } from '../../sheets/spreadsheet-port.ts';
import { leaksInContent } from '../../workbook/publication/leaks-in-content.ts';
import { chooseTabs } from './choose-tabs.ts';
import { draftRelease } from './draft-release.ts';
import { type InspectedResults, inspectResults, leaksIn, refusalOfFile } from './inspect-results.ts';
import { arePublic } from './public-words.ts';
import type { Prepared, PreparedFile, PublicationDependencies } from './publication-run.ts';
import type { PublishRefusal, PublishRequest } from './publish-outcome.ts';
import type { PublishableControl } from './read-control.ts';
import { contactsBeside } from './sealed-lines.ts';
import { isUnreachable } from './unreachable.ts';

export type Preparation =
  | { readonly ok: true; readonly prepared: Prepared }
  | { readonly ok: false; readonly refusal: PublishRefusal };

function notOk(refusal: PublishRefusal): Preparation {
  return { ok: false, refusal };
}

async function lookInto(port: PublishedFilePort): Promise<InspectedResults | undefined> {
  try {
    return await inspectResults(port);
  } catch (error) {
    if (isUnreachable(error)) return undefined;
    throw error;
  }
}

export interface Asked {
  readonly dependencies: PublicationDependencies;
  readonly request: PublishRequest;
  readonly by: string;
}

/** The leaks of what is planned, and of the file as far as the commit that is to come leaves it. */
function leaksBefore(prepared: Prepared, { dependencies, request }: Asked): readonly Leak[] {
  const { control, drafted, file } = prepared;
  const planned = leaksInContent(drafted.tabs, control.contacts);
  if (file === undefined) return planned;
  const { serviceAccount } = dependencies;
  const check = { tabs: drafted.tabs, cells: 'to-be-written', control, request, serviceAccount } as const;
  return [...planned, ...leaksIn(file.inspected.description, check)];
}

/** The file for the results, looked into; why there is none to write into otherwise. */
async function findFile(
  control: PublishableControl,
  { dependencies, request, by }: Asked,
): Promise<PreparedFile | PublishRefusal | undefined> {
  const { record } = control;
  const { resultsId = record?.resultsId } = request;
  if (record !== undefined && resultsId !== record.resultsId) return { kind: 'not-a-results-file' };
  if (resultsId === undefined) return request.confirm === undefined ? undefined : { kind: 'no-results-file' };
  const port = dependencies.openResults(resultsId);
  const inspected = await lookInto(port);
  if (inspected === undefined) return { kind: 'results-file-unreachable' };
  const { controlId } = dependencies;
  return refusalOfFile(inspected, control, { controlId, by }) ?? { resultsId, port, inspected };
}

/** Everything up to the draft; refused when there is a reason not to publish it. */
export async function prepareRelease(read: PublishableControl, asked: Asked): Promise<Preparation> {
  const { dependencies, request } = asked;
  dependencies.onPhase?.('inspect');
  const file = await findFile(read, asked);
  if (file !== undefined && 'kind' in file) return notOk(file);
  const stated = file?.inspected.results.parsed.chain ?? [];
  const control = { ...read, contacts: contactsBeside(read.contacts, stated) };
  if (!arePublic(request, control.contacts)) return notOk({ kind: 'words-not-public' });
  const { choices, unknown } = chooseTabs(control.figures, request.tabs, file?.inspected.results);
  const keys = choices.filter(({ chosen }) => chosen).map(({ key }) => key);
  if (unknown.length > 0 || keys.length === 0) return notOk({ kind: 'not-publishable', tabs: unknown });
  const results = file === undefined ? {} : { results: file.inspected.results };
  const { controlId, product, now } = dependencies;
  const drafted = draftRelease({ control, controlId, request, keys, ...results, now: now(), product });
  const prepared: Prepared = { control, drafted, choices, ...(file === undefined ? {} : { file }) };
  const leaks = leaksBefore(prepared, asked);
  return leaks.length === 0 ? { ok: true, prepared } : notOk({ kind: 'leaks-found', leaks, closed: false });
}
