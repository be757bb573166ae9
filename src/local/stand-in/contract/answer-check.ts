import { appendFileSync } from 'node:fs';
import { checkAnswer } from './check-answer.ts';
import type { AnsweringApi } from './contract-table.ts';
import type { JsonObject } from './json.ts';

/** Holds an answer against Google's contract before it leaves; throws for one that breaks it. */
export type AnswerCheck = (api: AnsweringApi, methodId: string, answer: JsonObject) => void;

/** Names the file in which a whole run of tests keeps the breaches of every server that it starts, in whatever process. */
export const BREACH_LOG = 'STAND_IN_BREACH_LOG';

/**
 * No unknown key, no wrong kind: an answer that Google's discovery document does not describe is a bug. Each breach is a
 * line of the log too, because a client may take the 500 that it becomes for a bad moment and try again.
 */
export function answerCheck(breachLog: string | undefined): AnswerCheck {
  if (breachLog) appendFileSync(breachLog, 'server\n');
  return (api, methodId, answer) => {
    const [first, ...others] = checkAnswer(api, methodId, answer);
    if (first === undefined) return;
    const breach = `the answer of ${methodId} breaks the contract at ${first.path}: ${first.problem} (and ${others.length} more)`;
    if (breachLog) appendFileSync(breachLog, `${breach}\n`);
    throw new Error(breach);
  };
}
