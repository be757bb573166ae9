import { resultsFileName } from '../../domain/messages/release-messages.ts';
import { say } from '../../workbook/output/output-context.ts';
import { changedCells } from './compare-releases.ts';
import { prepareRelease } from './prepare-release.ts';
import type { Prepared, PublicationDependencies } from './publication-run.ts';
import { type PublishOutcome, type PublishReport, type PublishRequest, refused } from './publish-outcome.ts';
import { readControl } from './read-control.ts';
import { releaseDraft } from './release-draft.ts';

/** A publisher looks at these and counts the rest; the corrections log lists them. */
const FIGURES_SHOWN = 200;

function draftOf({ control, drafted, choices, file }: Prepared): PublishOutcome {
  const { sealed, draft, tabs, changes } = drafted;
  const { units, figures, unproven } = changes;
  const { context, scored } = control;
  return {
    kind: 'draft',
    draft,
    number: sealed.link.number,
    tabs: tabs.map(({ key, title }) => ({ key, title })),
    choices,
    corrections: units,
    figures: figures.slice(0, FIGURES_SHOWN),
    moreFigures: Math.max(0, figures.length - FIGURES_SHOWN),
    ...(unproven === undefined ? {} : { unproven }),
    cells: changedCells(file?.inspected.results.workbook.standing ?? new Map(), tabs),
    resultsHash: scored.resultsHash,
    fileName: say(context, resultsFileName(context.province, context.period)),
    ...(file === undefined ? {} : { resultsId: file.resultsId }),
  };
}

/**
 * Publishes results to a file of their own, view-only. Without a confirmation it answers the draft: what would be
 * shown, to whom, what changes against the last release; nothing is written. With the hash of a draft it publishes
 * just that draft and refuses any other. Nothing is shared before it is filled and checked: a run that ends early
 * leaves a file that nobody may open, or a complete release, and the same confirmation repeated finishes it.
 *
 * @param by the address of the person who asks; it stands in the control workbook's log and nowhere public
 */
export async function publish(
  dependencies: PublicationDependencies,
  request: PublishRequest,
  by: string,
): Promise<PublishReport> {
  const { control: spreadsheet, controlId, onPhase } = dependencies;
  const { provisional, confirm } = request;
  const read = await readControl(spreadsheet, {
    controlId,
    provisional,
    ...(onPhase === undefined ? {} : { onPhase }),
  });
  if (!read.ok) return { outcome: refused(read.refusal), context: read.context };
  const { control } = read;
  const { context } = control;
  const preparation = await prepareRelease(control, { dependencies, request, by });
  if (!preparation.ok) return { outcome: refused(preparation.refusal), context };
  const { prepared } = preparation;
  if (confirm === undefined) return { outcome: draftOf(prepared), context };
  if (prepared.drafted.draft !== confirm) return { outcome: refused({ kind: 'draft-changed' }), context };
  return { outcome: await releaseDraft(dependencies, { prepared, request, by }), context };
}
