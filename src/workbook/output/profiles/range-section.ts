import { PROFILE_HEADERS, PROFILE_WORDS } from '../../../domain/messages/profile-messages.ts';
import { cell } from '../content-rows.ts';
import { say } from '../output-context.ts';
import { STYLES } from '../styles.ts';
import { anyUnit, pageRow, partHeader, type Section } from './profile-frame.ts';

/** 2 rows while marks of the group are missing: the places and indexes that are still possible; else nothing. */
export const rangeSection: Section = ({ analysis }, frame) => {
  if (!anyUnit(frame, (unit) => unit.range !== undefined)) return [];
  const { figures, context } = frame;
  const { range: header, bestRank, worstRank, highestIndex, lowestIndex } = PROFILE_HEADERS;
  const { range } = analysis;
  return [
    partHeader([null, header, bestRank, worstRank, highestIndex, lowestIndex], frame),
    pageRow([
      cell(null, STYLES.text),
      cell(range === undefined ? null : say(context, PROFILE_WORDS.rangeReason), STYLES.muted),
      figures.count(range?.best),
      figures.count(range?.worst),
      figures.percent(range?.highest),
      figures.percent(range?.lowest),
    ]),
  ];
};
