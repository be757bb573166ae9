import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { changedLine, movedSpan, splicedSpan } from '../../../../src/local/stand-in/model/span-change.ts';

const LINES = 12;
const edge = fc.nat(LINES);
const anyBlock = fc
  .tuple(edge, edge, edge)
  .map(([a, b, destination]) => ({ start: Math.min(a, b), end: Math.max(a, b), destination }));
const anySpan = fc
  .tuple(edge, edge)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

const lines = Array.from({ length: LINES }, (_, line) => line);

test.prop([anyBlock])('a move takes each line to where it would lie among the lines themselves', (block) => {
  const { start, end, destination } = block;
  const moved = lines.slice(start, end);
  const rest = (from: number, to: number) =>
    lines.slice(from, to).filter((line) => line < start || line >= end);
  const after = [...rest(0, destination), ...moved, ...rest(destination, LINES)];
  const stays = destination > start && destination < end;
  const change = movedSpan(block);
  expect(lines.map((line) => change(line, line + 1))).toEqual(
    lines.map((line) => {
      const place = stays ? line : after.indexOf(line);
      return [place, place + 1];
    }),
  );
});

test.prop([edge, fc.nat(4), anySpan])(
  'lines put in leave every span its lines',
  (start, added, [from, to]) => {
    const change = splicedSpan({ start, removed: 0, added });
    const [first, end] = change(from, to) ?? [0, 0];
    const kept = lines.slice(from, to).map((line) => changedLine(change, line));
    expect(kept.every((line) => line >= first && line < end)).toBe(true);
    expect(end - first - (to - from)).toBe(start > from && start < to ? added : 0);
  },
);

test.prop([edge, fc.integer({ min: 1, max: 5 }), anySpan])(
  'lines taken out leave a span those of its lines that are left, and nothing where none is',
  (start, removed, [from, to]) => {
    const left = lines.slice(from, to).filter((line) => line < start || line >= start + removed);
    const span = splicedSpan({ start, removed, added: 0 })(from, to);
    expect(span === undefined ? 0 : span[1] - span[0]).toBe(left.length);
  },
);
