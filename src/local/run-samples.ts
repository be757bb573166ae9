import type { Language } from '../domain/language.ts';
import {
  costLine,
  recomputing,
  WORKSPACE_FAILURES,
  WORKSPACE_WORDS,
  workbookLine,
} from '../domain/messages/workspace-messages.ts';
import { PHASES } from '../jobs/stopwatch.ts';
import { callRecompute, type RecomputeAnswer } from './call-recompute.ts';
import { readSample } from './sample-workbook.ts';
import { meanLines, rankingLines } from './show-ranking.ts';
import type { Workspace } from './workspace.ts';
import { WorkspaceFailure } from './workspace-failure.ts';

/** Writes one line for the person at the terminal. */
export type Print = (line: string) => void;

function spentLine({ cost, phases }: RecomputeAnswer, language: Language): string {
  const bytes = cost.bytesReceived + cost.bytesSent;
  const words = WORKSPACE_WORDS.phases[language];
  return costLine({
    reads: cost.reads,
    writes: cost.writes,
    kilobytes: String(Math.ceil(bytes / 1024)),
    phases: PHASES.map((phase) => `${words[phase]} ${phases[phase]}`).join(', '),
  })[language];
}

/** One sample from its folder to its printed ranking, through the function over HTTP. */
async function runSample(
  folder: string,
  workspace: Workspace,
  language: Language,
  print: Print,
): Promise<void> {
  const workbook = await workspace.openSample(await readSample(folder));
  const { title, spreadsheetId } = workbook;
  print(recomputing(title)[language]);
  const called = await callRecompute(workspace.functionsUrl, spreadsheetId, {
    token: workspace.identityToken(workspace.people.editor.email),
    language,
  });
  if (!called.ok) {
    const sentence = WORKSPACE_FAILURES.refused(title, called.detail);
    throw new WorkspaceFailure(sentence);
  }
  const lines = [
    '',
    ...(await rankingLines(spreadsheetId, workspace.editor)),
    ...meanLines(called.answer.groups, language),
    spentLine(called.answer, language),
    workbookLine(title, spreadsheetId)[language],
    '',
  ];
  for (const line of lines) print(line);
}

/** The samples one after the other, so that their tables do not mix. */
export async function runSamples(
  folders: readonly string[],
  workspace: Workspace,
  language: Language,
  print: Print,
): Promise<void> {
  for (const folder of folders) {
    // biome-ignore lint/performance/noAwaitInLoops: the tables are printed in order
    await runSample(folder, workspace, language, print);
  }
}
