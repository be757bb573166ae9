import { type CriteriaSet, componentsOfSet } from '../../domain/criteria-set.ts';
import { isBlocking } from '../../domain/issue.ts';
import type { Language } from '../../domain/language.ts';
import { setLine } from '../../domain/messages/offline-words.ts';
import { SET_DIFFERENCE_WORDS } from '../../domain/messages/set-difference-messages.ts';
import { formatPoints } from '../../domain/number-format.ts';
import { sumPoints } from '../../domain/points.ts';
import { type CheckedCriteria, type CriteriaSource, checkCriteria } from '../../jobs/check-criteria.ts';
import { terminalTable } from '../../local/terminal-table.ts';
import { parseCriteria } from '../../workbook/criteria-tab.ts';
import { differenceRows, differenceSummary } from '../../workbook/describe-set-difference.ts';
import { readCriteriaSources } from '../criteria-source.ts';
import { EXIT } from '../offline-failure.ts';
import { answer, type Command } from './command.ts';
import { issueDocument, issueLines } from './issue-report.ts';

/** The set of the version before that a source goes on from: the one of its code, or the only one there is. */
function setBefore({ context }: CriteriaSource, before: readonly CriteriaSet[], isOnly: boolean) {
  const same = before.find(({ id }) => id === context.id);
  return same ?? (isOnly && before.length === 1 ? before[0] : undefined);
}

function totalOf(set: CriteriaSet) {
  return sumPoints(componentsOfSet(set).map(({ maxScore }) => maxScore));
}

function setDocument({ set, issues, difference }: CheckedCriteria, language: Language) {
  const { format: _, ...listed } = issueDocument(issues, language);
  return {
    set: set.id,
    version: set.version ?? null,
    components: componentsOfSet(set).length,
    maximum: formatPoints(totalOf(set), 'en'),
    ...listed,
    ...(difference === undefined
      ? {}
      : {
          difference: {
            summary: differenceSummary(difference)[language],
            rows: differenceRows(difference, language),
          },
        }),
  };
}

function setLines({ set, issues, difference }: CheckedCriteria, language: Language): readonly string[] {
  const components = componentsOfSet(set).length;
  const head = setLine(set.id, set.version, components, {
    vi: formatPoints(totalOf(set), 'vi'),
    en: formatPoints(totalOf(set), 'en'),
  });
  const { criterion, change, before, after } = SET_DIFFERENCE_WORDS;
  const rows = difference === undefined ? [] : differenceRows(difference, language);
  const table = terminalTable(
    [criterion, change, before, after].map((word) => word[language]),
    rows.map((row) => [row.code, row.change, row.before, row.after]),
  );
  return [
    head[language],
    ...issueLines(issues, language),
    ...(difference === undefined ? [] : ['', differenceSummary(difference)[language]]),
    ...(rows.length === 0 ? [] : ['', ...table]),
    '',
  ];
}

/** Checks criteria sets from files by themselves, and against those of last year; nothing is written. */
export const criteriaCommand: Command = async (options, host) => {
  const [, path = ''] = options.operands;
  const { set: id, setVersion: version, against, language } = options;
  const sources = await readCriteriaSources(path, { id, version }, language);
  const before =
    against === undefined
      ? []
      : (await readCriteriaSources(against, {}, language)).map(
          ({ tab, context }) => parseCriteria(tab, context).set,
        );
  const checked = sources.map((source) =>
    checkCriteria(source, setBefore(source, before, sources.length === 1)),
  );
  answer(
    options,
    host,
    { format: 'par-index-criteria/1', sets: checked.map((each) => setDocument(each, language)) },
    (shown) => checked.flatMap((each) => setLines(each, shown)),
  );
  const hasErrors = checked.some(({ issues }) => issues.some(isBlocking));
  return hasErrors ? EXIT.entriesHaveErrors : EXIT.fine;
};
