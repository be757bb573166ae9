import { expect, test } from 'vitest';
import { type EditsAnswer, NotTaken, SignedOut } from '../../../../src/local/page/client/sync/api.ts';
import { Outbox } from '../../../../src/local/page/client/sync/outbox.ts';
import { Sync } from '../../../../src/local/page/client/sync/sync.ts';
import type { SyncState } from '../../../../src/local/page/client/sync/sync-to.ts';
import type { CellEdit } from '../../../../src/local/page/model/cell-edit.ts';
import type { CellChange, PageChange } from '../../../../src/local/page/model/page-change.ts';
import type { PageWorkbook } from '../../../../src/local/page/model/page-workbook.ts';
import { aPage, aTab } from '../page-states.ts';

const cells = (version: number, changes: readonly CellChange[]): PageChange => ({
  kind: 'cells',
  version,
  cells: changes,
  looks: {},
  charts: [],
});

/** What a server may do beside answering with a change. */
type Word = 'none' | 'cut' | 'gone' | 'signedOut' | 'notTaken';

/** A server that answers as it is told to, one answer after the other, and then nothing more happens. */
class Script {
  readonly sent: CellEdit[][] = [];
  readonly put: CellChange[] = [];
  readonly shown: PageWorkbook[] = [];
  readonly states: SyncState[] = [];
  readonly refused: string[] = [];
  readonly overtaken: CellEdit['values'][] = [];
  busy = false;
  readonly #answers: (PageChange | EditsAnswer | Word)[];
  readonly outbox = new Outbox();
  readonly sync: Sync;

  constructor(truth: PageWorkbook, answers: (PageChange | EditsAnswer | Word)[]) {
    this.#answers = answers;
    this.sync = new Sync(truth, this.outbox, {
      api: {
        read: async () => truth,
        changes: async () => {
          const next = this.#next();
          if (next === 'none' || 'outcomes' in next) return { kind: 'none' };
          return { kind: 'changed', change: next };
        },
        send: async (_version, edits) => {
          this.sent.push([...edits]);
          const next = this.#next();
          if (next === 'none' || !('outcomes' in next)) throw new Error('an answer to edits was wanted');
          return next;
        },
      },
      clock: { wait: async () => {}, isHidden: () => false, year: () => 2026 },
      to: {
        put: (changes) => this.put.push(...changes),
        show: (workbook) => this.shown.push(workbook),
        isBusy: () => this.busy,
        chartsChanged: () => {},
        refused: (outcomes, overtaken) => {
          this.refused.push(...outcomes.map(({ reason }) => reason.en));
          this.overtaken.push(...overtaken.map(({ values }) => values));
        },
        applied: () => {},
        gone: () => {},
        state: (state) => this.states.push(state),
        keep: () => {},
      },
    });
  }

  #next(): PageChange | EditsAnswer | 'none' {
    const next = this.#answers.shift();
    if (this.#answers.length === 0) this.sync.stop();
    if (next === undefined || next === 'cut') throw new Error('cut');
    if (next === 'signedOut') throw new SignedOut('401');
    if (next === 'notTaken') throw new NotTaken('400');
    return next === 'gone' ? 'none' : next;
  }
}

const applied = (ids: readonly string[], change: PageChange): EditsAnswer => ({
  outcomes: ids.map((id) => ({ id, outcome: 'applied' })),
  isBusy: false,
  changes: { kind: 'changed', change },
});

const place = { tab: 1, row: 0, column: 0 };
const page = aPage({ tabs: [aTab({ rows: [[{ value: 2, look: 'a' }]] })] });

test('an edit is sent as it was typed, and then shows what the server made of it', async () => {
  const script = new Script(page, ['none']);
  script.sync.edited({ ...place, values: [['0,5']] });
  const [{ id = '' } = {}] = script.outbox.edits;
  const answer = applied([id], cells(2, [{ ...place, cell: { value: 0.5, shown: '0,50', look: 'a' } }]));
  const again = new Script(page, [answer]);
  again.outbox.fill(script.outbox.toText());
  await again.sync.run();
  expect(again.sent[0]?.[0]).toMatchObject({ ...place, values: [['0,5']], seen: [[2]] });
  expect(again.put.at(-1)).toEqual({ ...place, cell: { value: 0.5, shown: '0,50', look: 'a' } });
  expect(again.states.at(-1)).toEqual({ link: 'up', waiting: 0 });
});

test('while the server is away edits wait, in order, and go together when it is back', async () => {
  const script = new Script(page, ['cut', 'cut', 'none']);
  script.sync.edited({ ...place, values: [['1']] });
  script.sync.edited({ ...place, column: 1, values: [['x']] });
  const ids = script.outbox.edits.map(({ id }) => id);
  const again = new Script(page, ['cut', 'cut', applied(ids, cells(2, []))]);
  again.outbox.fill(script.outbox.toText());
  await again.sync.run();
  expect(again.states.filter(({ link }) => link === 'lost')).toEqual([
    { link: 'lost', waiting: 2 },
    { link: 'lost', waiting: 2 },
  ]);
  expect(again.sent.at(-1)?.map(({ id }) => id)).toEqual(ids);
});

test('a refused edit is taken back and its reason told; what others changed in a waiting cell is not shown over it', async () => {
  const script = new Script(page, ['none']);
  script.sync.edited({ ...place, values: [['9']] });
  const [{ id = '' } = {}] = script.outbox.edits;
  const refusal: EditsAnswer = {
    outcomes: [{ id, outcome: 'refused', reason: { vi: 'không', en: 'no' } }],
    isBusy: false,
    changes: { kind: 'none' },
  };
  const again = new Script(page, [refusal]);
  again.outbox.fill(script.outbox.toText());
  await again.sync.run();
  expect(again.refused).toEqual(['no']);
  expect(again.put.at(-1)).toEqual({ ...place, cell: { value: 2, look: 'a' } });
});

test('a refused entry is offered again only where somebody else changed its cell first', async () => {
  const script = new Script(page, ['none']);
  script.sync.edited({ ...place, values: [['9']] });
  script.sync.edited({ ...place, column: 1, values: [['x']] });
  const outcomes = script.outbox.edits.map(
    ({ id }) => ({ id, outcome: 'refused', reason: { vi: 'không', en: 'no' } }) as const,
  );
  const change = cells(2, [{ ...place, cell: { value: 3, look: 'a' } }]);
  const again = new Script(page, [{ outcomes, isBusy: false, changes: { kind: 'changed', change } }]);
  again.outbox.fill(script.outbox.toText());
  await again.sync.run();
  expect(again.overtaken).toEqual([[['9']]]);
});

test('another structure is shown only when nobody is typing, with what waits on top of it', async () => {
  const whole: PageChange = {
    kind: 'whole',
    workbook: aPage({ version: 3, tabs: [aTab(), aTab({ id: 2 })] }),
  };
  const script = new Script(page, [whole, 'none', 'none', 'none']);
  script.busy = true;
  const run = script.sync.run();
  await Promise.resolve();
  expect(script.shown).toEqual([]);
  script.busy = false;
  await run;
  expect(script.shown.map(({ tabs }) => tabs.length)).toEqual([2]);
});

test('a whole workbook that differs in a cell is put there cell by cell, as after a restart of the server', async () => {
  const next = aPage({ version: 9, tabs: [aTab({ rows: [[{ value: 3, look: 'a' }]] })] });
  const script = new Script(page, [{ kind: 'whole', workbook: next }]);
  await script.sync.run();
  expect([script.shown, script.put]).toEqual([[], [{ ...place, cell: { value: 3, look: 'a' } }]]);
});

test('an entry that changes nothing is not sent', () => {
  const script = new Script(page, ['none']);
  script.sync.edited({ ...place, values: [[2]] });
  script.sync.edited({ ...place, column: 1, values: [['']] });
  expect(script.outbox.edits).toEqual([]);
});

/** Entries one below the other, and what they are known by. */
function withEntries(count: number): { readonly text: string; readonly ids: readonly string[] } {
  const script = new Script(page, ['none']);
  for (let row = 1; row <= count; row += 1) script.sync.edited({ ...place, row, values: [[String(row)]] });
  return { text: script.outbox.toText(), ids: script.outbox.edits.map(({ id }) => id) };
}

test('who has to sign in again is told so, and what waits is kept and sent afterwards', async () => {
  const { text, ids } = withEntries(2);
  const script = new Script(page, ['signedOut', 'signedOut', applied(ids, cells(2, []))]);
  script.outbox.fill(text);
  await script.sync.run();
  expect(script.states.map(({ link }) => link)).toEqual(['signedOut', 'signedOut', 'up', 'up']);
  expect(script.states.at(1)).toEqual({ link: 'signedOut', waiting: 2 });
  expect(script.sent).toHaveLength(3);
});

test('an entry that the server does not take is refused alone and holds up no other', async () => {
  const { text, ids } = withEntries(3);
  const [first = '', , third = ''] = ids;
  const script = new Script(page, [
    'notTaken',
    applied([first], cells(2, [])),
    'notTaken',
    applied([third], cells(3, [])),
  ]);
  script.outbox.fill(text);
  await script.sync.run();
  expect(script.sent.map((edits) => edits.map(({ values }) => values[0]?.[0]))).toEqual([
    ['1', '2', '3'],
    ['1'],
    ['2'],
    ['3'],
  ]);
  expect(script.refused).toEqual(['“2” in cell A3 was not written: the server cannot take it.']);
  expect(script.outbox.edits).toEqual([]);
});

test('entries that a busy server put off wait and are sent again', async () => {
  const { text, ids } = withEntries(2);
  const [first = '', second = ''] = ids;
  const put: EditsAnswer = { ...applied([first], cells(2, [])), isBusy: true };
  const script = new Script(page, [put, applied([second], cells(3, []))]);
  script.outbox.fill(text);
  await script.sync.run();
  expect(script.states.map(({ link }) => link)).toContain('busy');
  expect(script.sent.map((edits) => edits.map(({ id }) => id))).toEqual([ids, [second]]);
  expect([script.refused, script.outbox.edits]).toEqual([[], []]);
});

test('what is entered while another structure waits to be shown is seen as the screen shows it', async () => {
  const moved = aPage({
    version: 3,
    tabs: [aTab({ rows: [[{ value: 7 }], [{ value: 2 }]] }), aTab({ id: 2 })],
  });
  const script = new Script(page, [{ kind: 'whole', workbook: moved }, 'none', 'none', 'none']);
  script.busy = true;
  const run = script.sync.run();
  await Promise.resolve();
  await Promise.resolve();
  script.sync.edited({ ...place, column: 1, values: [['1']] });
  expect(script.outbox.edits[0]?.marks).toEqual([{ row: 0, column: 0, seen: 2 }]);
  script.outbox.fill(null);
  script.busy = false;
  await run;
});

/** The entry that is sent when others changed the cell and the head of its row while it was open. */
async function enteredOver(changes: readonly CellChange[], between: (sync: Sync) => void) {
  const named = aPage({ tabs: [aTab({ rows: [[{ value: 'An Lão' }, { value: 'A' }, { value: 0.5 }]] })] });
  const script = new Script(named, [cells(2, changes), 'none']);
  script.sync.opened({ ...place, column: 2 });
  await script.sync.run();
  between(script.sync);
  script.sync.edited({ ...place, column: 2, values: [['1']] });
  return script.outbox.edits.map((edit) => ({ seen: edit.seen, marks: edit.marks }));
}

const OTHERS: readonly CellChange[] = [
  { ...place, cell: { value: 'Ba Tơ' } },
  { ...place, column: 2, cell: { value: 2 } },
];
const marks = (name: string) => [
  { row: 0, column: 0, seen: name },
  { row: 0, column: 1, seen: 'A' },
];

test('an entry is seen on what stood in its cell and at the head of its row when the cell was opened, whatever others wrote there since', async () => {
  expect(await enteredOver(OTHERS, () => {})).toEqual([{ seen: [[0.5]], marks: marks('An Lão') }]);
});

test('a cell that was opened and left as it was counts as seen when it is filled', async () => {
  const edits = await enteredOver(OTHERS, (sync) => sync.abandoned({ ...place, column: 2 }));
  expect(edits).toEqual([{ seen: [[2]], marks: marks('Ba Tơ') }]);
});

test('a cell that is opened on top of an entry that waits is seen as that entry left it, and anew once it was refused', async () => {
  const script = new Script(page, ['none']);
  script.sync.edited({ ...place, values: [['9']] });
  const [{ id = '' } = {}] = script.outbox.edits;
  const opened = (answer: EditsAnswer) => {
    const again = new Script(page, [answer]);
    again.outbox.fill(script.outbox.toText());
    again.sync.opened(place);
    return again;
  };
  const written = opened(applied([id], cells(2, [{ ...place, cell: { value: 9 } }])));
  await written.sync.run();
  written.sync.edited({ ...place, values: [['1']] });
  const outcome = { id, outcome: 'refused', reason: { vi: 'không', en: 'no' } } as const;
  const refused = opened({ outcomes: [outcome], isBusy: false, changes: { kind: 'none' } });
  await refused.sync.run();
  refused.sync.edited({ ...place, values: [['1']] });
  expect([written, refused].map(({ outbox }) => outbox.edits.map(({ seen }) => seen))).toEqual([
    [[[9]]],
    [[[2]]],
  ]);
});
