import type { Grid } from '../../domain/grid.ts';
import { releaseLine, withdrawnLine } from '../../domain/messages/release-messages.ts';
import { SINGLE_TAB_TITLES } from '../../domain/messages/tab-messages.ts';
import type { SealedLink } from '../../domain/release.ts';
import type { HashedTab } from '../../engine/canonical-release.ts';
import { STATUS_ROW } from '../../workbook/output/content-rows.ts';
import { type OutputContext, say } from '../../workbook/output/output-context.ts';
import type { OutputTab } from '../../workbook/output/output-tab.ts';
import type { PeriodResults } from '../../workbook/output/period-results.ts';
import { resultTabs } from '../../workbook/output/result-tabs.ts';
import type { CorrectionRow } from '../../workbook/publication/correction-rows.ts';
import { renderCorrections } from '../../workbook/publication/corrections-tab.ts';
import { renderHowToCheck } from '../../workbook/publication/how-to-check-tab.ts';
import { renderMethodology } from '../../workbook/publication/methodology-tab.ts';
import { publicResults } from '../../workbook/publication/public-results.ts';
import type { PublicationFrame } from '../../workbook/publication/publication-frame.ts';
import { isPublishable, publicForm } from '../../workbook/publication/published-tabs.ts';
import { formatMoment } from '../moment.ts';

/** What the figures of a publication come from, without anything that is not for the public. */
export interface PublishedFigures {
  readonly results: PeriodResults;
  readonly context: OutputContext;
}

export function publishedFigures(results: PeriodResults, context: OutputContext): PublishedFigures {
  return { results: publicResults(results), context };
}

/** The results that may be published, in the order of the control workbook. */
export function publishableResults(
  { results, context }: PublishedFigures,
  status: string,
): readonly OutputTab[] {
  return resultTabs(results, context, { status, resultsHash: '' })
    .filter(({ key }) => isPublishable(key))
    .map(publicForm);
}

function methodologyTab({ results: { input }, context }: PublishedFigures, status: string): OutputTab {
  return {
    key: 'methodology',
    title: say(context, SINGLE_TAB_TITLES.methodology),
    content: renderMethodology(input, context, status),
  };
}

/** The chosen results and how they came about: what a release's content hash stands for. */
export function figureTabs(
  figures: PublishedFigures,
  keys: readonly string[],
  status: string,
): readonly OutputTab[] {
  const results = publishableResults(figures, status);
  const chosen = keys.flatMap((key) => results.find((tab) => tab.key === key) ?? []);
  return [...chosen, methodologyTab(figures, status)];
}

/** When a link of the chain was made, on the clock that it names. */
export function shownMoment(sealed: SealedLink, { language }: OutputContext): string {
  const { moment, timeZone } = sealed.link;
  return formatMoment(new Date(moment), timeZone, language);
}

function statusOf(sealed: SealedLink | undefined, context: OutputContext): string {
  if (sealed === undefined) return '';
  const { kind, number, who } = sealed.link;
  const line = kind === 'release' ? releaseLine : withdrawnLine;
  return say(context, line(number, shownMoment(sealed, context), who));
}

/** A chain and what each of its releases changed. */
export interface ToldChain {
  readonly chain: readonly SealedLink[];
  readonly corrections: ReadonlyMap<number, readonly CorrectionRow[]>;
}

/** The two tabs that tell of the publications themselves. */
export function logTabs({ chain, corrections }: ToldChain, context: OutputContext): readonly OutputTab[] {
  const frame: PublicationFrame = {
    context,
    status: statusOf(chain.at(-1), context),
    chain,
    shownMoment: (sealed) => shownMoment(sealed, context),
  };
  return [
    {
      key: 'how-to-check',
      title: say(context, SINGLE_TAB_TITLES['how-to-check']),
      content: renderHowToCheck(frame),
    },
    {
      key: 'corrections',
      title: say(context, SINGLE_TAB_TITLES.corrections),
      content: renderCorrections(corrections, frame),
    },
  ];
}

/** All tabs of a results file, as the newest link of its chain leaves it. */
export function renderPublication(
  figures: PublishedFigures,
  keys: readonly string[],
  told: ToldChain,
): readonly OutputTab[] {
  const status = statusOf(told.chain.at(-1), figures.context);
  return [...figureTabs(figures, keys, status), ...logTabs(told, figures.context)];
}

function withoutStatus(grid: Grid): Grid {
  return grid.map((row, index) => (index === STATUS_ROW ? [] : row));
}

/** Tabs as their content is hashed. */
export function hashedTabs(
  tabs: readonly { readonly key: string; readonly grid: Grid }[],
): readonly HashedTab[] {
  return tabs.map(({ key, grid }) => ({ key, rows: withoutStatus(grid) }));
}
