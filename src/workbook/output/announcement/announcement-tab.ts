import type { Content } from '../../../domain/content.ts';
import type { Basis } from '../../../domain/criteria-set.ts';
import type { Bilingual } from '../../../domain/language.ts';
import { OUTPUT_WORDS, subtitleLine } from '../../../domain/messages/output-messages.ts';
import {
  announcedStatus,
  announcementHeadline,
  groupHeading,
  type Spread,
} from '../../../domain/messages/standing-messages.ts';
import { cell } from '../content-rows.ts';
import { contextOf, type OutputContext, say } from '../output-context.ts';
import { stackBlocks } from '../stack-blocks.ts';
import { STYLES } from '../styles.ts';
import { analysisSentences } from './analysis-sentences.ts';
import type { AnnouncementView } from './announcement-view.ts';
import { named } from './bilingual-figures.ts';
import { standingSentences } from './standing-sentences.ts';

/** Each language has a column of its own, to be copied as a whole. */
const COLUMN_WIDTH = 620;

/** In how many of the groups that have ranked units any of them was scored in a block of points. */
function spreadOf(basis: Basis, { groups }: AnnouncementView): Spread {
  const rankings = groups.map(({ result }) => result.ranked).filter((ranked) => ranked.length > 0);
  const scored = rankings.filter((ranked) =>
    ranked.some(({ sheet }) => sheet.blocks.some((block) => block.basis === basis)),
  );
  if (scored.length === 0) return 'none';
  return scored.length === rankings.length ? 'all' : 'some';
}

/** The announcement paragraph by paragraph, in both languages. */
function announcementText(
  view: AnnouncementView,
  context: OutputContext,
): readonly { readonly kind: 'heading' | 'paragraph'; readonly text: Bilingual }[] {
  const paragraph = (text: Bilingual) => ({ kind: 'paragraph', text }) as const;
  const heading = (text: Bilingual) => ({ kind: 'heading', text }) as const;
  return [
    heading(announcementHeadline(context.province, context.period)),
    paragraph(
      announcedStatus(context.status, {
        appraisal: spreadOf('appraisal', view),
        survey: spreadOf('survey', view),
      }),
    ),
    ...view.groups.flatMap((group, place) => {
      const own = contextOf(group.result, context);
      const units = group.result.ranked.length + group.result.unranked.length;
      return [
        heading(groupHeading(place + 1, named(group.result.group), units)),
        ...standingSentences(group, view, own).map(paragraph),
        ...analysisSentences(group, view, own).map(paragraph),
      ];
    }),
  ];
}

/** The text of an official announcement: one row a paragraph × 2 columns, Vietnamese and English. */
export function renderAnnouncement(view: AnnouncementView, context: OutputContext, status: string): Content {
  const rows = announcementText(view, context).map(({ kind, text }) => {
    const style = kind === 'heading' ? STYLES.textHeading : STYLES.paragraph;
    return [cell(text.vi, style), cell(text.en, style)];
  });
  return stackBlocks({
    title: say(context, OUTPUT_WORDS.announcementTitle),
    subtitle: say(context, subtitleLine(context)),
    status,
    blocks: [{ headers: ['Tiếng Việt', 'English'], rows }],
    columnWidths: [COLUMN_WIDTH, COLUMN_WIDTH],
    frozenColumns: 0,
    page: 'landscape',
  });
}
