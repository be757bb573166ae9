import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { expect, test } from 'vitest';

const PAGE = readFileSync(join(import.meta.dirname, '../../sheets-templates/menu/src/sidebar.html'), 'utf8');

const IDLE = { percent: 0, elapsed: '', isRunning: false, canCancel: false };
const RUNNING = { ...IDLE, phase: 'Reading', percent: 10, isRunning: true, canCancel: true, runId: 'run-1' };
const WHOLE = { ...IDLE, phase: 'Nothing runs', ended: '', results: 'Current', lines: ['one'] };

interface FakeElement {
  textContent: string;
  hidden: boolean;
  value: number;
  onclick?: () => void;
  replaceChildren: () => void;
}

/** The sidebar's own script with a clock that is put forward by hand: what it asks, and after how long. */
function openSidebar(answers: Readonly<Record<string, () => object>>) {
  const elements = new Map<string, FakeElement>();
  const asked: (readonly [string, ...unknown[]])[] = [];
  const waits: number[] = [];
  let next: (() => void) | undefined;
  const at = (id: string) => {
    const hidden = PAGE.includes(`id="${id}" hidden`) || PAGE.includes(`id="${id}" type="button" hidden`);
    const element = elements.get(id) ?? {
      textContent: '',
      hidden,
      value: 0,
      replaceChildren: () => undefined,
    };
    elements.set(id, element);
    return element;
  };
  const run = (success: (state: object) => void): object =>
    new Proxy(
      {},
      {
        get: (_, name) => {
          if (name === 'withSuccessHandler') return run;
          if (name === 'withFailureHandler') return () => run(success);
          return (...given: unknown[]) => {
            asked.push([String(name), ...given]);
            success(answers[String(name)]?.() ?? {});
          };
        },
      },
    );
  const [, script = ''] = /<script>([\s\S]*)<\/script>/.exec(PAGE) ?? [];
  const context = createContext({
    document: { getElementById: at, createElement: () => ({}) },
    google: { script: { run: run(() => undefined) } },
    setTimeout: (work: () => void, wait: number) => {
      waits.push(wait);
      next = work;
    },
  });
  new Script(script).runInContext(context);
  /** Lets the time pass until the sidebar asks again; false when it will not. */
  const pass = () => {
    const work = next;
    next = undefined;
    work?.();
    return work !== undefined;
  };
  return { at, asked, waits, pass };
}

test('while nothing happens the sidebar asks ever less often and of nothing but the process, then no more until somebody refreshes', () => {
  const { at, asked, waits, pass } = openSidebar({ pollStatus: () => WHOLE, pollIdle: () => IDLE });
  expect(at('rest').hidden).toBe(true);
  while (pass());
  expect(waits.slice(0, 5)).toEqual([4_000, 8_000, 16_000, 32_000, 60_000]);
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(11 * 60_000);
  expect(asked.map(([name]) => name)).toEqual(['pollStatus', ...waits.map(() => 'pollIdle')]);
  expect([at('rest').hidden, at('phase').textContent, at('results').textContent]).toEqual([
    false,
    'Nothing runs',
    'Current',
  ]);
  at('refresh').onclick?.();
  expect([asked.at(-1), at('rest').hidden, waits.at(-1)]).toEqual([['pollStatus'], true, 4_000]);
});

test('a run is watched every three seconds, Cancel names it, and its end is asked for in full', () => {
  const states = [RUNNING, RUNNING, WHOLE];
  const { at, asked, waits, pass } = openSidebar({
    pollStatus: () => WHOLE,
    pollIdle: () => RUNNING,
    pollProgress: () => states.shift() ?? WHOLE,
  });
  expect(at('cancel').hidden).toBe(true);
  for (let times = 0; times < 3; times += 1) pass();
  expect([asked.slice(1).map(([name]) => name), waits]).toEqual([
    ['pollIdle', 'pollProgress', 'pollProgress'],
    [4_000, 3_000, 3_000, 3_000],
  ]);
  expect(at('cancel').hidden).toBe(false);
  at('cancel').onclick?.();
  expect(asked.at(-1)).toEqual(['cancelRun', 'run-1']);
  pass();
  expect([at('cancel').hidden, waits.at(-1)]).toEqual([true, 4_000]);
});
