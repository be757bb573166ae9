import type { Language } from '../../domain/language.ts';
import { describeDifference } from '../../domain/messages/difference-messages.ts';
import { OFFLINE_FAILURES } from '../../domain/messages/offline-messages.ts';
import { differencesLine, identicalLine, withdrawnNote } from '../../domain/messages/verify-words.ts';
import { readResultsFile } from '../../jobs/publication/results-file.ts';
import { type VerifyOutcome, verify } from '../../jobs/publication/verify.ts';
import type { SpreadsheetPort } from '../../sheets/spreadsheet-port.ts';
import { countIssues } from '../../workbook/output/issues-tab.ts';
import { openWorkbook } from '../files/open-workbook.ts';
import { EXIT, OfflineFailure } from '../offline-failure.ts';
import { answer, type Command } from './command.ts';

type Verified = Extract<VerifyOutcome, { readonly kind: 'verified' }>;

function documentOf({ differences, newest, release, cells }: Verified, language: Language) {
  return {
    format: 'par-index-verification/1',
    identical: differences.length === 0,
    release: release.number,
    hash: newest.hash,
    withdrawn: newest.link.kind === 'withdrawal',
    cells,
    differences: differences.map((difference) => ({
      ...difference,
      text: describeDifference(difference)[language],
    })),
  };
}

function verifiedLines(
  { differences, newest, release, cells }: Verified,
  language: Language,
): readonly string[] {
  const note = newest.link.kind === 'withdrawal' ? [withdrawnNote(release.number)[language]] : [];
  if (differences.length === 0)
    return [...note, identicalLine({ number: release.number, cells, hash: newest.hash })[language]];
  return [
    ...note,
    ...differences.map((difference) => describeDifference(difference)[language]),
    differencesLine(differences.length, release.number)[language],
  ];
}

/** Entries that cannot be read, or no results, where the control workbook should be because the two were exchanged. */
async function assertOrder(control: SpreadsheetPort, [first, second]: readonly [string, string]) {
  const { parsed } = await readResultsFile(control);
  if (parsed.chain.length > 0) throw new OfflineFailure(OFFLINE_FAILURES.publishedFirst(first, second));
}

/** Whether published results are what the entries give, cell by cell and by hash; ends with 1 when they are not. */
export const verifyCommand: Command = async (options, host) => {
  const [control = '', results = ''] = options.operands;
  const opened = await openWorkbook(results);
  const { spreadsheet } = await openWorkbook(control);
  const { outcome } = await verify({
    control: spreadsheet,
    openResults: () => ({ spreadsheet: opened.spreadsheet }),
    // The phases of the job are those that the host can name.
    onPhase: (phase) => {
      if (phase === 'read' || phase === 'parse' || phase === 'score' || phase === 'render')
        host.onPhase(phase);
    },
  });
  if (outcome.kind !== 'verified') await assertOrder(spreadsheet, [control, results]);
  switch (outcome.kind) {
    case 'verified':
      answer(options, host, documentOf(outcome, options.language), (language) =>
        verifiedLines(outcome, language),
      );
      return outcome.differences.length === 0 ? EXIT.fine : EXIT.entriesHaveErrors;
    case 'entries-have-errors': {
      const { errors } = countIssues(outcome.issues);
      throw new OfflineFailure(OFFLINE_FAILURES.entriesHaveErrors(control, errors), EXIT.entriesHaveErrors);
    }
    default:
      throw new OfflineFailure(OFFLINE_FAILURES.notPublished(results));
  }
};
