import type { Language } from '../../../../domain/language.ts';
import { describeChart } from '../../chart/describe-chart.ts';
import type { PlacedChart } from '../../model/page-workbook.ts';
import type { GridView } from '../grid.ts';

type Draw = typeof import('../draw-on-page.ts').drawOnPage;

interface Floating {
  readonly element: HTMLElement;
  readonly text: string;
  readonly remove: () => void;
}

/** Charts over the cells. What draws them is fetched when the first one comes into sight. */
export class ChartsLayer {
  readonly #holder: HTMLElement;
  readonly #language: Language;
  readonly #charts = new Map<number, Floating>();
  #draw: Promise<Draw> | undefined;

  constructor(holder: HTMLElement, language: Language) {
    this.#holder = holder;
    this.#language = language;
  }

  /** Shows these charts, and no others, where the cells under them lie. */
  show(charts: readonly PlacedChart[], view: GridView): void {
    const wanted = new Set(charts.map(({ id }) => id));
    for (const [id, floating] of this.#charts) if (!wanted.has(id)) this.#remove(id, floating);
    for (const chart of charts) {
      const floating = this.#floating(chart);
      place(floating.element, chart, view);
    }
  }

  #remove(id: number, { element, remove }: Floating): void {
    remove();
    element.remove();
    this.#charts.delete(id);
  }

  #floating(placed: PlacedChart): Floating {
    const text = JSON.stringify([placed.chart, placed.width, placed.height]);
    const known = this.#charts.get(placed.id);
    if (known?.text === text) return known;
    if (known !== undefined) this.#remove(placed.id, known);
    const element = document.createElement('div');
    element.className = 'chart';
    const picture = document.createElement('div');
    picture.className = 'chart-picture';
    picture.setAttribute('role', 'img');
    picture.setAttribute('aria-label', describeChart(placed.chart)[this.#language]);
    picture.style.width = `${placed.width}px`;
    picture.style.height = `${placed.height}px`;
    element.append(picture);
    this.#holder.append(element);
    let end: (() => void) | undefined;
    let isGone = false;
    this.#draw ??= import('../draw-on-page.ts').then(({ drawOnPage }) => drawOnPage);
    void this.#draw.then((draw) => {
      if (!isGone) end = draw(picture, placed);
    });
    const remove = () => {
      isGone = true;
      end?.();
    };
    const floating = { element, text, remove };
    this.#charts.set(placed.id, floating);
    return floating;
  }
}

/**
 * A chart scrolls with the cell at its corner. The element is a window onto the cells that scroll, so that it goes under the heads and the
 * frozen rows and columns; inside it the picture is moved.
 */
function place(element: HTMLElement, chart: PlacedChart, view: GridView): void {
  const { heads, frozen, scrolled, scale, edgeOf } = view;
  const corner = edgeOf(chart.row, chart.column);
  const isFixedAcross = corner.left < frozen.width;
  const isFixedDown = corner.top < frozen.height;
  const left = heads.width + (isFixedAcross ? 0 : frozen.width);
  const top = heads.height + (isFixedDown ? 0 : frozen.height);
  const x = heads.width + corner.left + chart.offsetX - (isFixedAcross ? 0 : scrolled.left) - left;
  const y = heads.height + corner.top + chart.offsetY - (isFixedDown ? 0 : scrolled.top) - top;
  element.style.left = `${left * scale}px`;
  element.style.top = `${top * scale}px`;
  const picture = element.firstElementChild as HTMLElement;
  picture.style.transform = `translate(${x * scale}px, ${y * scale}px) scale(${scale})`;
}
