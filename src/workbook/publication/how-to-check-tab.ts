import type { Content, ContentCell } from '../../domain/content.ts';
import { HOW_TO_CHECK, RELEASE_WORDS } from '../../domain/messages/release-messages.ts';
import { cell } from '../output/content-rows.ts';
import { say } from '../output/output-context.ts';
import { STYLES } from '../output/styles.ts';
import { CHAIN_COLUMNS, CHAIN_WIDTHS, chainHeaders, chainRow } from './chain-table.ts';
import type { PublicationFrame } from './publication-frame.ts';

const WIDTH = CHAIN_COLUMNS.length;

function textRow(text: string, style = STYLES.subtitle as ContentCell['style']): readonly ContentCell[] {
  return Array.from({ length: WIDTH }, (_, column) => ({
    value: column === 0 && text !== '' ? text : null,
    ...(style === undefined || column > 0 ? {} : { style }),
  }));
}

/**
 * How anybody can check the figures, and the chain of releases: 4 head rows + the explanation + headers + one row
 * per link × 17 columns.
 */
export function renderHowToCheck({ context, status, chain }: PublicationFrame): Content {
  const { language } = context;
  const head = [
    textRow(say(context, RELEASE_WORDS.howToCheckTitle), STYLES.title),
    textRow([context.province, context.period].filter((part) => part !== '').join(' · ')),
    textRow(status, STYLES.current),
    textRow(''),
    ...HOW_TO_CHECK.map((line) => textRow(line[language])),
    textRow(''),
    chainHeaders(language).map((header) => cell(header, STYLES.header)),
  ];
  return {
    rows: [...head, ...chain.map((sealed) => chainRow(sealed, language))],
    columnWidths: CHAIN_WIDTHS,
    frozenRows: 0,
    frozenColumns: 0,
  };
}
