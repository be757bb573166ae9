import * as z from 'zod';
import type { Bilingual } from '../../src/domain/language.ts';
import {
  DEPLOY_FAILURES,
  DEPLOY_OPTIONS,
  DEPLOY_SETTINGS,
} from '../../src/domain/messages/deploy-messages.ts';

const email = z.email().transform((text) => text.toLowerCase());

/** An OAuth client id, as a menu script has one of its own. */
const clientId = z.string().regex(/^[A-Za-z0-9.-]+\.apps\.googleusercontent\.com$/);

const domain = z
  .string()
  .transform((text) => text.toLowerCase())
  .pipe(z.string().regex(/^[a-z0-9.-]+\.[a-z]+$/));

/** What an administrator decides. Kept in a file, so that every deploy says the same. */
const DeployConfigSchema = z.strictObject({
  project: z.string().regex(/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/),
  region: z
    .string()
    .regex(/^[a-z]+-[a-z]+[0-9]$/)
    .default('asia-southeast1'),
  audiences: z.array(clientId).min(1),
  publishers: z.array(email).default([]),
  domains: z.array(domain).default([]),
});
export type DeployConfig = z.infer<typeof DeployConfigSchema>;

/** What a file keeps: some of it, and nothing else. */
const KeptConfigSchema = z.strictObject({
  project: DeployConfigSchema.shape.project.optional(),
  region: DeployConfigSchema.shape.region.unwrap().optional(),
  audiences: z.array(clientId).default([]),
  publishers: z.array(email).default([]),
  domains: z.array(domain).default([]),
});
export type KeptConfig = z.infer<typeof KeptConfigSchema>;

export type ReadConfig<T> =
  | { readonly ok: true; readonly config: T }
  | { readonly ok: false; readonly sentences: readonly Bilingual[] };

type SettingWords = Readonly<Record<keyof typeof DEPLOY_SETTINGS, Bilingual>>;

const isSetting = (name: PropertyKey | undefined): name is keyof typeof DEPLOY_SETTINGS =>
  name !== undefined && name in DEPLOY_SETTINGS;

/** One sentence for each setting that is wrong, however many parts of it are. */
function sentencesFor({ issues }: z.ZodError, words: SettingWords): readonly Bilingual[] {
  const sentences = issues.flatMap((issue): readonly Bilingual[] => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map(DEPLOY_FAILURES.unknownSetting);
    const [name] = issue.path;
    return [isSetting(name) ? words[name] : DEPLOY_FAILURES.notAnObject];
  });
  return [...new Map(sentences.map((sentence) => [sentence.en, sentence])).values()];
}

function read<T>(schema: z.ZodType<T>, given: unknown, words: SettingWords): ReadConfig<T> {
  const parsed = schema.safeParse(given);
  return parsed.success
    ? { ok: true, config: parsed.data }
    : { ok: false, sentences: sentencesFor(parsed.error, words) };
}

/** The configuration of a deploy, or one sentence for each option that is missing or wrong: what a file keeps is sound. */
export function readDeployConfig(given: unknown): ReadConfig<DeployConfig> {
  return read(DeployConfigSchema, given, DEPLOY_OPTIONS);
}

/** What the file of an earlier deploy holds, or one sentence for each setting that is wrong with it. */
export function readKeptConfig(given: unknown): ReadConfig<KeptConfig> {
  return read(KeptConfigSchema, given, DEPLOY_SETTINGS);
}
