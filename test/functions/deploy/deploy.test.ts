import { execFile } from 'node:child_process';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../../functions/config.ts';
import { readDeployConfig } from '../../../functions/deploy/deploy-config.ts';
import { environmentOf } from '../../../functions/deploy/plan.ts';
import { GOOGLE_LIMITS } from '../../../src/sheets/traffic.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const ROOT = join(import.meta.dirname, '../../..');
const CLIENT = '1-abc.apps.googleusercontent.com';
const ARGUMENTS = [
  '--project',
  'par-index-tinh',
  '--add-audience',
  CLIENT,
  '--add-publisher',
  'Sep@tinh.gov.vn',
];

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function deploy(args: readonly string[], path = ''): Promise<Ended> {
  const command = ['--import', 'tsx', 'functions/deploy/main.ts', ...args];
  const env = { PATH: `${path}:${process.env['PATH']}` };
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: ROOT, env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

/** A gcloud that writes down what it was asked, and remembers what was created. */
const FAKE_GCLOUD = `#!/usr/bin/env node
const fs = require('node:fs');
const words = process.argv.slice(2);
const folder = __dirname;
fs.appendFileSync(folder + '/asked.jsonl', JSON.stringify(words) + '\\n');
if (words[0] === 'projects') process.stdout.write('123456789\\n');
const isQueue = words[0] === 'tasks';
const name = (word) => folder + '/made-' + (isQueue ? 'queue-' : 'account-') + word.replace(/@.*/, '');
if (words[2] === 'describe') process.exit(fs.existsSync(name(words[3])) ? 0 : 1);
if (words[2] === 'create') fs.writeFileSync(name(words[3]), '');
`;

async function fakeGcloud(): Promise<{ folder: string; asked: () => Promise<readonly string[][]> }> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'gcloud'), FAKE_GCLOUD);
  await chmod(join(folder, 'gcloud'), 0o755);
  return {
    folder,
    asked: async () => {
      const lines = (await readFile(join(folder, 'asked.jsonl'), 'utf8')).trim().split('\n');
      await writeFile(join(folder, 'asked.jsonl'), '');
      return lines.map((line) => JSON.parse(line) as string[]);
    },
  };
}

/** The words of a command line as a shell takes them. */
function words(line: string): readonly string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

test('without --confirm the commands are printed, every one of gcloud, and nothing is run or kept', async () => {
  const folder = await temporaryFolder();
  const config = join(folder, 'deploy.json');
  const { code, stdout, stderr } = await deploy([...ARGUMENTS, '--dry-run', '--config', config]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const commands = stdout
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(words);
  expect(commands.map(([program]) => program)).toEqual(commands.map(() => 'gcloud'));
  expect(commands.map((command) => command.slice(1, 4).join(' '))).toEqual([
    'projects describe par-index-tinh',
    'services enable run.googleapis.com',
    'iam service-accounts create',
    'iam service-accounts create',
    'tasks queues create',
    'tasks queues update',
    'tasks queues add-iam-policy-binding',
    'iam service-accounts add-iam-policy-binding',
    'run deploy par-index',
  ]);
  const rate = Number(/--max-dispatches-per-second=([\d.]+)/.exec(stdout)?.[1]);
  // Four reads a recompute: within the reads of a minute, and not far below.
  expect([rate * 60 * 4 <= GOOGLE_LIMITS.read, rate * 60 * 4 > GOOGLE_LIMITS.read * 0.9]).toEqual([
    true,
    true,
  ]);
  expect(stdout).not.toMatch(/private_key|--key-file|keys create|roles\/(owner|editor)|projects add-iam/);
  await expect(readFile(config)).rejects.toThrow('ENOENT');
});

test('what the deploy sets is an environment that the functions take', () => {
  const read = readDeployConfig({
    project: 'par-index-tinh',
    audiences: [CLIENT],
    publishers: ['Sep@tinh.gov.vn'],
  });
  if (!read.ok) throw new Error(read.sentences.map(({ en }) => en).join());
  expect(readConfig(environmentOf(read.config, '123456789'))).toEqual({
    port: 8080,
    project: 'par-index-tinh',
    serviceAccount: 'par-index@par-index-tinh.iam.gserviceaccount.com',
    audiences: [CLIENT],
    publishers: ['sep@tinh.gov.vn'],
    domains: [],
    callsPerMinute: 30,
    answerWithinMs: 55_000,
    tasks: {
      queue: 'projects/par-index-tinh/locations/asia-southeast1/queues/par-index',
      account: 'par-index-queue@par-index-tinh.iam.gserviceaccount.com',
      url: 'https://par-index-123456789.asia-southeast1.run.app/',
    },
  });
});

test('carried out twice, the second time creates nothing; a client id is added to those that are kept', async () => {
  const gcloud = await fakeGcloud();
  const config = join(gcloud.folder, 'deploy.json');
  expect(await deploy([...ARGUMENTS, '--confirm', '--config', config], gcloud.folder)).toMatchObject({
    code: 0,
  });
  const first = await gcloud.asked();
  expect(first.filter((command) => command[2] === 'create')).toHaveLength(3);
  const more = ['--add-audience', '2-def.apps.googleusercontent.com'];
  expect(await deploy([...more, '--confirm', '--config', config], gcloud.folder)).toMatchObject({ code: 0 });
  const second = await gcloud.asked();
  expect(second.filter((command) => command[2] === 'create')).toEqual([]);
  const environment = second.at(-1)?.find((word) => word.startsWith('^;^')) ?? '';
  expect(environment.split(';')).toContain(`PAR_AUDIENCES=${CLIENT},2-def.apps.googleusercontent.com`);
  expect(environment.split(';')).toContain('PAR_PUBLISHERS=sep@tinh.gov.vn');
});

test('a configuration with mistakes ends in one sentence for each of them, which names the option to give', async () => {
  const { code, stderr } = await deploy([
    '--project',
    'X',
    '--add-publisher',
    'nobody',
    '--config',
    '/nowhere',
  ]);
  expect(code).toBe(1);
  expect(stderr.trim().split('\n')).toEqual([
    '--project ID is needed: the id of the Google Cloud project, such as --project par-index-tinh.',
    '--add-audience ID is needed: the client id of one menu script or more, each ending in .apps.googleusercontent.com (docs/deploy/menu.md says where it stands).',
    '--add-publisher MAIL must be an e-mail address.',
  ]);
});

async function keptFile(kept: unknown): Promise<string> {
  const path = join(await temporaryFolder(), 'deploy.json');
  await writeFile(path, typeof kept === 'string' ? kept : JSON.stringify(kept));
  return path;
}

const KEPT = {
  project: 'par-index-tinh',
  audiences: [CLIENT],
  publishers: ['sep@tinh.gov.vn', 'chi.nguyen@tinh.gov.vn'],
  domains: ['tinh.gov.vn'],
};

test('a publisher is dropped however the address is written; one who is not there is told, in the language asked for', async () => {
  const config = await keptFile(KEPT);
  const dropped = await deploy(['--config', config, '--drop-publisher', 'Chi.Nguyen@tinh.gov.vn']);
  expect({ ...dropped, stdout: /PAR_PUBLISHERS=([^;']*)/.exec(dropped.stdout)?.[1] }).toEqual({
    code: 0,
    stdout: 'sep@tinh.gov.vn',
    stderr: '',
  });
  const unknown = ['--config', config, '--drop-domain', 'tinh.vn', '--language', 'vi'];
  expect(await deploy(unknown)).toEqual({
    code: 1,
    stdout: '',
    stderr: '--drop-domain tinh.vn: không có trong cấu hình, nên không bỏ được gì; hãy kiểm tra cách viết.\n',
  });
});

test.each([
  [{ ...KEPT, domains: 'tinh.gov.vn' }, 'domains: must be a list of domain names, such as tinh.gov.vn.'],
  [{ ...KEPT, domain: ['tinh.gov.vn'] }, 'The configuration has no setting domain.'],
  [null, 'The configuration must be a JSON object, such as {"project": "…"}.'],
  ['{', 'deploy.json is not JSON; correct it or delete it.'],
])('a kept file %j deploys nothing and says why', async (kept, sentence) => {
  const gcloud = await fakeGcloud();
  const ended = await deploy(['--config', await keptFile(kept), '--confirm'], gcloud.folder);
  expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code: 1, stdout: '' });
  expect(ended.stderr.trim().endsWith(sentence)).toBe(true);
});

test('a file that cannot be read deploys nothing, one that is not there yet is told', async () => {
  const folder = await temporaryFolder();
  const unreadable = await deploy(['--config', folder, '--language', 'en']);
  expect(unreadable).toEqual({
    code: 1,
    stdout: '',
    stderr: `${folder} cannot be read (EISDIR); check the path and the right to read it.\n`,
  });
  const { stdout } = await deploy([...ARGUMENTS, '--config', join(folder, 'new.json')]);
  expect(stdout.split('\n')[0]).toContain('new.json yet: only what the command line says counts');
});

test.each([
  ['vi', 'Cách dùng: npm run deploy'],
  ['en', 'usage: npm run deploy'],
])('--help in %s names every option that the command takes', async (language, beginning) => {
  const { code, stdout } = await deploy(['--help', '--language', language]);
  expect([code, stdout.startsWith(beginning)]).toEqual([0, true]);
  const named = [...stdout.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, option]) => option);
  const source = await readFile(join(ROOT, 'functions/deploy/arguments.ts'), 'utf8');
  const taken = [...source.matchAll(/^ {8}'?([a-z-]+)'?: (?:list|\{)/gm)].map(([, option]) => option);
  expect(named).toEqual(taken);
});
