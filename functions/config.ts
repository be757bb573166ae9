import * as z from 'zod';

const EnvironmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  /** The interface to listen on; all of them when absent, as Cloud Run expects. */
  PAR_HOST: z.string().min(1).optional(),
  /** Another address than Google's, for the local workspace; the gateway accepts loopback only. */
  PAR_SHEETS_ROOT_URL: z.url().optional(),
  /** The account that the functions run as: workbooks are shared with it, and the run log names it. */
  PAR_SERVICE_ACCOUNT: z.email(),
});

export interface Config {
  readonly port: number;
  readonly host?: string;
  readonly sheetsRootUrl?: string;
  readonly serviceAccount: string;
}

/** The only reader of the environment. Says which variable is wrong and what it should hold. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = EnvironmentSchema.safeParse(environment);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment is not complete. ${wrong.join('; ')}. docs/configuration.md lists it.`);
  }
  const { PORT, PAR_HOST, PAR_SHEETS_ROOT_URL, PAR_SERVICE_ACCOUNT } = parsed.data;
  return {
    port: PORT,
    serviceAccount: PAR_SERVICE_ACCOUNT,
    ...(PAR_HOST === undefined ? {} : { host: PAR_HOST }),
    ...(PAR_SHEETS_ROOT_URL === undefined ? {} : { sheetsRootUrl: PAR_SHEETS_ROOT_URL }),
  };
}
