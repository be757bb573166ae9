import type { Language } from '../../../../domain/language.ts';
import { PAGE_WORDS } from '../../../../domain/messages/page-messages.ts';
import { cellName, parseCellName } from '../../../../workbook/a1.ts';
import { editBar } from '../../model/judge-edit.ts';
import type { PageWorkbook } from '../../model/page-workbook.ts';
import { shownText } from '../../model/read-cell.ts';
import type { CellRule } from '../../model/validation.ts';
import { element } from '../chrome/elements.ts';
import { type CellPlace, type Grid, rectOf } from '../grid.ts';
import type { Signs } from '../signs.ts';
import { type CellFacts, showCellCard } from './cell-card.ts';
import { ChartsLayer } from './charts-layer.ts';
import { OptionsList } from './options-list.ts';

interface OverOptions {
  readonly grid: Grid;
  readonly signs: Signs;
  readonly language: Language;
  readonly truth: () => PageWorkbook;
}

/** What floats over the cells: charts, the card of the current cell, the list of its options. */
export class Over {
  readonly #options: OverOptions;
  readonly #layer = element('over');
  readonly #button = element<HTMLButtonElement>('options-button');
  readonly #list = new OptionsList(element('options'));
  readonly #charts: ChartsLayer;
  #current: CellPlace | undefined;

  constructor(options: OverOptions) {
    this.#options = options;
    this.#charts = new ChartsLayer(element('charts'), options.language);
    this.#button.addEventListener('click', () => this.#openOptions());
    this.#button.title = PAGE_WORDS.options[options.language];
    this.#button.setAttribute('aria-label', PAGE_WORDS.options[options.language]);
    this.#layer.addEventListener('wheel', (event) => options.grid.wheel(event), { passive: true });
    document.addEventListener('keydown', (event) => {
      if (event.altKey && event.key === 'ArrowDown' && !this.#button.hidden) {
        event.preventDefault();
        this.#openOptions();
      }
    });
  }

  select(place: CellPlace): void {
    this.#current = place;
    this.move();
  }

  move(): void {
    const view = this.#options.grid.view();
    if (view === undefined) return;
    const { left, top, width, height } = view.area;
    Object.assign(this.#layer.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
    const charts = this.#options.signs.tab(view.tab)?.charts ?? [];
    this.#charts.show(charts, view);
    this.#placeCard();
    this.#sayWhere();
  }

  /** The current cell in words: the cells are drawn, and nothing else tells a screen reader of them. */
  #sayWhere(): void {
    const current = this.#current;
    if (current === undefined) return;
    const words = `${cellName(current.row, current.column)}: ${shownText(this.#options.grid.cellAt(current))}`;
    const here = element('here');
    if (here.textContent !== words) here.textContent = words;
  }

  #rule(): CellRule | undefined {
    const current = this.#current;
    return current && this.#options.signs.ruleAt(current.tab, current.row, current.column);
  }

  #facts(): CellFacts {
    const current = this.#current;
    const tab = current && this.#options.signs.tab(current.tab);
    if (current === undefined || tab === undefined) return {};
    const cell = this.#options.grid.cellAt(current);
    const truth = this.#options.truth();
    const rule = this.#rule();
    const bar = truth.canEdit ? editBar(truth, tab, current) : undefined;
    return {
      ...(cell?.note === undefined ? {} : { note: cell.note }),
      ...(cell?.link === undefined ? {} : { link: cell.link }),
      ...(rule === undefined || !truth.canEdit || bar !== undefined ? {} : { rule }),
      ...(bar === undefined ? {} : { bar: bar[this.#options.language] }),
    };
  }

  #placeCard(): void {
    const view = this.#options.grid.view();
    const current = this.#current;
    const isHere = view !== undefined && current !== undefined && view.tab === current.tab;
    const rect = isHere ? rectOf(view, current.row, current.column) : undefined;
    const { language, grid } = this.#options;
    showCellCard(element('card'), this.#facts(), rect, {
      language,
      goTo: (link) => {
        const place = this.#placeOf(link);
        if (place !== undefined) grid.goTo(place);
      },
      nameOf: (link) => this.#nameOf(link),
    });
    const hasOptions = rect !== undefined && this.#rule()?.offered === true && this.#options.truth().canEdit;
    this.#button.hidden = !hasOptions;
    if (rect === undefined) return;
    this.#button.style.left = `${rect.left + rect.width - 22}px`;
    this.#button.style.top = `${rect.top}px`;
    this.#button.style.height = `${rect.height}px`;
  }

  #openOptions(): void {
    const { grid, language } = this.#options;
    const current = this.#current;
    const view = grid.view();
    const options = this.#rule()?.condition.options;
    if (current === undefined || view === undefined || options === undefined) return;
    const chosen = shownText(grid.cellAt(current));
    this.#list.open(options, chosen, rectOf(view, current.row, current.column), {
      label: PAGE_WORDS.options[language],
      choose: (option) => grid.enter(current, option),
      left: () => grid.focus(),
    });
  }

  /** Where a link within the workbook leads: to a tab, and to a cell of it. */
  #placeOf(link: string): CellPlace | undefined {
    const parts = new URLSearchParams(link.replace(/^#/, ''));
    const tab = Number(parts.get('gid') ?? 'NaN');
    const cell = parseCellName((parts.get('range') ?? 'A1').split(':')[0] ?? 'A1');
    return this.#options.signs.tab(tab) === undefined || cell === undefined ? undefined : { tab, ...cell };
  }

  #nameOf(link: string): string {
    const place = this.#placeOf(link);
    if (place === undefined) return link;
    return `${this.#options.signs.tab(place.tab)?.title}, ${cellName(place.row, place.column)}`;
  }
}
