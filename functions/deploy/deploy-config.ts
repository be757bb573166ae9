import * as z from 'zod';

const email = z.email('holds something that is no e-mail address').transform((text) => text.toLowerCase());

/** An OAuth client id, as a menu script has one of its own. */
const clientId = z
  .string()
  .regex(/^[A-Za-z0-9.-]+\.apps\.googleusercontent\.com$/, 'must end in .apps.googleusercontent.com');

/** What an administrator decides. Kept in a file, so that every deploy says the same. */
export const DeployConfigSchema = z.strictObject({
  project: z
    .string('must name the Google Cloud project')
    .regex(/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/, 'must be a project id, such as par-index-tinh'),
  region: z
    .string()
    .regex(/^[a-z]+-[a-z]+[0-9]$/, 'must be a region, such as asia-southeast1')
    .default('asia-southeast1'),
  audiences: z
    .array(clientId)
    .min(1, 'must hold the client id of at least one menu script (docs/deploy/menu.md says where it stands)'),
  publishers: z.array(email).default([]),
  domains: z
    .array(z.string().regex(/^[a-z0-9.-]+\.[a-z]+$/, 'holds something that is no domain name'))
    .default([]),
});
export type DeployConfig = z.infer<typeof DeployConfigSchema>;

export type ReadDeployConfig =
  | { readonly ok: true; readonly config: DeployConfig }
  | { readonly ok: false; readonly sentences: readonly string[] };

/** The configuration, or one sentence for each thing that is wrong with it. */
export function readDeployConfig(given: unknown): ReadDeployConfig {
  const parsed = DeployConfigSchema.safeParse(given);
  if (parsed.success) return { ok: true, config: parsed.data };
  const sentences = parsed.error.issues.map(
    ({ path, message }) => `${path.length === 0 ? 'The configuration' : path.join('.')}: ${message}.`,
  );
  return { ok: false, sentences };
}
