import type { Language } from '../../../../domain/language.ts';
import { allowedText } from '../../../../domain/messages/edit-messages.ts';
import { PAGE_WORDS } from '../../../../domain/messages/page-messages.ts';
import type { CellRule } from '../../model/validation.ts';
import type { CellRect } from '../grid.ts';

/** What there is to say of the current cell beside its contents. */
export interface CellFacts {
  readonly note?: string;
  readonly link?: string;
  readonly rule?: CellRule;
  /** Why it may not be edited. */
  readonly bar?: string;
}

export interface CellCardTo {
  readonly language: Language;
  /** A link within the workbook, such as #gid=7&range=C5. */
  readonly goTo: (link: string) => void;
  /** What such a link is called: the tab and the cell. */
  readonly nameOf: (link: string) => string;
}

/** Addresses that a person may be led to. */
const ADDRESS = /^(https?:|mailto:)/i;

function line(term: string, text: string): HTMLElement {
  const element = document.createElement('p');
  const label = document.createElement('strong');
  label.textContent = `${term}: `;
  element.append(label, text);
  return element;
}

function linkLine(link: string, { language, goTo, nameOf }: CellCardTo): HTMLElement {
  const element = line(PAGE_WORDS.link[language], '');
  const anchor = document.createElement('a');
  anchor.textContent = ADDRESS.test(link) ? link : nameOf(link);
  anchor.href = ADDRESS.test(link) || link.startsWith('#') ? link : '#';
  if (ADDRESS.test(link)) {
    anchor.target = '_blank';
    anchor.rel = 'noopener noreferrer';
  } else {
    anchor.addEventListener('click', (event) => {
      event.preventDefault();
      goTo(link);
    });
  }
  element.append(anchor);
  return element;
}

function ruleLine({ condition, message }: CellRule, language: Language): HTMLElement {
  const allowed = allowedText(condition)[language];
  return line(PAGE_WORDS.rule[language], message === undefined ? `${allowed}.` : `${allowed}. ${message}`);
}

function linesFor({ note, link, rule, bar }: CellFacts, to: CellCardTo): readonly HTMLElement[] {
  return [
    ...(note === undefined ? [] : [line(PAGE_WORDS.note[to.language], note)]),
    ...(link === undefined ? [] : [linkLine(link, to)]),
    ...(rule === undefined ? [] : [ruleLine(rule, to.language)]),
    ...(bar === undefined ? [] : [line(PAGE_WORDS.protectedCell[to.language], bar)]),
  ];
}

const GAP = 6;

/** A card beside the current cell, never over it, with its note, link and rule; hidden when there is nothing to say. */
export function showCellCard(
  card: HTMLElement,
  facts: CellFacts,
  rect: CellRect | undefined,
  to: CellCardTo,
): void {
  const lines = linesFor(facts, to);
  card.hidden = lines.length === 0 || rect === undefined;
  if (rect === undefined) return;
  card.replaceChildren(...lines);
  const { clientWidth = 0, clientHeight = 0 } = card.parentElement ?? {};
  const right = rect.left + rect.width + GAP;
  const left = rect.left - card.offsetWidth - GAP;
  const fits = right + card.offsetWidth <= clientWidth;
  const isBeside = fits || left >= 0;
  // Where there is room on neither side, as on a phone, it goes below, or above.
  const below = rect.top + rect.height + GAP;
  const above = rect.top - card.offsetHeight - GAP;
  const top = isBeside ? rect.top : below + card.offsetHeight <= clientHeight ? below : above;
  card.style.left = `${isBeside ? (fits ? right : left) : Math.max(0, clientWidth - card.offsetWidth - GAP)}px`;
  card.style.top = `${Math.max(0, Math.min(top, clientHeight - card.offsetHeight))}px`;
}
