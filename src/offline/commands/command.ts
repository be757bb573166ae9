import type { Language } from '../../domain/language.ts';
import type { Phase } from '../../jobs/stopwatch.ts';
import type { Arguments } from '../arguments.ts';
import type { ExitCode } from '../offline-failure.ts';

/** What a command is given beside its arguments; the host's clock, ids and streams come in here and nowhere else. */
export interface Host {
  readonly print: (line: string) => void;
  readonly onPhase: (phase: Phase) => void;
  readonly now: () => Date;
  readonly clock: () => number;
  readonly newRunId: () => string;
}

export type Command = (options: Arguments, host: Host) => Promise<ExitCode>;

/** Prints an answer as JSON, or as lines for people. */
export function answer(
  { isJson, language }: Arguments,
  { print }: Host,
  document: unknown,
  lines: (language: Language) => readonly string[],
): void {
  if (isJson) print(JSON.stringify(document, null, 2));
  else for (const line of lines(language)) print(line);
}
