import type { Bilingual } from '../../src/domain/language.ts';
import { DEPLOY_COMMAND } from '../../src/domain/messages/deploy-messages.ts';
import type { Step } from './plan.ts';

export interface Executed {
  readonly code: number;
  readonly stdout: string;
}

/** Runs a program and waits for its end; `shown` lets the person see what it says. */
export type Execute = (command: readonly string[], shown: boolean) => Promise<Executed>;

export type CarriedOut =
  | { readonly ok: true }
  | { readonly ok: false; readonly title: Bilingual; readonly command: readonly string[] };

/** Which command a step comes to: what is there already is brought up to date, or left alone. */
async function commandFor({ command, exists, update }: Step, execute: Execute) {
  if (exists === undefined) return command;
  const found = await execute(exists, false);
  return found.code === 0 ? update : command;
}

/** Carries out the steps in order and stops at the first that fails. */
export async function carryOut(
  steps: readonly Step[],
  execute: Execute,
  say: (sentence: Bilingual) => void,
): Promise<CarriedOut> {
  for (const step of steps) {
    say({ vi: `# ${step.title.vi}`, en: `# ${step.title.en}` });
    // biome-ignore lint/performance/noAwaitInLoops: each step stands on the one before
    const command = await commandFor(step, execute);
    if (command === undefined) {
      say(DEPLOY_COMMAND.isThere);
      continue;
    }
    const { code } = await execute(command, true);
    if (code !== 0) return { ok: false, title: step.title, command };
  }
  return { ok: true };
}

/** A command as it is typed into a shell. */
export function shellText(command: readonly string[]): string {
  return command
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`))
    .join(' ');
}
