import type { Language } from '../../../domain/language.ts';
import { enterAgain } from '../../../domain/messages/edit-messages.ts';
import { PAGE_WORDS, SYNC_WORDS } from '../../../domain/messages/page-messages.ts';
import type { CellEdit } from '../model/cell-edit.ts';
import { editBar, valueBar } from '../model/judge-edit.ts';
import type { PageWorkbook } from '../model/page-workbook.ts';
import { offer, tell } from './chrome/ask-dialog.ts';
import { element } from './chrome/elements.ts';
import { leaveInOrder } from './chrome/leave-in-order.ts';
import { listenForRegionKeys } from './chrome/regions.ts';
import { SyncSign } from './chrome/sync-sign.ts';
import { TabChoice } from './chrome/tab-choice.ts';
import { Toast } from './chrome/toast.ts';
import type { CellPlace, Grid, GridEvents } from './grid.ts';
import { Over } from './over/over.ts';
import { pageClock } from './page-clock.ts';
import { Signs } from './signs.ts';
import { type BoundScript, startScript } from './start-script.ts';
import { type WorkbookApi, workbookApi } from './sync/api.ts';
import { keepText } from './sync/kept-text.ts';
import { Outbox } from './sync/outbox.ts';
import { Sync } from './sync/sync.ts';
import type { Refused, SyncTo } from './sync/sync-to.ts';
import { startGrid } from './univer/grid-univer.ts';

export interface Opened {
  readonly id: string;
  /** Who sits here, by the server's name for them. */
  readonly as: string;
  readonly language: Language;
}

const TOAST_SECONDS = 6;

/** Parts of the page with controls of their own. */
const BESIDE_CELLS = '.head, .bar, #sidebar';

/** A workbook on the page: the grid, what floats over it, the script's menu, and the tie to the server. */
class Desk {
  readonly #language: Language;
  readonly #toast: Toast;
  readonly #signs = new Signs();
  readonly #tabs = new TabChoice((tab) => this.#grid?.goTo({ tab, row: 0, column: 0 }));
  readonly #outbox = new Outbox();
  readonly #kept: string;
  readonly #sign: SyncSign;
  readonly #script: BoundScript;
  readonly #sync: Sync;
  #grid: Grid | undefined;
  /** How often the person was told that something was not entered. */
  #refusals = 0;
  #over: Over | undefined;

  constructor({ id, as, language }: Opened, api: WorkbookApi, workbook: PageWorkbook) {
    this.#language = language;
    this.#toast = new Toast(element('toasts'), PAGE_WORDS.close[language]);
    this.#kept = `par-index.outbox.${id}.${as}`;
    this.#outbox.fill(sessionStorage.getItem(this.#kept));
    this.#signs.use(workbook);
    this.#sign = new SyncSign({ language, toast: this.#toast, canEdit: workbook.canEdit });
    this.#sync = new Sync(workbook, this.#outbox, { api, clock: pageClock, to: this.#to() });
    this.#script = startScript({
      id,
      as,
      language,
      toast: this.#toast,
      ready: () => this.#isAllSent(),
      ended: () => this.#sync.lookNow(),
    });
  }

  async open(): Promise<void> {
    listenForRegionKeys(() => this.#grid);
    const grid = await startGrid({
      container: element('grid'),
      language: this.#language,
      events: this.#events(),
      signsAt: (tab, row, column) => this.#signsAt({ tab, row, column }),
    });
    this.#grid = grid;
    this.#over = new Over({
      grid,
      signs: this.#signs,
      language: this.#language,
      truth: () => this.#sync.truth,
    });
    grid.show(this.#sync.truth);
    this.#tabs.show(this.#sync.truth.tabs, grid.current()?.tab);
    await grid.ready();
    element('loading').hidden = true;
    document.body.dataset['ready'] = 'yes';
    this.#listen();
    void this.#script.open();
    await this.#sync.run();
  }

  #events(): GridEvents {
    return {
      opened: (place) => this.#sync.opened(place),
      abandoned: (place) => this.#sync.abandoned(place),
      edited: (edit) => this.#sync.edited(edit),
      selected: (place) => {
        this.#over?.select(place);
        this.#tabs.choose(place.tab);
      },
      moved: () => this.#over?.move(),
      notDone: (words) => void tell(PAGE_WORDS.notice[this.#language], words[this.#language]),
      barred: (place, given) => this.#barred(place, given),
    };
  }

  #to(): SyncTo {
    return {
      put: (cells, looks) => {
        this.#signs.use(this.#sync.truth);
        this.#grid?.put(cells, looks);
        this.#over?.move();
      },
      show: (workbook) => {
        this.#signs.use(workbook);
        this.#grid?.show(workbook);
        this.#tabs.show(workbook.tabs, this.#grid?.current()?.tab);
        this.#over?.move();
      },
      isBusy: () => this.#grid?.isEditing() === true,
      chartsChanged: () => {
        this.#signs.use(this.#sync.truth);
        this.#over?.move();
      },
      refused: (outcomes, overtaken) => void this.#tellRefused(outcomes, overtaken),
      applied: (edits) => this.#script.edited(edits),
      gone: () => void tell(PAGE_WORDS.notice[this.#language], PAGE_WORDS.gone[this.#language]),
      state: (state) => this.#sign.show(state),
      keep: (text) => keepText(sessionStorage, this.#kept, text),
    };
  }

  /** Whether everything that was typed is on the server; what is still open in a cell is entered first. */
  async #isAllSent(): Promise<boolean> {
    const told = this.#refusals;
    await this.#grid?.finish();
    if (!(await this.#sync.sent())) {
      const waiting = this.#outbox.edits.length;
      void tell(PAGE_WORDS.notice[this.#language], SYNC_WORDS.notDone(waiting)[this.#language]);
      return false;
    }
    // Whoever is being told that an entry was not taken has not seen yet what would be reckoned with.
    return told === this.#refusals;
  }

  /** Whether the person may not do this, which they are told. */
  #barred(place: CellPlace, given?: CellEdit['values'][number][number]): boolean {
    const { truth } = this.#sync;
    const tab = this.#signs.tab(place.tab);
    if (tab === undefined) return true;
    const judged = { workbook: truth, year: pageClock.year() };
    const bar =
      editBar(truth, tab, place) ?? (given === undefined ? undefined : valueBar(tab, place, given, judged));
    if (bar === undefined) return false;
    const words = bar[this.#language];
    if (given === undefined) this.#toast.show(words, TOAST_SECONDS);
    else {
      this.#refusals += 1;
      void tell(PAGE_WORDS.notEntered[this.#language], words);
    }
    return true;
  }

  /** A single entry that came after somebody else's is offered again; of several each value is told. */
  async #tellRefused(outcomes: readonly Refused[], overtaken: readonly CellEdit[]): Promise<void> {
    this.#refusals += 1;
    const reasons = new Set(outcomes.map(({ reason }) => reason[this.#language]));
    const [title, text] = [PAGE_WORDS.notEntered[this.#language], [...reasons].join('\n')];
    const [edit] = overtaken;
    const given = edit?.values[0]?.[0];
    if (outcomes.length !== 1 || edit === undefined || typeof given !== 'string') return tell(title, text);
    const isWanted = await offer(title, text, enterAgain(given)[this.#language]);
    if (isWanted) this.#grid?.enter(edit, given);
  }

  #signsAt(place: CellPlace) {
    const rule = this.#signs.ruleAt(place.tab, place.row, place.column);
    if (rule === undefined) return undefined;
    const isWrong = this.#signs.isWrong(rule, this.#grid?.cellAt(place) ?? null);
    return { isWrong, hasOptions: rule.offered };
  }

  #listen(): void {
    const isUnsent = () => this.#outbox.edits.length > 0 || this.#grid?.isEditing() === true;
    window.addEventListener('beforeunload', (event) => {
      if (isUnsent()) event.preventDefault();
    });
    leaveInOrder({ isThere: isUnsent, sent: () => this.#isAllSent() });
    // Whoever goes from the cells to another part of the page has done typing, as one who goes to another cell.
    document.addEventListener('focusin', ({ target }) => {
      if ((target as Element).closest(BESIDE_CELLS) !== null) void this.#grid?.finish();
    });
    document.addEventListener('visibilitychange', () => this.#sync.lookNow());
    window.addEventListener('online', () => this.#sync.lookNow());
    window.addEventListener('resize', () => this.#over?.move());
  }
}

/** Opens a workbook on the page; goes on as long as the page is open. */
export async function openWorkbook(opened: Opened): Promise<void> {
  const api = workbookApi(opened.id, opened.as);
  await new Desk(opened, api, await api.read()).open();
}
