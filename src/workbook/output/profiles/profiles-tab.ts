import type { Content } from '../../../domain/content.ts';
import { subtitleLine } from '../../../domain/messages/output-messages.ts';
import { linesInstead, PROFILE_WORDS } from '../../../domain/messages/profile-messages.ts';
import type { GroupView } from '../group-view.ts';
import { type OutputContext, say } from '../output-context.ts';
import { type Block, stackBlocks } from '../stack-blocks.ts';
import { groupName } from '../unit-names.ts';
import { type UnitView, unitViews } from '../unit-views.ts';
import { lossSection, strengthSection, weaknessSection } from './component-sections.ts';
import { fieldSection } from './field-section.ts';
import { historySection } from './history-section.ts';
import { bannerSection, keySection } from './key-figures.ts';
import { liftSection } from './lift-section.ts';
import { type ProfileFrame, pageRow, pageWidths, profileFrame, type Section } from './profile-frame.ts';
import { profileLines } from './profile-lines.ts';
import { rangeSection } from './range-section.ts';
import { noteSection } from './unit-notes.ts';

/** A page for each of more units would be a book that nobody prints and a tab that nobody scrolls. */
export const UNITS_WITH_PAGES = 200;

const emptyLine: Section = () => [pageRow([])];

/** Each part has as many rows for every unit of a group, so that a page is as long as any other. */
const SECTIONS: readonly Section[] = [
  bannerSection,
  keySection,
  emptyLine,
  fieldSection,
  emptyLine,
  lossSection,
  emptyLine,
  strengthSection,
  weaknessSection,
  emptyLine,
  liftSection,
  historySection,
  rangeSection,
  noteSection,
];

function page(unit: UnitView, place: number, frame: ProfileFrame): Block {
  return { rows: SECTIONS.flatMap((section) => section(unit, frame)), newPage: place > 0 };
}

/**
 * The tab of unit profiles of a group: one block of equally many rows for each unit, on a page of its own in print; of a
 * group of more than UNITS_WITH_PAGES units, one line for each.
 */
export function renderProfiles(view: GroupView, workbook: OutputContext, status: string): Content {
  const frame = profileFrame(view, workbook);
  const { context } = frame;
  const units = unitViews(view);
  const hasPages = units.length <= UNITS_WITH_PAGES;
  const head = {
    title: say(context, PROFILE_WORDS.title),
    subtitle: say(
      context,
      subtitleLine({ ...context, group: groupName(view.result.group, context.language) }),
    ),
    status,
    remark: say(context, hasPages ? PROFILE_WORDS.remark : linesInstead(units.length, UNITS_WITH_PAGES)),
  };
  if (!hasPages) return profileLines(frame, head);
  return stackBlocks({
    ...head,
    blocks: units.map((unit, place) => page(unit, place, frame)),
    columnWidths: pageWidths(context),
    frozenColumns: 0,
    page: 'portrait',
  });
}
