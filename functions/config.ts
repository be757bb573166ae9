import * as z from 'zod';

const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?\/$/;

function listOf<T>(item: z.ZodType<T, string>) {
  return z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(item));
}

const email = z.email('holds something that is no e-mail address').transform((text) => text.toLowerCase());

const EnvironmentSchema = z
  .object({
    PORT: z.coerce.number('must be a port number').int().min(0).max(65_535).default(8080),
    /** The interface to listen on; all of them when absent, as Cloud Run expects. */
    PAR_HOST: z.string().min(1).optional(),
    /** Another address than Google's, for the local workspace; the gateway accepts loopback only. */
    PAR_SHEETS_ROOT_URL: z.url('must be an address').optional(),
    /** The account that the functions run as: workbooks are shared with it. */
    PAR_SERVICE_ACCOUNT: z.email('must be the e-mail address of the account that the functions run as'),
    /** The OAuth client ids of the menu scripts that may call. */
    PAR_AUDIENCES: listOf(z.string()).refine(
      (ids) => ids.length > 0,
      'must name at least one OAuth client id of a menu script: without it any Google token would be accepted',
    ),
    PAR_PUBLISHERS: listOf(email),
    PAR_DOMAINS: listOf(z.string().regex(/^[a-z0-9.-]+\.[a-z]+$/i, 'holds something that is no domain name')),
    /** An issuer on this machine in place of Google, for the local workspace. */
    PAR_ISSUER_URL: z
      .string()
      .regex(LOOPBACK, 'must be an address on this machine: elsewhere only Google vouches for people')
      .optional(),
    /** The Google Cloud project: its log viewer groups the lines of a request by it. */
    PAR_PROJECT: z.string().min(1).optional(),
    PAR_CALLS_PER_MINUTE: z.coerce.number('must be a number').int().min(1).default(30),
    /** Apps Script waits 60 seconds for a call; the answer has to arrive within them. */
    PAR_ANSWER_WITHIN_SECONDS: z.coerce.number('must be a number').min(1).max(55).default(55),
    PAR_TASKS_QUEUE: z
      .string()
      .regex(/^projects\/[^/]+\/locations\/[^/]+\/queues\/[^/]+$/, 'must be projects/…/locations/…/queues/…')
      .optional(),
    PAR_TASKS_ACCOUNT: z.email('must be the e-mail address that the queue calls with').optional(),
    PAR_TASKS_ROOT_URL: z.string().regex(LOOPBACK, 'must be an address on this machine').optional(),
    /** On this machine, long work is done in the background of the process itself. */
    PAR_TASKS_IN_PROCESS: z.literal('yes', 'must be yes, or not be there').optional(),
    PAR_URL: z.url('must be the address of the functions themselves').optional(),
  })
  .refine(
    ({ PAR_TASKS_QUEUE, PAR_TASKS_ACCOUNT, PAR_URL }) =>
      [PAR_TASKS_QUEUE, PAR_TASKS_ACCOUNT, PAR_URL].every((value) => value === undefined) ||
      [PAR_TASKS_QUEUE, PAR_TASKS_ACCOUNT, PAR_URL].every((value) => value !== undefined),
    {
      path: ['PAR_TASKS_QUEUE'],
      message: 'needs PAR_TASKS_ACCOUNT and PAR_URL beside it, and they need it: set all three or none',
    },
  )
  .refine(
    ({ PAR_TASKS_IN_PROCESS, PAR_TASKS_QUEUE, PAR_SHEETS_ROOT_URL }) =>
      PAR_TASKS_IN_PROCESS === undefined ||
      (PAR_TASKS_QUEUE === undefined && PAR_SHEETS_ROOT_URL !== undefined),
    {
      path: ['PAR_TASKS_IN_PROCESS'],
      message:
        'is for the local workspace alone, without PAR_TASKS_QUEUE: Cloud Run gives a process no more time once it has answered',
    },
  );

/** The queue for long work: where it is, whom it calls as, and the address that it calls. */
export interface QueueConfig {
  readonly queue: string;
  readonly account: string;
  /** The functions' own address; also the audience of the queue's tokens. */
  readonly url: string;
  readonly rootUrl?: string;
}

export interface Config {
  readonly port: number;
  readonly host?: string;
  readonly sheetsRootUrl?: string;
  readonly serviceAccount: string;
  readonly audiences: readonly string[];
  readonly publishers: readonly string[];
  /** E-mail domains whose people may call; everyone with a share when empty. */
  readonly domains: readonly string[];
  readonly issuerUrl?: string;
  readonly project?: string;
  readonly callsPerMinute: number;
  /** How long a person's call may take before it is ended with an answer that says so, in milliseconds. */
  readonly answerWithinMs: number;
  readonly tasks?: QueueConfig;
  /** True where the process itself does what was put off, after it answered. */
  readonly tasksInProcess?: true;
}

type Environment = z.infer<typeof EnvironmentSchema>;

function queueOf(environment: Environment): QueueConfig | undefined {
  const { PAR_TASKS_QUEUE: queue, PAR_TASKS_ACCOUNT: account, PAR_URL: url } = environment;
  if (queue === undefined || account === undefined || url === undefined) return undefined;
  const { PAR_TASKS_ROOT_URL: rootUrl } = environment;
  return { queue, account: account.toLowerCase(), url, ...(rootUrl === undefined ? {} : { rootUrl }) };
}

/** The only reader of the environment. Says which variable is wrong and what it should hold. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = EnvironmentSchema.safeParse(environment);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${String(issue.path[0] ?? '')}: ${issue.message}`);
    throw new Error(`The environment is not complete. ${wrong.join('; ')}. docs/configuration.md lists it.`);
  }
  const { data } = parsed;
  const tasks = queueOf(data);
  return {
    port: data.PORT,
    serviceAccount: data.PAR_SERVICE_ACCOUNT,
    audiences: data.PAR_AUDIENCES,
    publishers: data.PAR_PUBLISHERS,
    domains: data.PAR_DOMAINS.map((domain) => domain.toLowerCase()),
    callsPerMinute: data.PAR_CALLS_PER_MINUTE,
    answerWithinMs: data.PAR_ANSWER_WITHIN_SECONDS * 1000,
    ...(data.PAR_HOST === undefined ? {} : { host: data.PAR_HOST }),
    ...(data.PAR_SHEETS_ROOT_URL === undefined ? {} : { sheetsRootUrl: data.PAR_SHEETS_ROOT_URL }),
    ...(data.PAR_ISSUER_URL === undefined ? {} : { issuerUrl: data.PAR_ISSUER_URL }),
    ...(data.PAR_PROJECT === undefined ? {} : { project: data.PAR_PROJECT }),
    ...(tasks === undefined ? {} : { tasks }),
    ...(data.PAR_TASKS_IN_PROCESS === undefined ? {} : { tasksInProcess: true }),
  };
}

/** Where Sheets and Drive answer: Google's own address when nothing is said. */
export function addressOf({ sheetsRootUrl }: Config): { readonly rootUrl?: string } {
  return sheetsRootUrl === undefined ? {} : { rootUrl: sheetsRootUrl };
}
