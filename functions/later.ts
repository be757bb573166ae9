import {
  JOB_NOTE_ID,
  type JobEnd,
  type JobNote,
  jobMetadata,
  type Mover,
  parseJobNote,
  RefusedEndSchema,
  stateOfJob,
} from '../src/domain/job-note.ts';
import { type JobProgress, makeJobProgress } from '../src/jobs/job-progress.ts';
import type { UnitChange } from '../src/jobs/preview-changes.ts';
import type { NotePort } from '../src/sheets/spreadsheet-port.ts';
import type { TaskQueue } from '../src/sheets/task-queue.ts';
import { hashOf } from './access/caller.ts';
import type { Answer } from './answer.ts';
import { failureAnswer } from './failure-answer.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import type { FunctionCall } from './par-function.ts';
import { WORTH_REPEATING } from './perform.ts';
import type { RunningRuns } from './running-runs.ts';
import type { RecomputeRequest } from './schemas/requests.ts';

/** The jobs of workbooks: what is noted of them is read and decided on one after the other. */
export interface Jobs {
  readonly notesOf: (spreadsheetId: string) => NotePort;
  readonly oneAtATime: OneAtATime;
  readonly runs: RunningRuns;
  readonly now: () => Date;
  readonly newJobId: () => string;
  /** The jobs that this process is carrying out, by id. */
  readonly inHand: Map<string, Promise<Answer>>;
  /** The jobs that this process put into the queue and that wait there, by workbook. */
  readonly waiting: Map<string, JobNote>;
  /** The account that computes, as error sentences name it. */
  readonly serviceAccount: string;
}

type Call = FunctionCall<RecomputeRequest>;

/** Movers kept for the person who asked: more are not named in one line. */
const MOVERS_KEPT = 3;

/** What is noted on a workbook of its newest job. */
export async function readJob(notes: NotePort): Promise<JobNote | undefined> {
  return parseJobNote(await notes.readNote(JOB_NOTE_ID));
}

/**
 * Puts a recompute into the queue, and says so on the workbook first. A click while one is waiting or under way asks
 * for the same thing, so it is told of that one: entries typed meanwhile are noticed by the run itself (docs/adr/0046).
 */
export function putOff(jobs: Jobs, queue: TaskQueue, call: Call): Promise<Answer> {
  const { by } = call;
  const { spreadsheetId } = call.body;
  const notes = jobs.notesOf(spreadsheetId);
  return jobs.oneAtATime(spreadsheetId, async () => {
    const standing = await readJob(notes);
    const at = jobs.now().getTime();
    if (standing !== undefined && stateOfJob(standing, at) === 'under-way')
      return { status: 202, body: { outcome: 'already-queued', runId: standing.job } };
    const job = jobs.newJobId();
    const note: JobNote = { job, by: hashOf(by), askedAt: at, at, phase: 'queued' };
    await notes.writeNote(jobMetadata(note));
    try {
      const asked = { spreadsheetId, onBehalfOf: by, job };
      jobs.waiting.set(spreadsheetId, note);
      await queue.enqueue({ name: `recompute-${job}`, functionName: 'recompute', body: asked });
    } catch (error) {
      jobs.waiting.delete(spreadsheetId);
      await notes.writeNote(jobMetadata({ ...note, end: { outcome: 'not-queued' } }));
      throw error;
    }
    return { status: 202, body: { outcome: 'queued', runId: job } };
  });
}

/** The note with which a job begins; undefined when it is over already, or when a newer one took its place. */
function begin(jobs: Jobs, call: Call, job: string): Promise<JobNote | undefined> {
  const { spreadsheetId } = call.body;
  const notes = jobs.notesOf(spreadsheetId);
  return jobs.oneAtATime(spreadsheetId, async () => {
    const standing = await readJob(notes);
    if (standing !== undefined && (standing.job !== job || standing.end !== undefined)) return undefined;
    const at = jobs.now().getTime();
    const note: JobNote = {
      job,
      by: hashOf(call.by),
      askedAt: standing?.askedAt ?? at,
      at,
      phase: 'read',
    };
    await notes.writeNote(jobMetadata(note));
    return note;
  });
}

/** What a refusal comes to; undefined when the queue will deliver the job again. */
function endOfRefusal({ runs }: Jobs, { runId }: Call, { status, body }: Answer): JobEnd | undefined {
  if (runs.isCancelled(runId)) return { outcome: 'cancelled' };
  const refused = RefusedEndSchema.parse(body);
  // The delivery was broken off, but nobody asked for that.
  if (WORTH_REPEATING.has(status) || refused.code === 'cancelled') return undefined;
  return { outcome: 'refused', ...refused };
}

type Work = (progress: JobProgress) => Promise<{ readonly answer: Answer; readonly end?: JobEnd }>;

function alreadyDone({ runId }: Call): Answer {
  return { status: 202, body: { outcome: 'already-done', runId } };
}

/**
 * Carries out a job that the queue delivered, and notes on the workbook how far it is. Delivered twice it is done
 * once; a job that somebody cancelled while it waited is not done at all. A delivery that comes while another one is
 * at work waits for it: the queue forgets a job at its first good answer, and the work may still come to nothing.
 */
export async function carryOutJob(jobs: Jobs, call: Call, work: Work): Promise<Answer> {
  const { runId } = call;
  const other = jobs.inHand.get(runId);
  if (other !== undefined) {
    const answer = await other;
    return answer.status < 300 ? alreadyDone(call) : answer;
  }
  const mine = carryOutOnce(jobs, call, work);
  jobs.inHand.set(runId, mine);
  try {
    return await mine;
  } finally {
    jobs.inHand.delete(runId);
  }
}

async function carryOutOnce(jobs: Jobs, call: Call, work: Work): Promise<Answer> {
  jobs.waiting.delete(call.body.spreadsheetId);
  const { runId, language, body } = call;
  const begun = await begin(jobs, call, runId);
  if (begun === undefined) return alreadyDone(call);
  const progress = makeJobProgress(jobs.notesOf(body.spreadsheetId), jobs.now, begun);
  try {
    const { answer, end } = await work(progress);
    await progress.end(end ?? endOfRefusal(jobs, call, answer));
    return answer;
  } catch (error) {
    const answer = failureAnswer(error, { language, runId, serviceAccount: jobs.serviceAccount });
    await progress.end(endOfRefusal(jobs, call, answer));
    throw error;
  }
}

/** Ends a job that waits for its turn; 1 when there was one that no run in this process had taken up. */
export function cancelWaiting(jobs: Jobs, spreadsheetId: string, runId: string | undefined): Promise<number> {
  const notes = jobs.notesOf(spreadsheetId);
  return jobs.oneAtATime(spreadsheetId, async () => {
    const asked = jobs.runs.cancel(spreadsheetId, runId);
    const standing = await readJob(notes);
    const at = jobs.now().getTime();
    if (standing === undefined || stateOfJob(standing, at) !== 'under-way') return asked;
    const { job } = standing;
    if (jobs.runs.isCancelled(job) || (runId !== undefined && runId !== job)) return asked;
    jobs.waiting.delete(spreadsheetId);
    await notes.writeNote(jobMetadata({ ...standing, at, end: { outcome: 'cancelled' } }));
    return asked + 1;
  });
}

function climbOf({ rank: { before, after } }: Mover): number {
  return Math.abs(before - after);
}

/** The units whose rank moved most, largest moves first. */
export function largestMoves(changes: readonly Pick<UnitChange, 'unitName' | 'rank'>[]): readonly Mover[] {
  return changes
    .flatMap(({ unitName, rank: { before, after } }): readonly Mover[] =>
      before === undefined || after === undefined || before === after
        ? []
        : [{ unitName, rank: { before, after } }],
    )
    .toSorted((a, b) => climbOf(b) - climbOf(a))
    .slice(0, MOVERS_KEPT);
}
