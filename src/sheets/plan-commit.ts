import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Change, Commit } from '../domain/change.ts';
import { buildSteps, formatCells, type Step } from './build-requests.ts';
import type { GoogleStructure } from './layout/sheet-features.ts';
import { type Block, blocksOf, copyInto, fillRequests } from './staged-block.ts';
import { addStagingTab } from './staging-tab.ts';

type Request = sheets_v4.Schema$Request;

/** Google recommends bodies of at most 2 MB (developers.google.com/workspace/sheets/api/limits). */
export const BYTES_PER_WRITE = 2_000_000;

/** The bodies of a commit: some that prepare hidden tabs, and the one that makes it. */
export interface CommitPlan {
  readonly staging: readonly string[];
  readonly final: string;
}

function bodyOf(requests: readonly string[]): string {
  return `{"requests":[${requests.join(',')}]}`;
}

/** Requests in order, in as few bodies as their size allows. */
function packed(requests: readonly string[], bytesPerWrite: number): readonly string[] {
  const bodies: string[][] = [];
  let left = 0;
  for (const request of requests) {
    const bytes = Buffer.byteLength(request) + 1;
    const body = bodies.at(-1);
    if (body === undefined || bytes > left) {
      bodies.push([request]);
      left = bytesPerWrite - bytes;
    } else {
      body.push(request);
      left -= bytes;
    }
  }
  return bodies.map(bodyOf);
}

/** A step of a commit as text, so that its size is known and it is never written out twice. */
interface WrittenStep {
  readonly change: Change | undefined;
  readonly texts: readonly string[];
  readonly bytes: number;
}

function textsOf(requests: readonly Request[]): readonly string[] {
  return requests.map((request) => JSON.stringify(request));
}

function writeOut({ change, requests }: Step): WrittenStep {
  const texts = textsOf(requests);
  return { change, texts, bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text) + 1, 0) };
}

function totalOf(steps: readonly WrittenStep[]): number {
  return steps.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** The largest blocks of a commit, taken until the rest of it fits into one body. */
function changesToStage(steps: readonly WrittenStep[], bytesPerWrite: number): ReadonlySet<Change> {
  const staged = new Set<Change>();
  let left = totalOf(steps);
  for (const { change, bytes } of steps.toSorted((a, b) => b.bytes - a.bytes)) {
    if (left <= bytesPerWrite || change?.kind !== 'write-cells') continue;
    staged.add(change);
    left -= bytes;
  }
  return staged;
}

function finalBody(
  steps: readonly WrittenStep[],
  blocks: readonly Block[],
  staged: ReadonlySet<Change>,
): string {
  const texts = steps.flatMap((step) => {
    const { change } = step;
    if (change?.kind !== 'write-cells' || !staged.has(change)) return step.texts;
    const copies = blocks.filter((block) => block.change === change).map(copyInto);
    return textsOf([...copies, ...formatCells(change)]);
  });
  const removals = blocks.map(({ tab }): Request => ({ deleteSheet: { sheetId: tab.sheetId } }));
  return bodyOf([...texts, ...textsOf(removals)]);
}

/**
 * What is sent for a commit. A small one is one batch. Of a large one the largest blocks first go to hidden
 * tabs, where nobody sees them; the last batch claims the version, copies them into place, does everything
 * else and removes the hidden tabs. Readers see the results before or after that batch (docs/adr/0023).
 */
export function planCommit(commit: Commit, structure: GoogleStructure, bytesPerWrite: number): CommitPlan {
  const steps = buildSteps(commit, structure).map(writeOut);
  const staged = changesToStage(steps, bytesPerWrite);
  const blocks = blocksOf(commit, staged);
  const adds = textsOf(blocks.flatMap(({ tab }) => addStagingTab(tab, commit.version)));
  const fills = blocks.flatMap((block) => fillRequests(block, bytesPerWrite));
  return {
    staging: packed([...adds, ...fills], bytesPerWrite),
    final: finalBody(steps, blocks, staged),
  };
}
