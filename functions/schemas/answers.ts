import * as z from 'zod';
import { PHASES } from '../../src/jobs/stopwatch.ts';

const count = z.int().nonnegative();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const issueCounts = z.strictObject({ errors: count, warnings: count });

const left = z
  .strictObject({ reads: count, writes: count })
  .describe('What Google still gives the account within the minute, all its runs counted');

const ranked = {
  units: count,
  ranked: count,
  incomplete: count.describe('Units without a place because marks are lacking'),
};

const cost = z.strictObject({
  reads: count,
  writes: count,
  retries: count,
  bytesReceived: count,
  bytesSent: count,
  left: left.optional(),
});

const phases = z.strictObject(
  Object.fromEntries(PHASES.map((phase) => [phase, count])) as Record<(typeof PHASES)[number], typeof count>,
);

function moved<T>(figure: z.ZodType<T>) {
  return z.strictObject({ before: figure.optional(), after: figure.optional() });
}

const change = z
  .strictObject({
    groupId: z.string(),
    unitId: z.string(),
    unitName: z.string(),
    rank: moved(z.int().positive()),
    index: moved(z.number()),
    grade: moved(z.string()),
    figures: z.array(moved(z.number()).extend({ header: z.string() })),
  })
  .describe('A unit whose place, index or class differs from what the ranking tab showed; figures as shown');

const cause = z.strictObject({
  component: z.string().describe('The code of the criterion, or the words of the setting'),
  tab: z.string().optional(),
  cell: z.string().optional().describe('Absent when the row of the entry is gone'),
  before: z.string().describe('As it was entered; empty where nothing was'),
  after: z.string(),
  effect: z
    .number()
    .optional()
    .describe('Percentage points of the index; absent when it cannot be told apart from that of others'),
});

export const RecomputeAnswerSchema = z.strictObject({
  outcome: z.literal('recomputed'),
  runId: z.uuid(),
  version: count,
  cost,
  phases,
  resultsChanged: z.boolean(),
  entries: z
    .enum(['unchanged', 'changed', 'unknown'])
    .describe(
      'Whether the entries are still those that were computed; unknown when they could not be read again',
    ),
  entriesHash: hash,
  resultsHash: hash,
  issues: issueCounts,
  cases: z
    .strictObject({ passed: count, failed: count })
    .describe('How many of the office’s own rule cases came out as it expects'),
  ...ranked,
  changes: z.array(change),
  groups: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      ranked: count,
      unranked: count,
      mean: z.string().nullable(),
    }),
  ),
});

export const QueuedAnswerSchema = z.strictObject({
  outcome: z
    .enum(['queued', 'already-queued', 'already-done'])
    .describe('The queue alone is told that work was done or given up already'),
  runId: z.uuid().describe('By which the run is found in the answer of status'),
});

export const PreviewAnswerSchema = z.strictObject({
  outcome: z.literal('previewed'),
  runId: z.uuid(),
  resultsHash: hash,
  units: count,
  issues: issueCounts,
  compared: z.boolean().describe('False while no ranking stands: everything would be new'),
  changes: z.array(
    change.extend({
      causes: z.array(cause).optional().describe('Absent when the results that stand are no longer known'),
    }),
  ),
});

export const CheckAnswerSchema = z.strictObject({
  outcome: z.literal('checked'),
  runId: z.uuid(),
  counts: issueCounts,
  units: count.optional().describe('Absent while the entries cannot be read as a whole'),
  unfinished: z
    .strictObject({ units: count, marks: count })
    .optional()
    .describe('Units that have no place yet, and the marks that they lack; absent when all are there'),
  issues: z.array(
    z.strictObject({
      severity: z.enum(['error', 'warning']),
      code: z.string(),
      tab: z.string(),
      cell: z.string().optional(),
      problem: z.string(),
      remedy: z.string(),
    }),
  ),
});

const jobCommon = { runId: z.uuid(), elapsedMs: count, mine: z.boolean() };

const job = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('recomputed'),
    ...jobCommon,
    ...ranked,
    issues: count,
    changes: z
      .array(z.strictObject({ unitName: z.string(), rank: moved(z.int().positive()) }))
      .describe('The largest moves, largest first'),
  }),
  z.strictObject({
    outcome: z.literal('refused'),
    ...jobCommon,
    code: z.string(),
    title: z.string(),
    detail: z.string(),
  }),
  z
    .strictObject({ outcome: z.enum(['cancelled', 'not-queued', 'lost']), ...jobCommon })
    .describe('lost: nothing was heard of it for longer than the queue leaves a job alone'),
]);

const running = z.array(
  z.strictObject({
    runId: z.uuid(),
    phase: z.string(),
    percent: z.int().min(0).max(100),
    units: count.optional().describe('How many units were read, once they are'),
    elapsedMs: count,
    mine: z.boolean(),
    stoppable: z.boolean().describe('Whether cancel may stop it: what was confirmed is carried through'),
  }),
);

const loggedRun = z.strictObject({
  version: count,
  when: z.string(),
  who: z.string(),
  outcome: z.string(),
  errors: count,
  warnings: count,
  resultsHash: z.string(),
  milliseconds: count,
});

export const StatusAnswerSchema = z.union([
  z.strictObject({
    version: count,
    results: z.enum(['none', 'current', 'stale']),
    language: z.enum(['vi', 'en']),
    running,
    job: job.optional().describe('The newest work that was put off, for an hour after its end'),
    runs: z.array(loggedRun),
    left: left.optional(),
  }),
  z.strictObject({ running }).describe('The brief answer'),
]);

export const CancelAnswerSchema = z.strictObject({ cancelled: count });

const problemText = z.strictObject({ title: z.string(), detail: z.string() });

/** RFC 9457, with both languages and a stable code. */
export const ProblemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  languages: z.strictObject({ vi: problemText, en: problemText }),
});
