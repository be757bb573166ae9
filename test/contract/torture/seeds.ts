import { type TortureOptions, torture } from './torture.ts';

/** The test command tries a few; CI, by `npm run torture`, as many as were promised; `npm run soak` looks longer. */
const SEEDS: Readonly<Record<string, number>> = { torture: 2_000, soak: 40_000 };
const USUAL = SEEDS[process.env['npm_lifecycle_event'] ?? ''] ?? 200;

/** Two files share the seeds, so that two cores do. */
const HALF = Math.ceil(Number(process.env['PAR_SEEDS'] ?? USUAL) / 2);
const REPLAYED = process.env['PAR_SEED'];

/** True where one world is looked at again, and nothing else. */
export const IS_REPLAY = REPLAYED !== undefined;

/** The seeds of a half: PAR_SEEDS says how many there are in both, PAR_SEED replays a single one. */
export function seedsOfHalf(half: 0 | 1): readonly number[] {
  if (REPLAYED !== undefined) return half === 0 ? [Number(REPLAYED)] : [];
  return Array.from({ length: HALF }, (_, i) => 1 + half * HALF + i);
}

/** What is wrong with the worlds of these seeds, each with the command that shows it again. */
export async function failuresOf(
  seeds: readonly number[],
  options: Omit<TortureOptions, 'seed'> = {},
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const seed of seeds) {
    // biome-ignore lint/performance/noAwaitInLoops: one world at a time, so that a seed always gives the same one
    const { wrong } = await torture({ seed, ...options });
    found.push(...wrong.map((sentence) => `PAR_SEED=${seed} npm run soak: ${sentence}`));
  }
  return found;
}
