import type { Bilingual } from '../domain/language.ts';
import type { FileProblem } from './file-problem.ts';

/** How the command ends: scripts may rely on these numbers (docs/offline.md). */
export const EXIT = { fine: 0, entriesHaveErrors: 1, usage: 2, files: 3, unexpected: 70 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Why the command ends without having done its work: one sentence, and every file that is to blame. */
export class OfflineFailure extends Error {
  override readonly name = 'OfflineFailure';
  readonly sentence: Bilingual;
  readonly exitCode: ExitCode;
  readonly problems: readonly FileProblem[];

  constructor(sentence: Bilingual, exitCode: ExitCode = EXIT.files, problems: readonly FileProblem[] = []) {
    super(sentence.en);
    this.sentence = sentence;
    this.exitCode = exitCode;
    this.problems = problems;
  }
}
