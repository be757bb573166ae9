import type { CellStyle } from '../../../domain/cell-style.ts';
import type { ContentCell } from '../../../domain/content.ts';
import { PROFILE_HEADERS } from '../../../domain/messages/profile-messages.ts';
import type { FieldStanding } from '../../../domain/period-analysis.ts';
import { compareRatios } from '../../../domain/ratio.ts';
import { cell } from '../content-rows.ts';
import { fieldPointsCell, shareCell } from '../field-cells.ts';
import { criterionName } from '../group-view.ts';
import { rankStyle, STYLES } from '../styles.ts';
import { type ProfileFrame, pageRow, partHeader, type Section } from './profile-frame.ts';

/** Blue from the mean of the group on, orange below it: the colours of a rise and a fall. */
function againstMean({ share, mean }: FieldStanding): CellStyle {
  if (share === undefined || mean === undefined) return {};
  const { foreground } = compareRatios(share, mean) < 0 ? STYLES.fall : STYLES.rise;
  return { bold: true, foreground };
}

function standingCells(field: FieldStanding, { figures }: ProfileFrame): readonly ContentCell[] {
  const share = shareCell(field, figures);
  return [
    figures.points(field.attainable),
    fieldPointsCell(field, figures),
    cell(share.value, { ...share.style, ...againstMean(field) }),
    figures.percent(field.mean),
    figures.percent(field.best),
    field.rank === undefined ? cell(null, STYLES.whole) : cell(field.rank, rankStyle(field.rank, false)),
  ];
}

/** 1 + fields rows: each field beside the mean and the best of the group, and its rank. */
export const fieldSection: Section = ({ analysis }, frame) => {
  const { code, field, maximum, points, share, groupMean, groupBest, rankInField } = PROFILE_HEADERS;
  return [
    partHeader([code, field, maximum, points, share, groupMean, groupBest, rankInField], frame),
    ...analysis.fields.map((standing, place) => {
      const node = frame.view.set.fields[place];
      const name = node === undefined ? '' : criterionName(node, frame.context.language);
      return pageRow([
        cell(standing.code, STYLES.text),
        cell(name, STYLES.wrapped),
        ...standingCells(standing, frame),
      ]);
    }),
  ];
};
