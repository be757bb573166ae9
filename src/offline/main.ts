import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Bilingual, Language } from '../domain/language.ts';
import { languageOfCommand } from '../domain/language-of-command.ts';
import { helpPage } from '../domain/messages/offline-help.ts';
import { OFFLINE_FAILURES } from '../domain/messages/offline-messages.ts';
import { OFFLINE_WORDS } from '../domain/messages/offline-words.ts';
import type { Phase } from '../jobs/stopwatch.ts';
import { type Arguments, type CommandName, parseArguments } from './arguments.ts';
import { checkCommand } from './commands/check.ts';
import type { Command, Host } from './commands/command.ts';
import { compareCommand } from './commands/compare.ts';
import { criteriaCommand } from './commands/criteria.ts';
import { explainCommand } from './commands/explain.ts';
import { newYearCommand } from './commands/new-year.ts';
import { recomputeCommand } from './commands/recompute.ts';
import { sampleCommand } from './commands/sample.ts';
import { verifyCommand } from './commands/verify.ts';
import { failureLines } from './failure-lines.ts';
import { EXIT, type ExitCode, OfflineFailure } from './offline-failure.ts';

const RUN: Readonly<Record<CommandName, Command>> = {
  recompute: recomputeCommand,
  check: checkCommand,
  explain: explainCommand,
  compare: compareCommand,
  verify: verifyCommand,
  sample: sampleCommand,
  criteria: criteriaCommand,
  new: newYearCommand,
};

/** Work that takes longer says what it is at, also where nobody watches, such as in the log of a script. */
const LONG_MS = 20_000;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Progress goes to the other stream, so that the answer can be kept in a file. */
function progress(language: Language): (phase: Phase) => void {
  return (phase) => {
    const isWatched = process.stderr.isTTY === true;
    if (isWatched || performance.now() > LONG_MS)
      process.stderr.write(`${OFFLINE_WORDS.phases[language][phase]}\n`);
  };
}

async function run(options: Arguments): Promise<ExitCode> {
  const { command, language, isHelp } = options;
  if (isHelp || command === undefined) {
    print(helpPage(command ?? 'all')[language]);
    return isHelp ? EXIT.fine : EXIT.usage;
  }
  const host: Host = {
    print,
    onPhase: progress(language),
    now: () => new Date(),
    clock: () => performance.now(),
    newRunId: randomUUID,
  };
  return RUN[command](options, host);
}

function failureOf(error: unknown): OfflineFailure {
  if (error instanceof OfflineFailure) return error;
  const sentence: Bilingual = OFFLINE_FAILURES.unexpected(
    error instanceof Error ? error.message : String(error),
  );
  return new OfflineFailure(sentence, EXIT.unexpected);
}

async function main(): Promise<void> {
  const argv = process.argv.slice(2);
  let language = languageOfCommand(argv, process.env);
  try {
    const options = parseArguments(argv, language);
    language = options.language;
    process.exitCode = await run(options);
  } catch (error) {
    const failure = failureOf(error);
    const { exitCode } = failure;
    process.stderr.write(`${failureLines(failure, language).join('\n')}\n`);
    process.exitCode = exitCode;
  }
}

// A reader such as head may close its end early: there is nobody left to print for.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.fine);
});
await main();
