import { type CellEdit, type Entered, seenIn } from '../../model/cell-edit.ts';
import { enteredCell } from '../../model/edit-text.ts';
import type { Look } from '../../model/look.ts';
import { applyPageChange, type CellChange, type PageChange, pageChange } from '../../model/page-change.ts';
import type { PageCell, PageWorkbook } from '../../model/page-workbook.ts';
import { type Changes, type EditsAnswer, NotTaken, SignedOut, type WorkbookApi } from './api.ts';
import { isThere } from './is-there.ts';
import { notTaken } from './not-taken.ts';
import { OpenCells } from './open-cells.ts';
import type { Outbox, SeenThere } from './outbox.ts';
import type { Refused, SyncState, SyncTo } from './sync-to.ts';
import { WhenSent } from './when-sent.ts';

/** Others' edits are to be seen within two seconds. */
const LOOK_MS = 700;
/** A window that nobody sees looks seldom. */
const HIDDEN_LOOK_MS = 5_000;
const RETRY_MS = 1_000;
/** A server that is busy is not asked at once again. */
const BUSY_MS = 3_000;
/** Sent together: a long list after a lost connection is a few requests, not hundreds. */
const SENT_TOGETHER = 40;

interface Clock {
  readonly wait: (milliseconds: number, wake: AbortSignal) => Promise<void>;
  readonly isHidden: () => boolean;
  readonly year: () => number;
}

interface Place {
  readonly tab: number;
  readonly row: number;
  readonly column: number;
}

function cellIn({ tabs }: PageWorkbook, { tab, row, column }: Place): PageCell | null {
  return tabs.find(({ id }) => id === tab)?.rows[row]?.[column] ?? null;
}

/**
 * Keeps a window and the server in step: sends what was entered, in order, one request at a time, and fetches what others changed. While the
 * server cannot be reached, edits wait.
 */
export class Sync {
  readonly #api: WorkbookApi;
  readonly #to: SyncTo;
  readonly #outbox: Outbox;
  readonly #open = new OpenCells();
  readonly #clock: Clock;
  #truth: PageWorkbook;
  #wake = new AbortController();
  #link: SyncState['link'] = 'up';
  /** What is on the screen while another structure waits to be shown. */
  #onScreen: PageWorkbook | undefined;
  #together = SENT_TOGETHER;
  #isOver = false;
  #count = 0;
  readonly #whenSent = new WhenSent();

  constructor(
    truth: PageWorkbook,
    outbox: Outbox,
    with_: { readonly api: WorkbookApi; readonly to: SyncTo; readonly clock: Clock },
  ) {
    this.#truth = truth;
    this.#outbox = outbox;
    this.#api = with_.api;
    this.#to = with_.to;
    this.#clock = with_.clock;
  }

  /** The workbook as the server last told it. */
  get truth(): PageWorkbook {
    return this.#truth;
  }

  /** The person opens a cell to edit it: whatever becomes of it meanwhile, this is what they saw. */
  opened(place: Place): void {
    this.#open.open(place, this.#seenBy({ ...place, values: [['']] }));
  }

  /** The person leaves a cell as it was. */
  abandoned(place: Place): void {
    this.#open.close(place);
  }

  edited(entered: Entered): void {
    const seen = this.#open.seenBy(entered, this.#seenBy(entered));
    if (this.#isNothing(entered)) {
      this.#putTruth([entered]);
      return;
    }
    this.#count += 1;
    const id = `${Date.now().toString(36)}-${this.#count}`;
    this.#outbox.add(id, entered, seen);
    this.#kept();
    this.lookNow();
  }

  /** Settles when nothing waits any more, or what waits cannot be sent just now: whether everything is on the server. */
  sent(): Promise<boolean> {
    const sent = this.#whenSent.wait();
    this.#whenSent.tell(this.#state, this.#isOver);
    this.lookNow();
    return sent;
  }

  /** Does now what would be done a little later. */
  lookNow(): void {
    this.#wake.abort();
  }

  stop(): void {
    this.#isOver = true;
    this.lookNow();
  }

  async run(): Promise<void> {
    this.#showWaiting();
    while (!this.#isOver) {
      // biome-ignore lint/performance/noAwaitInLoops: one request at a time, so that edits stay in order
      await this.#step();
      this.#showDeferred();
      const pause = this.#pause();
      if (pause > 0) await this.#clock.wait(pause, this.#wake.signal);
      this.#wake = new AbortController();
    }
  }

  #pause(): number {
    if (this.#link === 'busy') return BUSY_MS;
    if (this.#link !== 'up') return RETRY_MS;
    if (this.#outbox.edits.length > 0) return 0;
    return this.#clock.isHidden() ? HIDDEN_LOOK_MS : LOOK_MS;
  }

  /** One request. */
  async #step(): Promise<void> {
    const edits = this.#outbox.edits.slice(0, this.#together);
    const answer = await this.#ask(edits);
    this.#link = typeof answer === 'string' ? answer : answer.isBusy ? 'busy' : 'up';
    if (typeof answer !== 'string') this.#answered(edits, answer);
    if (this.#outbox.edits.length === 0) this.#together = SENT_TOGETHER;
    this.#to.state(this.#state);
    this.#whenSent.tell(this.#state, this.#isOver);
  }

  async #ask(edits: readonly CellEdit[]): Promise<EditsAnswer | 'lost' | 'signedOut'> {
    const { version } = this.#truth;
    try {
      if (edits.length > 0) return await this.#api.send(version, edits);
      return { outcomes: [], isBusy: false, changes: await this.#api.changes(version) };
    } catch (error) {
      if (error instanceof SignedOut) return 'signedOut';
      if (!(error instanceof NotTaken) || edits.length === 0) return 'lost';
      this.#together = 1;
      return notTaken(edits);
    }
  }

  #answered(edits: readonly CellEdit[], { outcomes, changes }: EditsAnswer): void {
    const refused = outcomes.filter((outcome) => outcome.outcome === 'refused');
    for (const { id, outcome } of outcomes)
      if (outcome === 'applied') this.#outbox.applied(id);
      else this.#outbox.refused(id);
    for (const { id } of refused) this.#open.forget(edits.find((edit) => edit.id === id));
    if (outcomes.length > 0) this.#kept();
    this.#take(changes);
    this.#putTruth(edits);
    const applied = edits.filter(({ id }) =>
      outcomes.some((each) => each.id === id && each.outcome === 'applied'),
    );
    if (applied.length > 0) this.#to.applied(applied);
    if (refused.length > 0) this.#to.refused(refused, this.#overtaken(refused, edits));
  }

  #overtaken(refused: readonly Refused[], edits: readonly CellEdit[]): readonly CellEdit[] {
    const isOneCell = ({ values }: CellEdit) => values.length === 1 && values[0]?.length === 1;
    return edits.filter(
      (edit) =>
        refused.some(({ id }) => id === edit.id) &&
        isOneCell(edit) &&
        seenIn(this.#cellOf(edit)) !== edit.seen[0]?.[0],
    );
  }

  #take({ kind, change }: Changes): void {
    if (kind === 'gone') {
      this.#isOver = true;
      this.#to.gone();
    }
    if (kind === 'changed' && change !== undefined) this.#apply(change);
  }

  #apply(told: PageChange): void {
    const before = this.#truth;
    this.#truth = applyPageChange(before, told);
    // A whole workbook may differ in a few cells only, as after a restart of the server.
    const change = told.kind === 'whole' ? pageChange(before, this.#truth) : told;
    if (change.kind === 'whole') {
      this.#onScreen ??= before;
      return;
    }
    const free = change.cells.filter((cell) => this.#outbox.givenIn(cell) === undefined);
    if (this.#onScreen === undefined) this.#to.put(free, change.looks);
    if (change.charts.length > 0) this.#to.chartsChanged();
  }

  /** Another structure is shown once nobody types in the old one. */
  #showDeferred(): void {
    if (this.#onScreen === undefined || this.#to.isBusy()) return;
    this.#onScreen = undefined;
    this.#to.show(this.#truth);
    this.#showWaiting();
    this.#to.chartsChanged();
  }

  /** What waits is shown as it was entered. */
  #showWaiting(): void {
    const cells = this.#outbox.edits.flatMap(({ tab, row, column, values }) =>
      values.flatMap((line, down) =>
        line.map((given, right): CellChange => {
          const place = { tab, row: row + down, column: column + right };
          return { ...place, cell: this.#asTyped(this.#cellOf(place), given) };
        }),
      ),
    );
    if (cells.length > 0) this.#to.put(cells, {});
  }

  #asTyped(before: PageCell | null, given: CellEdit['values'][number][number]): PageCell {
    return enteredCell(given, before, this.#lookOf(before), this.#typing());
  }

  /** Shows what the server has in the cells of edits, where nothing else waits. */
  #putTruth(edits: readonly Entered[]): void {
    const cells = edits.flatMap(({ tab, row, column, values }) =>
      values.flatMap((line, down) =>
        line.map((_, right): CellChange => {
          const place = { tab, row: row + down, column: column + right };
          return { ...place, cell: this.#cellOf(place) };
        }),
      ),
    );
    const free = cells.filter((cell) => this.#outbox.givenIn(cell) === undefined);
    if (this.#onScreen === undefined) this.#to.put(free, {});
  }

  /** Entered as it stands already, and nothing waits: there is nothing to send. */
  #isNothing({ tab, row, column, values }: Entered): boolean {
    return values.every((line, down) =>
      line.every((given, right) => {
        const place = { tab, row: row + down, column: column + right };
        return this.#outbox.givenIn(place) === undefined && isThere(given, this.#shownAt(place));
      }),
    );
  }

  #seenBy(entered: Entered): SeenThere {
    return this.#outbox.seenBy(entered, {
      seenAt: (cell) => seenIn(this.#shownAt(cell)),
      lookAt: (cell) => this.#lookOf(this.#shownAt(cell)),
      tab: this.#shown.tabs.find(({ id: tab }) => tab === entered.tab),
      typing: this.#typing(),
    });
  }

  #cellOf(place: Place): PageCell | null {
    return cellIn(this.#truth, place);
  }

  /** The workbook as the person sees it, who may be typing while others insert rows. */
  get #shown(): PageWorkbook {
    return this.#onScreen ?? this.#truth;
  }

  #shownAt(place: Place): PageCell | null {
    return cellIn(this.#shown, place);
  }

  #lookOf(cell: PageCell | null): Look | undefined {
    return cell?.look === undefined
      ? undefined
      : (this.#shown.looks[cell.look] ?? this.#truth.looks[cell.look]);
  }

  #typing() {
    return { locale: this.#truth.locale, year: this.#clock.year() };
  }

  #kept(): void {
    this.#to.keep(this.#outbox.toText());
    this.#to.state(this.#state);
  }

  get #state(): SyncState {
    return { link: this.#link, waiting: this.#outbox.edits.length };
  }
}
