import type { LostPoints } from '../../../domain/analysis.ts';
import { PROFILE_HEADERS, PROFILE_WORDS } from '../../../domain/messages/profile-messages.ts';
import type { Deviation } from '../../../domain/period-analysis.ts';
import { cell } from '../content-rows.ts';
import { STYLES } from '../styles.ts';
import { exactly, type ProfileFrame, pageRow, partHeader, type Section, wordsRow } from './profile-frame.ts';

const LOSSES_SHOWN = 10;
const LOSS_COLUMNS = 7;
const DEVIATIONS_SHOWN = 3;
const DEVIATION_COLUMNS = 5;

function componentCells(
  { code, attainable, earned }: Pick<LostPoints, 'code' | 'attainable' | 'earned'>,
  { figures, nameOf }: ProfileFrame,
) {
  return [
    cell(code, STYLES.text),
    cell(nameOf(code), STYLES.wrapped),
    figures.points(attainable),
    figures.points(earned),
  ];
}

function lossRow(loss: LostPoints, frame: ProfileFrame) {
  const { figures } = frame;
  const { lost, mean, best } = loss;
  return pageRow([
    ...componentCells(loss, frame),
    figures.points(lost),
    figures.meanPoints(mean),
    figures.points(best),
  ]);
}

/** 1 + 10 rows: the largest losses beside what the mean and the best of the group have. */
export const lossSection: Section = ({ analysis }, frame) => {
  const { code, lost, maximum, points, lostPoints, meanPoints, bestPoints } = PROFILE_HEADERS;
  const rows =
    analysis.lost.length === 0
      ? [wordsRow(PROFILE_WORDS.noLoss, LOSS_COLUMNS, frame)]
      : analysis.lost.map((each) => lossRow(each, frame));
  return [
    partHeader([code, lost, maximum, points, lostPoints, meanPoints, bestPoints], frame),
    ...exactly(LOSSES_SHOWN, rows, LOSS_COLUMNS),
  ];
};

function deviationRow(deviation: Deviation, frame: ProfileFrame) {
  return pageRow([...componentCells(deviation, frame), frame.figures.pointsChange(deviation.aboveMean)]);
}

function deviationSection(kind: 'strengths' | 'weaknesses'): Section {
  const none = kind === 'strengths' ? PROFILE_WORDS.noStrength : PROFILE_WORDS.noWeakness;
  return ({ analysis }, frame) => {
    const { code, maximum, points, aboveMean } = PROFILE_HEADERS;
    const rows =
      analysis[kind].length === 0
        ? [wordsRow(none, DEVIATION_COLUMNS, frame)]
        : analysis[kind].map((each) => deviationRow(each, frame));
    return [
      partHeader([code, PROFILE_HEADERS[kind], maximum, points, aboveMean], frame),
      ...exactly(DEVIATIONS_SHOWN, rows, DEVIATION_COLUMNS),
    ];
  };
}

/** 1 + 3 rows each: the components furthest above, and furthest below, the mean of the group. */
export const strengthSection = deviationSection('strengths');
export const weaknessSection = deviationSection('weaknesses');
