import type { PeriodInput } from '../../src/domain/period-input.ts';
import type { Scoreboard } from '../../src/domain/scoreboard.ts';
import { canonicalInput } from '../../src/engine/canonical-input.ts';
import { canonicalScoreboard } from '../../src/engine/canonical-results.ts';

/** The canonical texts as one string each, to be compared. */
export const inputText = (input: PeriodInput): string => [...canonicalInput(input)].join('');
export const scoreboardText = (board: Scoreboard): string => [...canonicalScoreboard(board)].join('');
