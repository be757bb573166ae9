import type { Language } from '../domain/language.ts';
import { FILE_PROBLEMS } from '../domain/messages/offline-messages.ts';
import type { FileProblem } from './file-problem.ts';
import type { OfflineFailure } from './offline-failure.ts';

/** Why a command ends, and every file that is to blame with the place where it breaks. */
export function failureLines({ sentence, problems }: OfflineFailure, language: Language): readonly string[] {
  return [sentence[language], ...problems.map((problem) => problemLine(problem, language))];
}

function problemLine({ code, file, line }: FileProblem, language: Language): string {
  const [problem, remedy] = FILE_PROBLEMS[code][language];
  const place = line === undefined ? file : `${file}:${line}`;
  return `${place}: ${problem} ${remedy}`;
}
