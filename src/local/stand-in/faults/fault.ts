import * as z from 'zod';

const aim = {
  /** Method ids of the discovery documents, e.g. `sheets.spreadsheets.batchUpdate`; a trailing `*` takes all that begin so. Absent: every method. */
  methods: z.array(z.string()).optional(),
  /** Strikes the next so many matching calls, then is spent. Absent with a rate: for ever. */
  times: z.int().positive().optional(),
  /** Strikes this share of the matching calls, drawn from the seed. */
  rate: z.number().gt(0).max(1).optional(),
  seed: z.int().optional(),
};

/** A switch that makes one thing go wrong, as it does at Google (docs/stand-in.md). */
export const FaultSchema = z.discriminatedUnion('kind', [
  /** Refused before anything is applied. */
  z.strictObject({
    kind: z.literal('refuse'),
    status: z.union([z.literal(429), z.literal(500), z.literal(503)]),
    ...aim,
  }),
  /** Applied and on the disk, but the answer says 500 or 503: the caller cannot know. */
  z.strictObject({
    kind: z.literal('refuse-after-commit'),
    status: z.union([z.literal(500), z.literal(503)]),
    ...aim,
  }),
  z.strictObject({ kind: z.literal('cut-before-commit'), ...aim }),
  /** Applied and on the disk, but the connection ends without an answer. */
  z.strictObject({ kind: z.literal('cut-after-commit'), ...aim }),
  z.strictObject({ kind: z.literal('slow'), milliseconds: z.int().min(0).max(180_000), ...aim }),
  /** Reads see the state before the last commit. */
  z.strictObject({ kind: z.literal('stale-read'), ...aim }),
]);

export type Fault = z.infer<typeof FaultSchema>;
