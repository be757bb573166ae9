import { type Reader, readersOf } from '../../domain/audience.ts';
import type { DescribedShare } from '../../domain/file-description.ts';
import type { FilePort } from '../../sheets/spreadsheet-port.ts';
import { isGranted, isKeeper } from '../../workbook/publication/leaks-in-file.ts';
import type { PublishRequest } from './publish-outcome.ts';

async function oneByOne<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (const item of items) {
    // biome-ignore lint/performance/noAwaitInLoops: Drive loses shares of one file that change at the same time
    await work(item);
  }
}

/**
 * Takes away every share but those of the file's keepers and of the given readers. One that cannot be taken away, such
 * as a folder's, keeps none of the others: its failure is told when all were tried.
 */
export async function narrow(
  file: FilePort,
  shares: readonly DescribedShare[],
  readers: readonly Reader[],
  serviceAccount: string,
): Promise<number> {
  const others = shares.filter((share) => !isKeeper(share, serviceAccount) && !isGranted(share, readers));
  const failures: unknown[] = [];
  await oneByOne(others, async ({ id }) => {
    try {
      await file.unshare(id);
    } catch (error) {
      failures.push(error);
    }
  });
  if (failures.length > 0) throw failures[0];
  return others.length;
}

/** Closes a file: nobody but its owner and the functions' account can open it any more. */
export async function closeSharing(file: FilePort, serviceAccount: string): Promise<number> {
  return narrow(file, await file.shares(), [], serviceAccount);
}

/** Whether anybody beside the file's keepers can open it. */
export async function isClosed(file: FilePort, serviceAccount: string): Promise<boolean> {
  return (await file.shares()).every((share) => isKeeper(share, serviceAccount));
}

function missing(shares: readonly DescribedShare[], readers: readonly Reader[]): readonly Reader[] {
  return readers.filter((reader) => !shares.some((share) => isGranted(share, [reader])));
}

/** Lets the audience in: first whether they may copy, then the rights to read that are not given yet. */
export async function openSharing(
  file: FilePort,
  shares: readonly DescribedShare[],
  { audience, copying }: Pick<PublishRequest, 'audience' | 'copying'>,
): Promise<void> {
  await file.allowCopying(copying);
  await oneByOne(missing(shares, readersOf(audience)), (reader) => file.share(reader));
}

/** Readers of the audience who were not let in. */
export function notLetIn(
  shares: readonly DescribedShare[],
  { audience }: Pick<PublishRequest, 'audience'>,
): readonly Reader[] {
  return missing(shares, readersOf(audience));
}
