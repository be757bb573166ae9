import type { Content } from '../../../domain/content.ts';
import { OUTPUT_WORDS, subtitleLine } from '../../../domain/messages/output-messages.ts';
import { incompleteWarning } from '../completeness.ts';
import { type OutputContext, say } from '../output-context.ts';
import { type Block, stackBlocks } from '../stack-blocks.ts';
import { criteriaBlock } from './criteria-blocks.ts';
import { endBlock } from './ends-blocks.ts';
import { classesBlock, qualityBlock, resultsBlock } from './figure-blocks.ts';
import { meansBlock } from './means-block.ts';
import { pairWidths } from './pairs.ts';
import { parentBlocks } from './parents-block.ts';
import type { SummaryView } from './summary-view.ts';

/**
 * The summary: blocks below one another, each 1 + 2 × groups columns wide. Results by group with last period's
 * beside them, classes, means by period, first and last units, weak and divisive criteria, parents, quality of data.
 */
export function renderSummary(view: SummaryView, context: OutputContext, status: string): Content {
  const blocks: readonly (Block | undefined)[] = [
    resultsBlock(view, context),
    classesBlock(view, context),
    meansBlock(view, context),
    endBlock('top', view, context),
    endBlock('bottom', view, context),
    criteriaBlock('low', view, context),
    criteriaBlock('divisive', view, context),
    ...parentBlocks(view, context),
    qualityBlock(view, context),
  ];
  return stackBlocks({
    title: say(context, OUTPUT_WORDS.summaryTitle),
    subtitle: say(context, subtitleLine(context)),
    status,
    warning: incompleteWarning(
      view.groups.map(({ result }) => result),
      context,
    ),
    blocks: blocks.filter((block) => block !== undefined),
    columnWidths: pairWidths(view.groups.length),
    frozenColumns: 1,
    page: 'portrait',
  });
}
