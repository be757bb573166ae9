import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import type { Bilingual } from '../../src/domain/language.ts';
import { languageOfCommand } from '../../src/domain/language-of-command.ts';
import { DEPLOY_COMMAND, DEPLOY_FAILURES } from '../../src/domain/messages/deploy-messages.ts';
import { parseArguments } from './arguments.ts';
import { carryOut, type Execute, shellText } from './carry-out.ts';
import { configFor } from './config-for.ts';
import type { DeployConfig } from './deploy-config.ts';
import { DeployFailure } from './deploy-failure.ts';
import { PROJECT_NUMBER_COMMAND, planDeploy } from './plan.ts';

const argv = process.argv.slice(2);
const language = languageOfCommand(argv, process.env);

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function say(sentence: Bilingual): void {
  print(sentence[language]);
}

const execute: Execute = (command, shown) =>
  new Promise((resolve, reject) => {
    const [program = '', ...words] = command;
    if (shown) print(`$ ${shellText(command)}`);
    const child = spawn(program, words, { stdio: ['inherit', 'pipe', shown ? 'inherit' : 'ignore'] });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.once('error', () => reject(new DeployFailure(DEPLOY_FAILURES.noGcloud)));
    child.once('close', (code) => resolve({ code: code ?? 1, stdout }));
  });

async function projectNumberOf({ project }: DeployConfig): Promise<string> {
  const { code, stdout } = await execute(PROJECT_NUMBER_COMMAND(project), false);
  if (code !== 0 || !/^\d+$/.test(stdout.trim())) throw new DeployFailure(DEPLOY_FAILURES.noProject(project));
  return stdout.trim();
}

function printPlan(config: DeployConfig): void {
  say(DEPLOY_COMMAND.nothingRun);
  print(shellText(PROJECT_NUMBER_COMMAND(config.project)));
  for (const { title, command, exists, update } of planDeploy(config, 'PROJECT_NUMBER')) {
    print(`# ${title[language]}`);
    const more = update === undefined ? '' : DEPLOY_COMMAND.elseUpdate[language];
    if (exists !== undefined) print(`${DEPLOY_COMMAND.onlyIfMissing(shellText(exists))[language]}${more}`);
    print(shellText(command));
    if (update !== undefined) print(shellText(update));
  }
}

async function work(): Promise<void> {
  const given = parseArguments(argv);
  if (given.help) {
    say(DEPLOY_COMMAND.help);
    return;
  }
  const { config, isNew } = await configFor(given);
  if (isNew) say(DEPLOY_COMMAND.newConfig(given.config));
  if (!given.confirm || given['dry-run']) {
    printPlan(config);
    return;
  }
  const number = await projectNumberOf(config);
  await writeFile(given.config, `${JSON.stringify(config, null, 2)}\n`);
  const done = await carryOut(planDeploy(config, number), execute, say);
  if (!done.ok) throw new DeployFailure(DEPLOY_FAILURES.failed(done.title));
  say(DEPLOY_COMMAND.done);
}

try {
  await work();
} catch (error) {
  if (!(error instanceof DeployFailure)) throw error;
  process.stderr.write(`${error.sentences.map((sentence) => sentence[language]).join('\n')}\n`);
  process.exitCode = 1;
}
