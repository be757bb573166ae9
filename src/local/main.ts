import { once } from 'node:events';
import type { Bilingual } from '../domain/language.ts';
import { addressLines, WORKSPACE_FAILURES, WORKSPACE_WORDS } from '../domain/messages/workspace-messages.ts';
import { type Arguments, languageOfTerminal, parseArguments } from './arguments.ts';
import { runSamples } from './run-samples.ts';
import { startWorkspace, type Workspace } from './workspace.ts';
import { WorkspaceFailure } from './workspace-failure.ts';

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function whenAskedToStop(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
}

async function work(options: Arguments, workspace: Workspace): Promise<void> {
  const { language } = options;
  await runSamples(options.samples, workspace, language, print);
  print(addressLines(workspace.sheetsUrl, workspace.functionsUrl)[language]);
  if (options.once) return;
  print(WORKSPACE_WORDS.stop[language]);
  await whenAskedToStop();
}

async function run(options: Arguments): Promise<void> {
  const { language } = options;
  if (options.help) {
    print(WORKSPACE_WORDS.help[language]);
    return;
  }
  print(WORKSPACE_WORDS.starting[language]);
  const workspace = await startWorkspace(options);
  try {
    await work(options, workspace);
  } finally {
    await workspace.stop();
  }
}

function sentenceFor(error: unknown): Bilingual {
  if (error instanceof WorkspaceFailure) return error.sentence;
  return WORKSPACE_FAILURES.unexpected(error instanceof Error ? error.message : String(error));
}

async function main(): Promise<void> {
  let language = languageOfTerminal(process.env);
  try {
    const options = parseArguments(process.argv.slice(2), language);
    language = options.language;
    await run(options);
  } catch (error) {
    process.stderr.write(`${sentenceFor(error)[language]}\n`);
    process.exitCode = 1;
  }
}

await main();
