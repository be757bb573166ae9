import { type JobNote, stateOfJob } from '../src/domain/job-note.ts';
import type { Language } from '../src/domain/language.ts';
import { status as readStatus } from '../src/jobs/status.ts';
import { PHASES } from '../src/jobs/stopwatch.ts';
import { hashOf } from './access/caller.ts';
import { type Jobs, readJob } from './later.ts';
import type { ParFunction } from './par-function.ts';
import type { RunningRun } from './running-runs.ts';
import { type StatusRequest, StatusRequestSchema } from './schemas/requests.ts';

/** The parts of a run in order: a publication is looked into and opened besides. */
const RUN_PHASES = [...PHASES, 'inspect', 'share'] as const;
type RunPhase = (typeof RUN_PHASES)[number];

/** By share of the time of a usual run: most of it is Google's, at both ends. */
const PERCENT: Readonly<Record<RunPhase, number>> = {
  read: 10,
  parse: 40,
  score: 50,
  render: 60,
  write: 75,
  inspect: 85,
  share: 95,
};

/** How long the end of a job is told to those who come back for it. */
const TOLD_FOR_MS = 3_600_000;

export type StatusParts = Pick<Jobs, 'runs' | 'notesOf' | 'now' | 'waiting'>;

interface Reader {
  readonly email: string;
  readonly language: Language;
  readonly now: number;
}

type Shown = Pick<RunningRun, 'runId' | 'phase' | 'units' | 'startedAt' | 'stoppable'> & {
  readonly mine: boolean;
};

function percentOf(phase: string): number {
  const known = RUN_PHASES.find((each) => each === phase);
  return known === undefined ? 0 : PERCENT[known];
}

/** Whoever reads the workbook sees that somebody computes, not who. */
function shown({ startedAt, phase, units, ...run }: Shown, { now }: Reader) {
  const { runId, mine, stoppable } = run;
  const read = units === undefined ? {} : { units };
  const elapsedMs = Math.max(0, now - startedAt);
  return { runId, phase, percent: percentOf(phase), ...read, elapsedMs, mine, stoppable };
}

/** A job of which only the workbook knows here: it waits, or another process carries it out. */
function jobAsRun({ job, by, askedAt, phase, units }: JobNote, { email }: Reader): Shown {
  const read = units === undefined ? {} : { units };
  return { runId: job, phase, ...read, startedAt: askedAt, mine: by === hashOf(email), stoppable: true };
}

function endedJob(note: JobNote, { email, language, now }: Reader) {
  const { job, by, at, askedAt, end } = note;
  if (stateOfJob(note, now) === 'under-way' || now - at > TOLD_FOR_MS) return {};
  const common = { runId: job, elapsedMs: Math.max(0, at - askedAt), mine: by === hashOf(email) };
  if (end === undefined) return { job: { outcome: 'lost', ...common } };
  switch (end.outcome) {
    case 'recomputed': {
      const { movers, ...told } = end;
      return { job: { ...told, ...common, changes: movers } };
    }
    case 'refused': {
      const { outcome, code, languages } = end;
      return { job: { outcome, ...common, code, ...languages[language] } };
    }
    default:
      return { job: { outcome: end.outcome, ...common } };
  }
}

/** What is under way here, and the job of which only the workbook knows. */
function underWay(here: readonly Shown[], job: JobNote | undefined, reader: Reader) {
  const isElsewhere =
    job !== undefined &&
    stateOfJob(job, reader.now) === 'under-way' &&
    here.every(({ runId }) => runId !== job.job);
  const all = [...here, ...(isElsewhere ? [jobAsRun(job, reader)] : [])];
  return all.map((run) => shown(run, reader));
}

/** POST /status: what is under way, what came of work that was put off, whether the results stand, the log. */
export function makeStatus({ runs, notesOf, now, waiting }: StatusParts): ParFunction<StatusRequest> {
  /** The newest job, of which a note on the workbook is read only where this process knows of no run or job. */
  async function knownJob({ spreadsheetId, onlyHere }: StatusRequest): Promise<JobNote | undefined> {
    const here = waiting.get(spreadsheetId);
    return here !== undefined || onlyHere === true ? here : readJob(notesOf(spreadsheetId));
  }

  return {
    name: 'status',
    schema: StatusRequestSchema,
    isRun: false,
    asFor: ({ may }) => may,
    run: async ({ body, by, language, spreadsheet }) => {
      const reader: Reader = { email: by, language, now: now().getTime() };
      const here = runs.of(body.spreadsheetId).map((run) => ({ ...run, mine: run.by === by }));
      if (body.brief === true) {
        const known = here.length > 0 ? undefined : await knownJob(body);
        return { status: 200, body: { running: underWay(here, known, reader) } };
      }
      const { job, ...report } = await readStatus(spreadsheet);
      const ended = job === undefined ? {} : endedJob(job, reader);
      const { left } = spreadsheet.cost();
      const quota = left === undefined ? {} : { left };
      return { status: 200, body: { ...report, running: underWay(here, job, reader), ...ended, ...quota } };
    },
  };
}
