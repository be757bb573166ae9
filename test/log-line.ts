import * as z from 'zod';

const count = z.int().nonnegative();
const shortHash = z.string().regex(/^[0-9a-f]{12}$/);
const word = z.string().regex(/^[A-Za-z-]{1,40}$/);

/**
 * All that a log line of the functions may hold. A field that is not here, or a value of another form, may be
 * somebody's name, address, score, token or workbook.
 */
const LogLineSchema = z.strictObject({
  severity: z.enum(['INFO', 'WARNING', 'ERROR']),
  message: z.union([word, z.literal('stopped with requests under way')]),
  'logging.googleapis.com/trace': z
    .string()
    .regex(/^(projects\/[a-z0-9-]+\/traces\/)?[0-9a-f]{32}$/)
    .optional(),
  runId: z.uuid().optional(),
  caller: shortHash.optional(),
  workbook: shortHash.optional(),
  refusal: word.optional(),
  failure: word.optional(),
  signal: z.enum(['SIGTERM', 'SIGINT']).optional(),
  port: count.optional(),
  status: z.int().min(100).max(599).optional(),
  durationMs: count.optional(),
  reads: count.optional(),
  writes: count.optional(),
  retries: count.optional(),
  readsLeft: count.optional(),
  writesLeft: count.optional(),
});

/** Why a line is no good; undefined for one that is. */
export function faultOf(line: string): string | undefined {
  try {
    const { success, error } = LogLineSchema.safeParse(JSON.parse(line));
    return success ? undefined : z.prettifyError(error);
  } catch {
    return 'not JSON';
  }
}
