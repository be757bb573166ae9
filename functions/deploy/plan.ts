import type { Bilingual } from '../../src/domain/language.ts';
import { DEPLOY_STEPS } from '../../src/domain/messages/deploy-messages.ts';
import { GOOGLE_LIMITS } from '../../src/sheets/traffic.ts';
import type { DeployConfig } from './deploy-config.ts';

/** One command of gcloud, and when it is needed. */
export interface Step {
  readonly title: Bilingual;
  readonly command: readonly string[];
  /** Succeeds when the thing is there already: then `update` is run instead, or nothing. */
  readonly exists?: readonly string[];
  readonly update?: readonly string[];
}

const SERVICE = 'par-index';
const QUEUE = 'par-index';
const QUEUE_ACCOUNT = 'par-index-queue';

/** Of a recompute from the queue: the note about it, the structure, the cells, and the cells once more after the commit. */
const READS_PER_JOB = 4;
/** As many as one account's quota of reads allows (docs/adr/0043). */
const DISPATCHES_PER_SECOND = String(Math.floor((GOOGLE_LIMITS.read / 60 / READS_PER_JOB) * 100) / 100);

const APIS = ['run', 'cloudbuild', 'artifactregistry', 'sheets', 'drive', 'cloudtasks'];

function accountEmail(name: string, project: string): string {
  return `${name}@${project}.iam.gserviceaccount.com`;
}

/** The address that Cloud Run gives a service: known before it is deployed. */
function serviceUrl({ region }: DeployConfig, projectNumber: string): string {
  return `https://${SERVICE}-${projectNumber}.${region}.run.app/`;
}

function accountStep(name: string, title: Bilingual, { project }: DeployConfig): Step {
  const common = ['--project', project];
  const accounts = ['gcloud', 'iam', 'service-accounts'];
  return {
    title,
    exists: [...accounts, 'describe', accountEmail(name, project), ...common],
    command: [...accounts, 'create', name, '--display-name', 'PAR Index', ...common],
  };
}

function queueStep({ project, region }: DeployConfig): Step {
  const queues = ['gcloud', 'tasks', 'queues'];
  const common = ['--location', region, '--project', project];
  const rates = [
    `--max-dispatches-per-second=${DISPATCHES_PER_SECOND}`,
    '--max-concurrent-dispatches=2',
    '--max-attempts=8',
    '--min-backoff=10s',
    '--max-backoff=120s',
  ];
  return {
    title: DEPLOY_STEPS.queue,
    exists: [...queues, 'describe', QUEUE, ...common],
    command: [...queues, 'create', QUEUE, ...rates, ...common],
    update: [...queues, 'update', QUEUE, ...rates, ...common],
  };
}

/** The functions' account may put work into this queue and let it call in its name, and nothing else in the project. */
function rightsSteps({ project, region }: DeployConfig): readonly Step[] {
  const member = ['--member', `serviceAccount:${accountEmail(SERVICE, project)}`];
  return [
    {
      title: DEPLOY_STEPS.enqueue,
      command: [
        ...['gcloud', 'tasks', 'queues', 'add-iam-policy-binding', QUEUE, ...member],
        ...['--role', 'roles/cloudtasks.enqueuer', '--location', region, '--project', project],
      ],
    },
    {
      title: DEPLOY_STEPS.actAs,
      command: [
        ...['gcloud', 'iam', 'service-accounts', 'add-iam-policy-binding'],
        ...[accountEmail(QUEUE_ACCOUNT, project), ...member],
        ...['--role', 'roles/iam.serviceAccountUser', '--project', project],
      ],
    },
  ];
}

/** The environment of the functions (docs/configuration.md): no secret is among it. */
export function environmentOf(config: DeployConfig, projectNumber: string): Readonly<Record<string, string>> {
  const { project, region, audiences, publishers, domains } = config;
  return {
    PAR_PROJECT: project,
    PAR_SERVICE_ACCOUNT: accountEmail(SERVICE, project),
    PAR_AUDIENCES: audiences.join(','),
    PAR_PUBLISHERS: publishers.join(','),
    PAR_DOMAINS: domains.join(','),
    PAR_TASKS_QUEUE: `projects/${project}/locations/${region}/queues/${QUEUE}`,
    PAR_TASKS_ACCOUNT: accountEmail(QUEUE_ACCOUNT, project),
    PAR_URL: serviceUrl(config, projectNumber),
  };
}

/** MiB of heap: the rest of the 512 is for code, buffers and young objects (docs/adr/0047). */
export const HEAP = 352;

function serviceStep(config: DeployConfig, projectNumber: string): Step {
  const { project, region } = config;
  const environment = Object.entries(environmentOf(config, projectNumber))
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${value}`)
    .join(';');
  return {
    title: DEPLOY_STEPS.service,
    command: [
      ...['gcloud', 'run', 'deploy', SERVICE, '--source', 'dist/functions', '--allow-unauthenticated'],
      ...['--service-account', accountEmail(SERVICE, project)],
      ...['--cpu', '1', '--memory', '512Mi', '--timeout', '600'],
      // One process: rates, shares and runs under way are known in it (docs/adr/0043).
      ...['--min-instances', '0', '--max-instances', '1', '--concurrency', '20'],
      // ^;^ makes the semicolon the separator, because lists hold commas.
      ...[
        '--set-env-vars',
        `^;^NODE_ENV=production;NODE_OPTIONS=--max-old-space-size=${HEAP};${environment}`,
      ],
      ...['--region', region, '--project', project, '--quiet'],
    ],
  };
}

/** Everything that an empty project needs, in order. Carried out twice, the second time changes nothing. */
export function planDeploy(config: DeployConfig, projectNumber: string): readonly Step[] {
  const { project } = config;
  const services = APIS.map((api) => `${api}.googleapis.com`);
  return [
    {
      title: DEPLOY_STEPS.interfaces,
      command: ['gcloud', 'services', 'enable', ...services, '--project', project],
    },
    accountStep(SERVICE, DEPLOY_STEPS.account, config),
    accountStep(QUEUE_ACCOUNT, DEPLOY_STEPS.queueAccount, config),
    queueStep(config),
    ...rightsSteps(config),
    serviceStep(config, projectNumber),
  ];
}

export const PROJECT_NUMBER_COMMAND = (project: string): readonly string[] => [
  'gcloud',
  'projects',
  'describe',
  project,
  '--format=value(projectNumber)',
];
