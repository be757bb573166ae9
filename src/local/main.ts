import type { Bilingual } from '../domain/language.ts';
import { languageOfCommand } from '../domain/language-of-command.ts';
import {
  addressLines,
  exampleLines,
  pageLine,
  WORKSPACE_FAILURES,
  WORKSPACE_WORDS,
} from '../domain/messages/workspace-messages.ts';
import { type Arguments, parseArguments } from './arguments.ts';
import { findExampleMark } from './example-mark.ts';
import { checkPagePort } from './page-port.ts';
import { runSamples } from './run-samples.ts';
import { whenAskedToStop } from './when-asked-to-stop.ts';
import { startWorkspace, type Workspace } from './workspace.ts';
import { WorkspaceFailure } from './workspace-failure.ts';

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Computes and prints the samples; then, unless once is enough, says how to go on and keeps serving. */
async function work(options: Arguments, workspace: Workspace, stop: Promise<void>): Promise<boolean> {
  const { language } = options;
  const samples = await runSamples(options.samples, { workspace, language, print });
  const isComplete = samples.every(({ computed }) => computed);
  const [first] = samples;
  if (options.once || first === undefined) return isComplete;
  print(addressLines(workspace.sheetsUrl, workspace.functionsUrl)[language]);
  const { editor } = workspace.people;
  const example = exampleLines({
    sheetsUrl: workspace.sheetsUrl,
    functionsUrl: workspace.functionsUrl,
    spreadsheetId: first.spreadsheetId,
    accessToken: editor.token,
    identityToken: workspace.identityToken(editor.email),
    mark: await findExampleMark(workspace, first.spreadsheetId),
  });
  print(example[language]);
  // Fetched only now: who wants the numbers once needs no page.
  const { openPage } = await import('./open-page.ts');
  const page = await openPage(options, workspace, print);
  try {
    print(WORKSPACE_WORDS.stop[language]);
    print(pageLine(page.url)[language]);
    await stop;
  } finally {
    await page.stop();
  }
  return true;
}

/** The exit code: 0 when everything that was asked for was done. */
async function run(options: Arguments): Promise<number> {
  const { language } = options;
  if (options.help) {
    print(WORKSPACE_WORDS.help[language]);
    return 0;
  }
  if (!options.once) await checkPagePort(options);
  print(WORKSPACE_WORDS.starting[language]);
  const stop = whenAskedToStop();
  const report = (sentence: Bilingual): void => void process.stderr.write(`${sentence[language]}\n`);
  const workspace = await startWorkspace({ ...options, report });
  try {
    const stopped = stop.then(() => true);
    const done = await Promise.race([work(options, workspace, stop), stopped, workspace.lost]);
    return done ? 0 : 1;
  } finally {
    await workspace.stop();
  }
}

function sentenceFor(error: unknown): Bilingual {
  if (error instanceof WorkspaceFailure) return error.sentence;
  return WORKSPACE_FAILURES.unexpected(error instanceof Error ? error.message : String(error));
}

async function main(): Promise<number> {
  const argv = process.argv.slice(2);
  const language = languageOfCommand(argv, process.env);
  try {
    return await run(parseArguments(argv, language, process.env));
  } catch (error) {
    process.stderr.write(`${sentenceFor(error)[language]}\n`);
    return 1;
  }
}

// A reader such as head may close its end early: there is nobody left to print for.
process.stdout.on('error', () => process.exit(0));
process.exit(await main());
