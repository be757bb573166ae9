import { OUTPUT_HEADERS } from '../../../domain/messages/output-messages.ts';
import { PROFILE_HEADERS } from '../../../domain/messages/profile-messages.ts';
import { cell } from '../content-rows.ts';
import { gradeName, parentName, say } from '../output-context.ts';
import { gradeStyle } from '../ranking/grade-style.ts';
import type { Entry } from '../ranking/ranking-entry.ts';
import { rankStyle, STYLES } from '../styles.ts';
import { unitName } from '../unit-names.ts';
import { notRanked } from './lift-section.ts';
import {
  anyUnit,
  PAGE_COLUMNS,
  type ProfileFrame,
  pageRow,
  partHeader,
  type Section,
} from './profile-frame.ts';

const LARGE = 14;

/** The rank stays a number; how many units are ranked is shown behind it: 3/19. */
function rankCell(entry: Entry, { context }: ProfileFrame) {
  if (entry.kind === 'unranked') {
    return cell(say(context, notRanked(entry.unit)), { ...STYLES.centred, bold: true, wrap: true });
  }
  const { rank, tied, of } = entry.unit.standing;
  const numberFormat = `${tied ? '"="' : ''}0"/${of}"`;
  return cell(rank, { ...rankStyle(rank, tied), numberFormat, fontSize: LARGE });
}

/** Name, code and parent of the unit, across the page. */
export const bannerSection: Section = ({ entry }, { context }) => {
  const { sheet } = entry.unit;
  const name = `${unitName(sheet, context.language)} (${sheet.unit.id})`;
  const parent = parentName(sheet.unit, context);
  const text = parent === null ? name : `${name} · ${parent}`;
  return [
    Array.from({ length: PAGE_COLUMNS }, (_, column) => cell(column === 0 ? text : null, STYLES.banner)),
  ];
};

/** Rank, class and index beside the mean and the best of the group; the gap above; claims and survey where known. */
export const keySection: Section = ({ entry, analysis }, frame) => {
  const { view, figures, context } = frame;
  const { result, analysis: group } = view;
  const { grade, index } = entry.unit;
  const claims = group.claims.all === undefined ? undefined : group.claims.byUnit;
  const hasGaps = anyUnit(frame, (unit) => unit.surveyGap !== undefined);
  const { groupMean, groupBest, gap, overClaim, surveyGap } = PROFILE_HEADERS;
  const large = (size: number, each: ReturnType<typeof cell>) =>
    cell(each.value, { ...each.style, bold: true, fontSize: size });
  return [
    partHeader(
      [
        OUTPUT_HEADERS.rank,
        OUTPUT_HEADERS.grade,
        OUTPUT_HEADERS.index,
        groupMean,
        groupBest,
        gap,
        claims && overClaim,
        hasGaps ? surveyGap : undefined,
      ],
      frame,
    ),
    pageRow([
      rankCell(entry, frame),
      large(LARGE, cell(gradeName(grade, context), gradeStyle(grade, result.grades))),
      large(LARGE, figures.percent(index)),
      figures.percent(group.statistics.index?.mean),
      figures.percent(group.statistics.index?.max),
      figures.percent(analysis.toNextPlace),
      claims === undefined
        ? cell(null, STYLES.blank)
        : figures.pointsChange(claims.get(analysis.unitId)?.overClaim),
      hasGaps ? figures.change(analysis.surveyGap?.gap) : cell(null, STYLES.blank),
    ]),
  ];
};
