import { inTopHeader, SUMMARY_HEADINGS, SUMMARY_WORDS } from '../../../domain/messages/summary-messages.ts';
import { ratioAsNumber } from '../../../domain/number-format.ts';
import { cell } from '../content-rows.ts';
import { contextOf, type OutputContext, parentNamed, say } from '../output-context.ts';
import type { Block } from '../stack-blocks.ts';
import { figureStyle, STYLES } from '../styles.ts';
import { groupName } from '../unit-names.ts';
import type { SummaryView } from './summary-view.ts';

/** The units of each parent, such as the communes of a district: how many, their mean, how many lead. One block a group. */
export function parentBlocks({ groups, topPlaces }: SummaryView, context: OutputContext): readonly Block[] {
  return groups.flatMap(({ result, analysis }): readonly Block[] => {
    if (analysis.parents.length === 0) return [];
    const { figures } = contextOf(result, context);
    return [
      {
        heading: `${say(context, SUMMARY_HEADINGS.parents)}: ${groupName(result.group, context.language)}`,
        headers: [
          say(context, SUMMARY_WORDS.parent),
          say(context, SUMMARY_WORDS.units),
          say(context, SUMMARY_WORDS.mean),
          say(context, inTopHeader(topPlaces)),
        ],
        rows: analysis.parents.map(({ parent, units, mean, inTop }) => [
          cell(say(context, parentNamed(parent, context)), STYLES.text),
          cell(units, STYLES.whole),
          cell(ratioAsNumber(mean, figures), figureStyle(figures.decimals, 'plain')),
          cell(inTop, STYLES.whole),
        ]),
      },
    ];
  });
}
