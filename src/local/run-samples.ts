import type { Language } from '../domain/language.ts';
import { caseLines } from '../domain/messages/case-words.ts';
import { rankedLine } from '../domain/messages/menu-messages.ts';
import {
  costLine,
  KEPT_WORKBOOK,
  recomputing,
  WORKSPACE_FAILURES,
  WORKSPACE_WORDS,
  workbookLine,
} from '../domain/messages/workspace-messages.ts';
import { PHASES } from '../jobs/stopwatch.ts';
import { callRecompute, type RecomputeAnswer } from './call-recompute.ts';
import { readSample, type SampleWorkbook } from './sample-workbook.ts';
import { issueLines, meanLines, rankingLines } from './show-ranking.ts';
import type { Workspace } from './workspace.ts';

/** Writes one line for the person at the terminal. */
export type Print = (line: string) => void;

function spentLine({ cost, phases }: RecomputeAnswer, language: Language): string {
  const bytes = cost.bytesReceived + cost.bytesSent;
  const words = WORKSPACE_WORDS.phases[language];
  return costLine({
    reads: cost.reads,
    writes: cost.writes,
    left: cost.left,
    kilobytes: String(Math.ceil(bytes / 1024)),
    phases: PHASES.map((phase) => `${words[phase]} ${phases[phase]}`).join(', '),
  })[language];
}

/** Said only where somebody has no place yet: results of few units look like those of all. */
function lackingLines(answer: RecomputeAnswer, language: Language): readonly string[] {
  const [first = '', ...rest] = rankedLine(answer)[language];
  return answer.incomplete === 0 ? [] : [`${first.toLocaleUpperCase(language)}${rest.join('')}.`];
}

interface Run {
  readonly workspace: Workspace;
  readonly language: Language;
  readonly print: Print;
}

/** What became of a sample: its workbook, and whether its results could be computed. */
export interface RunSample extends SampleWorkbook {
  readonly computed: boolean;
}

/** One sample from its folder to its printed ranking, or to its issues, through the function over HTTP. */
async function runSample(folder: string, { workspace, language, print }: Run): Promise<RunSample> {
  const workbook = await workspace.openSample(await readSample(folder));
  const { title, spreadsheetId, isNew } = workbook;
  print(recomputing(title)[language]);
  if (!isNew) print(KEPT_WORKBOOK[language]);
  const called = await callRecompute(workspace.functionsUrl, spreadsheetId, {
    token: workspace.identityToken(workspace.people.editor.email),
    language,
  });
  const found = called.ok
    ? [
        ...(await rankingLines(spreadsheetId, workspace.editor, language)),
        ...meanLines(called.answer.groups, language),
        ...lackingLines(called.answer, language),
        ...caseLines(called.answer.cases).map((line) => line[language]),
        spentLine(called.answer, language),
      ]
    : [
        WORKSPACE_FAILURES.refused(title, called.detail)[language],
        ...(await issueLines(spreadsheetId, workspace.editor)),
      ];
  for (const line of ['', ...found, workbookLine(title, spreadsheetId)[language], '']) print(line);
  return { ...workbook, computed: called.ok };
}

/** The samples one after the other, so that their tables do not mix; one that is refused stops none of the others. */
export async function runSamples(folders: readonly string[], run: Run): Promise<readonly RunSample[]> {
  const samples: RunSample[] = [];
  for (const folder of folders) {
    // biome-ignore lint/performance/noAwaitInLoops: the tables are printed in order
    samples.push(await runSample(folder, run));
  }
  return samples;
}
