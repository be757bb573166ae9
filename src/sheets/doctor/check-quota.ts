import type { Finding } from '../../domain/doctor-finding.ts';
import type { SpreadsheetFailure } from '../../domain/spreadsheet-failure.ts';
import { withLimits } from '../rate-limited.ts';
import { GOOGLE_LIMITS } from '../traffic.ts';
import type { Ask } from './ask.ts';

/** The calls of one examination, and what Google said when they were too many. */
export interface CountedCalls {
  readonly ask: Ask;
  finding(): Finding;
}

/** Where the provinces are: a refused examination does not know the spreadsheet's own time zone. */
const TIME_ZONE = 'Asia/Ho_Chi_Minh';

/** Counts calls against the minute's quota, which this account shares with every recompute. */
export function countCalls(ask: Ask, now: () => number): CountedCalls {
  const calls = { read: 0, write: 0 };
  let refusal: SpreadsheetFailure | undefined;
  return {
    ask: async (method, path, body) => {
      calls[method === 'GET' ? 'read' : 'write'] += 1;
      const result = await ask(method, path, body);
      if (result.ok || result.problem.failure.kind !== 'rate-limited') return result;
      const problem = withLimits(result.problem, {
        now: now(),
        limits: GOOGLE_LIMITS,
        timeZone: TIME_ZONE,
      });
      refusal = problem.failure;
      return { ok: false, problem };
    },
    finding: () =>
      refusal === undefined
        ? { kind: 'holds', check: 'quota', seen: `${calls.read} + ${calls.write}` }
        : { kind: 'refused', check: 'quota', failure: refusal },
  };
}
