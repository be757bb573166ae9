import type { Leak } from '../../domain/leak.ts';
import { cellName } from '../a1.ts';
import type { OutputTab } from '../output/output-tab.ts';
import { type ContactTexts, leaksInText } from './leak-texts.ts';
import { isPublishable } from './published-tabs.ts';

function leaksInTab({ key, title, content }: OutputTab, contacts: ContactTexts): readonly Leak[] {
  const wrongTab: readonly Leak[] = isPublishable(key) ? [] : [{ kind: 'not-publishable', tab: title }];
  const inTitle = leaksInText(title, contacts).map((kind): Leak => ({ kind, tab: title }));
  const inCells = content.rows.flatMap((row, rowIndex) =>
    row.flatMap(({ value, link }, column) => {
      const kinds = leaksInText(value, contacts);
      const jump = link === undefined ? [] : (['link'] as const);
      return [...kinds, ...jump].map(
        (kind): Leak => ({ kind, tab: title, cell: cellName(rowIndex, column) }),
      );
    }),
  );
  const inCharts = (content.charts ?? []).flatMap((chart) =>
    [chart.title, chart.valueAxis].flatMap((text) =>
      leaksInText(text, contacts).map((kind): Leak => ({ kind, tab: title, detail: chart.title })),
    ),
  );
  return [...wrongTab, ...inTitle, ...inCells, ...inCharts];
}

/** Whatever in planned tabs must not be published; they are looked at before anything is written. */
export function leaksInContent(tabs: readonly OutputTab[], contacts: ContactTexts): readonly Leak[] {
  return tabs.flatMap((tab) => leaksInTab(tab, contacts));
}
