import { randomBytes, randomInt } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AnswerCheck, answerCheck, BREACH_LOG } from './contract/answer-check.ts';
import { uploadSessions } from './drive/upload-sessions.ts';
import { type FaultSwitches, faultSwitches } from './faults/fault-switches.ts';
import { type QuotaLimits, type Quotas, quotas } from './faults/quotas.ts';
import { ironCalculator } from './formulas/calculator.ts';
import type { Service, ValidationSwitch, WebPlace } from './http/call.ts';
import { createStandInServer } from './http/server.ts';
import { type Account, SEEDED_ACCOUNTS, type UnknownTokens } from './identity/accounts.ts';
import { type Issuer, newIssuer } from './identity/issuer.ts';
import type { Sentence } from './messages/sentence.ts';
import type { StoredFile } from './model/drive-file.ts';
import { openFileStore } from './storage/file-store.ts';
import { evaluateArithmetic } from './values/arithmetic.ts';

export interface StandInOptions {
  /** 0 takes a free port. */
  readonly port: number;
  readonly storeDir: string;
  readonly accounts?: readonly Account[];
  readonly unknownTokens?: UnknownTokens;
  /** What a new spreadsheet has when nobody says; Google takes it from the account. */
  readonly defaults?: { readonly locale: string; readonly timeZone: string };
  /** One sentence each about damaged files and unexpected errors. */
  readonly report?: (sentence: Sentence) => void;
  readonly now?: () => Date;
  /** Off when absent. */
  readonly quotas?: QuotaLimits;
  /** Strict validation rules refuse what is written through the API; without it they only refuse people (nobody knows for sure). */
  readonly strictValidation?: boolean;
  /**
   * Holds every answer against Google's contract; one that breaks it becomes a 500 and is reported. For tests of the server
   * itself. On where there is a log of breaches.
   */
  readonly checksAnswers?: boolean;
  /** A file that takes a line for each breach; STAND_IN_BREACH_LOG in the environment names one for all servers of a run. */
  readonly breachLog?: string;
}

export interface StandIn {
  readonly port: number;
  /** What googleapis takes as `rootUrl`. */
  readonly rootUrl: string;
  readonly accounts: readonly Account[];
  readonly faults: FaultSwitches;
  readonly quotas: Quotas;
  readonly validation: ValidationSwitch;
  /** What the addresses of spreadsheets begin with; a page that shows them puts its own. */
  readonly web: WebPlace;
  /** Signs identity tokens of the accounts, for whoever checks them. */
  readonly issuer: Issuer;
  /** A document as it stands, for whoever shares the process: nothing is copied, and every state is immutable. */
  readonly stored: (id: string) => StoredFile | undefined;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const GOOGLE_ORIGIN = 'https://docs.google.com';

export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const report = options.report ?? ((sentence: Sentence) => process.stderr.write(`${sentence.en}\n`));
  const now = options.now ?? (() => new Date());
  const store = await openFileStore({ directory: options.storeDir, report });
  const service: Service = {
    store,
    accounts: options.accounts ?? SEEDED_ACCOUNTS,
    now,
    newId: () => randomInt(1, 2 ** 31 - 1),
    newFileId: () => `1${randomBytes(32).toString('base64url')}`.slice(0, 44),
    evaluator: { evaluate: evaluateArithmetic },
    calculator: ironCalculator(report),
    defaults: options.defaults ?? { locale: 'en_US', timeZone: 'Etc/GMT' },
    validation: { strict: options.strictValidation ?? false },
    web: { origin: GOOGLE_ORIGIN },
    uploads: uploadSessions(),
    checkAnswer: checkOf(options),
  };
  const faults = faultSwitches();
  const limits = quotas(now, options.quotas);
  const unknownTokens = options.unknownTokens ?? 'refuse';
  // The port is known only once the server listens, and the issuer's name is made of it.
  const issuer = newIssuer(() => `http://${LOOPBACK}:${portOf(server)}/`, now);
  const server = createStandInServer({ service, report, unknownTokens, faults, quotas: limits, issuer });
  try {
    await listening(server, options.port);
  } catch (error) {
    await store.close();
    throw error;
  }
  const port = portOf(server);
  return {
    port,
    rootUrl: `http://${LOOPBACK}:${port}/`,
    accounts: service.accounts,
    faults,
    quotas: limits,
    validation: service.validation,
    web: service.web,
    issuer,
    stored: store.get,
    close: async () => {
      await closed(server);
      service.calculator.close();
      await store.close();
    },
  };
}

function checkOf({
  checksAnswers,
  breachLog = process.env[BREACH_LOG],
}: StandInOptions): AnswerCheck | undefined {
  return (checksAnswers ?? breachLog !== undefined) ? answerCheck(breachLog) : undefined;
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((settled, failed) => {
    server.once('error', failed);
    server.listen(port, LOOPBACK, settled);
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** So long a client may still wait for its answer; one that never reads it must not keep the server from ending. */
const GRACE_MILLISECONDS = 5_000;

function closed(server: Server): Promise<void> {
  return new Promise((settled) => {
    const timer = setTimeout(() => server.closeAllConnections(), GRACE_MILLISECONDS);
    server.close(() => {
      clearTimeout(timer);
      settled();
    });
    server.closeIdleConnections();
  });
}
