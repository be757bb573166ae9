import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { carryOut, type Execute, shellText } from './carry-out.ts';
import { type DeployConfig, readDeployConfig } from './deploy-config.ts';
import { PROJECT_NUMBER_COMMAND, planDeploy } from './plan.ts';

const USAGE = `usage: npm run deploy -- --project ID [options]

Prints the commands that bring the functions to Google Cloud; with --confirm carries them out.
What is given here is kept in the configuration file when the commands are carried out.

  --project ID          the Google Cloud project
  --region NAME         where the functions run (usual: asia-southeast1)
  --add-audience ID     a client id of a menu script that may call (may be repeated)
  --add-publisher MAIL  a person who may publish (may be repeated)
  --drop-publisher MAIL one who may not any more (may be repeated)
  --add-domain NAME     an e-mail domain whose people may call (may be repeated; none: every domain)
  --config FILE         usual: par-index.deploy.json
  --dry-run             only print; this is the usual way
  --confirm             carry out
`;

/** Something that the administrator can mend; ends in its sentences. */
class DeployFailure extends Error {}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const list = { type: 'string' as const, multiple: true as const, default: [] as string[] };

function readArguments() {
  try {
    return parseArgs({
      options: {
        project: { type: 'string' },
        region: { type: 'string' },
        'add-audience': list,
        'add-publisher': list,
        'drop-publisher': list,
        'add-domain': list,
        config: { type: 'string', default: 'par-index.deploy.json' },
        'dry-run': { type: 'boolean', default: false },
        confirm: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new DeployFailure(`${error instanceof Error ? error.message : String(error)} See --help.`);
  }
}
type Arguments = ReturnType<typeof readArguments>;

async function readKept(path: string): Promise<Record<string, unknown>> {
  const text = await readFile(path, 'utf8').catch(() => '{}');
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new DeployFailure(`${path} is not JSON; correct it or delete it.`);
  }
}

function listIn(kept: unknown): readonly string[] {
  return Array.isArray(kept) ? kept.map(String) : [];
}

function merged(kept: unknown, added: readonly string[], dropped: readonly string[] = []): readonly string[] {
  return [...new Set([...listIn(kept), ...added])].filter((each) => !dropped.includes(each));
}

async function configFor(given: Arguments): Promise<DeployConfig> {
  const kept = await readKept(given.config);
  const { project = kept['project'], region = kept['region'] } = given;
  const read = readDeployConfig({
    project,
    ...(region === undefined ? {} : { region }),
    audiences: merged(kept['audiences'], given['add-audience']),
    publishers: merged(kept['publishers'], given['add-publisher'], given['drop-publisher']),
    domains: merged(kept['domains'], given['add-domain']),
  });
  if (!read.ok) throw new DeployFailure(read.sentences.join('\n'));
  return read.config;
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
    child.once('error', () =>
      reject(new DeployFailure('gcloud is not installed; see https://cloud.google.com/sdk/docs/install.')),
    );
    child.once('close', (code) => resolve({ code: code ?? 1, stdout }));
  });

async function projectNumberOf({ project }: DeployConfig): Promise<string> {
  const { code, stdout } = await execute(PROJECT_NUMBER_COMMAND(project), false);
  if (code !== 0 || !/^\d+$/.test(stdout.trim()))
    throw new DeployFailure(`The project ${project} cannot be read; sign in with gcloud auth login.`);
  return stdout.trim();
}

function printPlan(config: DeployConfig): void {
  print('# Nothing is carried out without --confirm. Commands that would be run:');
  print(shellText(PROJECT_NUMBER_COMMAND(config.project)));
  for (const { title, command, exists, update } of planDeploy(config, 'PROJECT_NUMBER')) {
    print(`# ${title}`);
    if (exists !== undefined)
      print(`# only if this fails: ${shellText(exists)}${update === undefined ? '' : '; else the update'}`);
    print(shellText(command));
    if (update !== undefined) print(shellText(update));
  }
}

async function work(): Promise<void> {
  const given = readArguments();
  if (given.help) {
    print(USAGE.trimEnd());
    return;
  }
  const config = await configFor(given);
  if (!given.confirm || given['dry-run']) {
    printPlan(config);
    return;
  }
  const number = await projectNumberOf(config);
  await writeFile(given.config, `${JSON.stringify(config, null, 2)}\n`);
  const done = await carryOut(planDeploy(config, number), execute, print);
  if (!done.ok)
    throw new DeployFailure(`“${done.title}” failed; correct it, then run the same command again.`);
  print('Done. The menu is connected with: npm run menu:build (docs/deploy/menu.md).');
}

try {
  await work();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
