/**
 * The engine against itself, in one run on one machine: prints medians of processor time and ratios, and fails when two ways of
 * doing the same work do not agree on every total, place and sum. Usage: engine-bench.ts [S M L XL]
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { URL } from 'node:url';
import { buildSync } from 'esbuild';
import { scorePeriod } from '../../src/engine/score-period.ts';
import { makeWork, SIZES, type Size, type Work, workPeriod } from './bench-period.ts';
import { compileWork, engineColumns } from './column-work.ts';
import { handTuned, type Outcome } from './hand-tuned.ts';
import { plainLoops, plainUnits } from './plain-loops.ts';
import { flatColumns, intoColumns, responseText } from './response-text.ts';
import { PHASES, wholeRun, workTabs } from './whole-run.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Contestant {
  readonly name: string;
  readonly run: () => unknown;
}

/** Milliseconds of processor time that this process has used: a busy machine does not count. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Median milliseconds of each, taken in turn so that a slow moment of the machine hits all alike. */
function inTurn(contestants: readonly Contestant[], rounds: number): ReadonlyMap<string, number> {
  const times = new Map(contestants.map(({ name }) => [name, [] as number[]]));
  for (let round = -2; round < rounds; round += 1) {
    for (const { name, run } of contestants) {
      const start = processorTime();
      run();
      if (round >= 0) times.get(name)?.push(processorTime() - start);
    }
  }
  return new Map(
    [...times].map(([name, list]) => [name, list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0]),
  );
}

function assertSame(name: string, given: Outcome, expected: Outcome): void {
  const isSame =
    given.totals.every((total, unit) => total === expected.totals[unit]) &&
    given.ranks.every((rank, unit) => rank === expected.ranks[unit]) &&
    given.sums.every((sum, place) => sum === expected.sums[place]);
  if (!isSame) throw new Error(`${name} does not agree with the hand-tuned pass`);
}

/** The full scoreboard, with the working of every mark, must give the same totals and places as the columns. */
function assertSameBoard(work: Work, expected: Outcome): void {
  const { groups } = scorePeriod(workPeriod(work));
  for (const { sheet, standing } of groups.flatMap(({ ranked }) => ranked)) {
    const unit = Number(sheet.unit.id.slice(1));
    if (sheet.earned !== expected.totals[unit] || standing.rank !== expected.ranks[unit]) {
      throw new Error(`the scoreboard does not agree on unit ${unit}`);
    }
  }
}

const both = (work: Work, run: (columns: readonly Int32Array[], stage: 0 | 1) => Outcome) => () => [
  run(work.stages[0], 0),
  run(work.stages[1], 1),
];

function compare(size: Size): void {
  const work = makeWork(size);
  const components = compileWork(work);
  const units = [plainUnits(work, 0), plainUnits(work, 1)] as const;
  const expected = handTuned(work, work.stages[1]);
  assertSame('the engine', engineColumns(work, components, work.stages[1]), expected);
  assertSame('plain loops', plainLoops(work, units[1]), expected);
  if (size === 'S' || size === 'M') assertSameBoard(work, expected);
  const rounds = size === 'S' ? 101 : size === 'XL' ? 7 : 31;
  const times = inTurn(
    [
      { name: 'hand-tuned', run: both(work, (columns) => handTuned(work, columns)) },
      { name: 'engine', run: both(work, (columns) => engineColumns(work, components, columns)) },
      { name: 'plain', run: both(work, (_, stage) => plainLoops(work, units[stage])) },
    ],
    rounds,
  );
  const compiling = inTurn([{ name: 'compile', run: () => compileWork(work) }], 5).get('compile') ?? 0;
  const [hand, engine, plain] = ['hand-tuned', 'engine', 'plain'].map(
    (name) => times.get(name) ?? Number.NaN,
  );
  const cells = work.units * 200;
  say(
    `${size.padEnd(3)}${String(work.units).padStart(6)} units  hand-tuned ${ms(hand)}  engine ${ms(engine)} = ${ratioOf(engine, hand)} of it (aim ≤ 2), ` +
      `${((1e6 * (engine ?? 0)) / cells).toFixed(1)} ns a cell; plain loops ${ms(plain)} = ${ratioOf(plain, engine)} of the engine (aim ≥ 4 from M); rules compiled once in ${ms(compiling)}`,
  );
}

const ms = (value: number | undefined): string => `${(value ?? Number.NaN).toFixed(2)} ms`;
const ratioOf = (a: number | undefined, b: number | undefined): string =>
  `${((a ?? 0) / (b ?? 1)).toFixed(2)}×`;

function compareText(size: Size): void {
  const work = makeWork(size);
  const text = responseText(work, 0, work.units);
  const components = compileWork(work);
  const whole = (): Outcome => {
    const columns = flatColumns(work);
    intoColumns(JSON.parse(text).valueRanges[0].values, columns, 0);
    engineColumns(work, components, columns.stages[0]);
    return engineColumns(work, components, columns.stages[1]);
  };
  assertSame('from the text', whole(), handTuned(work, work.stages[1]));
  const times = inTurn(
    [
      { name: 'parse', run: () => JSON.parse(text) },
      { name: 'whole', run: whole },
    ],
    size === 'XL' ? 5 : size === 'S' ? 101 : 31,
  );
  const [parse, all] = [times.get('parse'), times.get('whole')];
  say(
    `${size.padEnd(3)}${(text.length / 1e6).toFixed(2).padStart(6)} MB     JSON.parse ${ms(parse)}  text to places ${ms(all)} = ${ratioOf(all, parse)} of JSON.parse (aim ≤ 1.7)`,
  );
}

/** What a recompute does between reading and writing, phase by phase; no aim was set for it. */
function runPhases(size: Size): void {
  const tabs = workTabs(makeWork(size));
  const times = new Map<string, number[]>(PHASES.map((phase) => [phase, []]));
  for (let round = 0; round < 3; round += 1) {
    wholeRun(tabs, (phase, run) => {
      const start = processorTime();
      const answer = run();
      times.get(phase)?.push(processorTime() - start);
      return answer;
    });
  }
  const shown = [...times].map(([phase, list]) => `${phase} ${ms(list.toSorted((a, b) => a - b)[1])}`);
  say(`${size.padEnd(3)}${shown.join(' · ')}`);
}

/** 50,000 units in ranges of 2,000 rows, in a fresh process that never holds more than one range. */
function inRanges(): void {
  const folder = mkdtempSync(join(tmpdir(), 'par-index-bench-'));
  try {
    const work = makeWork('XL');
    const step = 2000;
    writeFileSync(join(folder, 'groups.json'), JSON.stringify([...work.groupOf]));
    for (let from = 0; from < work.units; from += step) {
      writeFileSync(
        join(folder, `${from}.json`),
        responseText(work, from, Math.min(work.units, from + step)),
      );
    }
    const entry = new URL('./ranges-process.ts', import.meta.url).pathname;
    const bundle = join(folder, 'ranges.mjs');
    buildSync({ entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', outfile: bundle });
    const start = performance.now();
    const answer = JSON.parse(
      execFileSync(process.execPath, [bundle, folder, String(step)], { encoding: 'utf8' }),
    );
    const expected = handTuned(work, work.stages[1]);
    const checksum = expected.ranks.reduce((sum, rank, unit) => (sum + rank * (unit + 1)) % 1_000_000_007, 0);
    if (answer.checksum !== checksum) throw new Error('the ranges do not agree with the hand-tuned pass');
    say(
      `XL  in ranges of ${step} rows, fresh process: ${answer.megabytes.toFixed(0)} MB at most (aim < 256), ${ms(performance.now() - start)}`,
    );
    if (answer.megabytes >= 256) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const asked = process.argv.slice(2).filter((word): word is Size => word in SIZES);
const sizes = asked.length > 0 ? asked : (Object.keys(SIZES) as Size[]);
say('Columns to points, places and statistics; 100 criteria, self-assessment and appraisal');
for (const size of sizes) compare(size);
say('Response text to places');
for (const size of sizes) compareText(size);
say('Tabs to results: every mark with its working');
for (const size of sizes.filter((each) => each !== 'XL')) runPhases(size);
if (sizes.includes('XL')) inRanges();
