import { type TortureOptions, torture } from './torture.ts';

/** `npm run soak` looks longer than the test command does. */
const USUAL = process.env['npm_lifecycle_event'] === 'soak' ? 40_000 : 2_000;

/** Two files share the seeds, so that two cores do. */
const HALF = Math.ceil(Number(process.env['PAR_SEEDS'] ?? USUAL) / 2);
const REPLAYED = process.env['PAR_SEED'];

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
