import * as z from 'zod';
import type { Language } from '../domain/language.ts';

const AnswerSchema = z.object({
  outcome: z.literal('recomputed'),
  cost: z.object({
    reads: z.int(),
    writes: z.int(),
    bytesReceived: z.int(),
    bytesSent: z.int(),
    left: z.object({ reads: z.int(), writes: z.int() }),
  }),
  phases: z.object({
    read: z.number(),
    parse: z.number(),
    score: z.number(),
    render: z.number(),
    write: z.number(),
  }),
  units: z.int(),
  ranked: z.int(),
  incomplete: z.int(),
  cases: z.object({ passed: z.int(), failed: z.int() }),
  groups: z.array(z.object({ name: z.string(), mean: z.string().nullable() })),
});
export type RecomputeAnswer = z.infer<typeof AnswerSchema>;

const TextSchema = z.object({ title: z.string(), detail: z.string() });
const ProblemSchema = z.object({ languages: z.object({ vi: TextSchema, en: TextSchema }) });

export type CalledRecompute =
  | { readonly ok: true; readonly answer: RecomputeAnswer }
  | { readonly ok: false; readonly detail: string };

/** Whom the call is made for: an identity token of theirs, and the language they read. */
export interface Clicker {
  readonly token: string;
  readonly language: Language;
}

/** Calls the recompute function over HTTP, as the menu does. */
export async function callRecompute(
  functionsUrl: string,
  spreadsheetId: string,
  { token, language }: Clicker,
): Promise<CalledRecompute> {
  const response = await fetch(new URL('recompute', functionsUrl), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'accept-language': language,
    },
    body: JSON.stringify({ spreadsheetId }),
  });
  const body: unknown = await response.json();
  if (response.ok) return { ok: true, answer: AnswerSchema.parse(body) };
  const { title, detail } = ProblemSchema.parse(body).languages[language];
  return { ok: false, detail: `${title}. ${detail}` };
}
