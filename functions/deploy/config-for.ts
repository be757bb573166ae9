import { readFile } from 'node:fs/promises';
import { DEPLOY_FAILURES } from '../../src/domain/messages/deploy-messages.ts';
import type { DeployArguments } from './arguments.ts';
import { type DeployConfig, type KeptConfig, readDeployConfig, readKeptConfig } from './deploy-config.ts';
import { DeployFailure } from './deploy-failure.ts';

/** What the file of an earlier deploy says; undefined when there is none. */
async function readKept(path: string): Promise<KeptConfig | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') return undefined;
    throw new DeployFailure(DEPLOY_FAILURES.unreadable(path, code));
  }
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {
    throw new DeployFailure(DEPLOY_FAILURES.notJson(path));
  }
  const read = readKeptConfig(kept);
  if (!read.ok) throw new DeployFailure(...read.sentences);
  return read.config;
}

interface Wanted {
  readonly option: string;
  readonly added: readonly string[];
  readonly dropped: readonly string[];
}

/** A list as it is to be: what is to be dropped has to be there, whatever case it is written in. */
function merged(kept: readonly string[], { option, added, dropped }: Wanted): readonly string[] {
  const all = [...new Map([...kept, ...added].map((each) => [each.toLowerCase(), each])).values()];
  const gone = new Set(dropped.map((each) => each.toLowerCase()));
  const unknown = dropped.filter((each) => !all.some((one) => one.toLowerCase() === each.toLowerCase()));
  if (unknown.length > 0)
    throw new DeployFailure(...unknown.map((each) => DEPLOY_FAILURES.notKept(option, each)));
  return all.filter((each) => !gone.has(each.toLowerCase()));
}

/** The configuration that the kept file and the command line give together, and whether there was a file. */
export async function configFor(
  given: DeployArguments,
): Promise<{ readonly config: DeployConfig; readonly isNew: boolean }> {
  const found = await readKept(given.config);
  const kept: Partial<KeptConfig> = found ?? {};
  const { project = kept.project, region = kept.region } = given;
  const read = readDeployConfig({
    project,
    ...(region === undefined ? {} : { region }),
    audiences: merged(kept.audiences ?? [], {
      option: '--drop-audience',
      added: given['add-audience'],
      dropped: given['drop-audience'],
    }),
    publishers: merged(kept.publishers ?? [], {
      option: '--drop-publisher',
      added: given['add-publisher'],
      dropped: given['drop-publisher'],
    }),
    domains: merged(kept.domains ?? [], {
      option: '--drop-domain',
      added: given['add-domain'],
      dropped: given['drop-domain'],
    }),
  });
  if (!read.ok) throw new DeployFailure(...read.sentences);
  return { config: read.config, isNew: found === undefined };
}
