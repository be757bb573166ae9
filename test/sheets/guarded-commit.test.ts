import { expect, test } from 'vitest';
import type { CallProblem, CallResult } from '../../src/sheets/call-result.ts';
import { commitOnce } from '../../src/sheets/guarded-commit.ts';
import { makeFakeClock } from './fake-clock.ts';

/** What happens to one try: whether Google applies it, and what the caller gets to hear. */
type Fate =
  | 'answered'
  | 'lost-before'
  | 'lost-after'
  | 'rate-limited'
  | 'refused'
  | 'overtaken'
  | 'applied-late';

const lost: CallProblem = { failure: { kind: 'unavailable' }, transient: true, applied: 'unknown' };
const limited: CallProblem = {
  failure: { kind: 'rate-limited', quota: 'writes' },
  transient: true,
  applied: 'no',
};
const refused: CallProblem = {
  failure: { kind: 'bad-request', detail: 'no' },
  transient: false,
  applied: 'no',
};

/** A Google in miniature: one place for the version's holder, and a count of how often our batch was applied. */
function aGoogle(fates: readonly Fate[], readable = true) {
  const state = { holder: null as string | null, applied: 0, sent: 0, lookups: 0 };
  let late = false;
  const apply = (): boolean => {
    if (state.holder !== null) return false;
    state.holder = 'our-run';
    state.applied += 1;
    return true;
  };
  const fail = (problem: CallProblem) => Promise.resolve({ ok: false, problem } as const);
  const meet = (fate: Fate): Promise<CallResult<null>> => {
    switch (fate) {
      case 'lost-before':
        return fail(lost);
      case 'rate-limited':
        return fail(limited);
      case 'refused':
        return fail(refused);
      case 'overtaken':
        state.holder = 'other-run';
        return fail(refused);
      case 'applied-late':
        late = true;
        return fail(lost);
      case 'lost-after':
        apply();
        return fail(lost);
      case 'answered':
        return apply() ? Promise.resolve({ ok: true, value: null }) : fail(refused);
    }
  };
  const send = (): Promise<CallResult<null>> => {
    if (late) apply();
    state.sent += 1;
    return meet(fates[state.sent - 1] ?? 'answered');
  };
  const readHolder = (): Promise<CallResult<string | null>> => {
    state.lookups += 1;
    return Promise.resolve(readable ? { ok: true, value: state.holder } : { ok: false, problem: lost });
  };
  const isNext = (): Promise<CallResult<boolean>> => Promise.resolve({ ok: true, value: true });
  return { state, calls: { isNext, send, readHolder } };
}

async function commitAt(google: ReturnType<typeof aGoogle>, maxTries = 4): Promise<string> {
  const clock = makeFakeClock();
  const patience = { clock, random: () => 0.5, maxTries };
  const commit = { version: 7, runId: 'our-run', calls: google.calls, patience, onRetry: () => undefined };
  try {
    const outcome = await commitOnce(commit);
    return `${outcome.kind} ${outcome.version}`;
  } catch (error) {
    return String((error as Error).message);
  }
}

test.each<{ name: string; fates: Fate[]; outcome: string; applied: number; sent: number }>([
  { name: 'answered at once', fates: [], outcome: 'committed 7', applied: 1, sent: 1 },
  { name: '503 before it is applied', fates: ['lost-before'], outcome: 'committed 7', applied: 1, sent: 2 },
  { name: '503 after it was applied', fates: ['lost-after'], outcome: 'committed 7', applied: 1, sent: 1 },
  {
    name: 'applied while the second try is under way',
    fates: ['applied-late', 'answered'],
    outcome: 'committed 7',
    applied: 1,
    sent: 2,
  },
  { name: 'the quota used up', fates: ['rate-limited'], outcome: 'committed 7', applied: 1, sent: 2 },
  { name: 'another run first', fates: ['overtaken'], outcome: 'superseded 7', applied: 0, sent: 1 },
  {
    name: 'another run between two tries',
    fates: ['lost-before', 'overtaken'],
    outcome: 'superseded 7',
    applied: 0,
    sent: 2,
  },
  { name: 'refused for another reason', fates: ['refused'], outcome: 'bad-request', applied: 0, sent: 1 },
  {
    name: 'refused while an earlier try may still be applied',
    fates: ['lost-before', 'refused'],
    outcome: 'unknown-outcome',
    applied: 0,
    sent: 2,
  },
  {
    name: 'never an answer',
    fates: ['lost-before', 'lost-before', 'lost-before', 'lost-before'],
    outcome: 'unknown-outcome',
    applied: 0,
    sent: 4,
  },
])('a commit is applied at most once and told as it is: $name', async ({ fates, outcome, applied, sent }) => {
  const google = aGoogle(fates);
  const told = await commitAt(google);
  expect({ told, applied: google.state.applied, sent: google.state.sent }).toEqual({
    told: outcome,
    applied,
    sent,
  });
});

test('a commit that Google confirmed stands although its version cannot be read back', async () => {
  expect(await commitAt(aGoogle([], false))).toBe('committed 7');
});

test('a lost answer that cannot be learnt is told as unknown, and nothing is sent again', async () => {
  const google = aGoogle(['lost-after'], false);
  expect([await commitAt(google), google.state.sent]).toEqual(['unknown-outcome', 1]);
});

test('a guard that is read late is looked for again before the outcome is told', async () => {
  const google = aGoogle([]);
  let lag = 2;
  const readHolder = (): Promise<CallResult<string | null>> => {
    lag -= 1;
    return lag >= 0 ? Promise.resolve({ ok: true, value: null }) : google.calls.readHolder();
  };
  const lagging = { ...google, calls: { ...google.calls, readHolder } };
  expect([await commitAt(lagging), google.state.sent]).toEqual(['committed 7', 1]);
});

test.each<{ fates: Fate[]; outcome: string }>([
  { fates: ['lost-after'], outcome: 'committed 7' },
  { fates: ['lost-before'], outcome: 'superseded 7' },
])(
  'a claim that is refused is somebody’s, also where reads lag: after $fates it is $outcome',
  async ({ fates, outcome }) => {
    const google = aGoogle(fates);
    const taken: CallProblem = {
      failure: { kind: 'conflict', detail: 'already exists' },
      transient: false,
      applied: 'no',
      request: 0,
    };
    let sent = 0;
    const send = async (): Promise<CallResult<null>> => {
      sent += 1;
      if (sent === 1) return google.calls.send();
      google.state.holder ??= 'other-run';
      return { ok: false, problem: taken };
    };
    let lag = 3;
    const readHolder = (): Promise<CallResult<string | null>> => {
      lag -= 1;
      return lag >= 0 ? Promise.resolve({ ok: true, value: null }) : google.calls.readHolder();
    };
    const lagging = { ...google, calls: { ...google.calls, send, readHolder } };
    expect([await commitAt(lagging), sent]).toEqual([outcome, 2]);
  },
);

test('a commit that comes so late that its guard is gone is not sent at all', async () => {
  const google = aGoogle([]);
  const isNext = (): Promise<CallResult<boolean>> => Promise.resolve({ ok: true, value: false });
  const late = { ...google, calls: { ...google.calls, isNext } };
  expect([await commitAt(late), google.state.sent]).toEqual(['superseded 7', 0]);
});

test('a commit whose earlier try was applied while it waited is told as committed', async () => {
  const google = aGoogle(['applied-late']);
  let looks = 0;
  const isNext = (): Promise<CallResult<boolean>> => {
    looks += 1;
    if (looks === 2) google.state.holder = 'our-run';
    return Promise.resolve({ ok: true, value: looks < 2 });
  };
  const late = { ...google, calls: { ...google.calls, isNext } };
  expect([await commitAt(late), google.state.sent]).toEqual(['committed 7', 1]);
});
