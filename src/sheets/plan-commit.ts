import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Commit } from '../domain/change.ts';
import { besideValues, buildSteps, type Step } from './build-requests.ts';
import { fillStage } from './fill-stage.ts';
import type { GoogleStructure } from './layout/sheet-features.ts';
import { copyInto, type Stage, stagesOf, type WriteCells } from './staged-block.ts';
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

const FRAME_BYTES = Buffer.byteLength(bodyOf([]));

/** Requests in order, in as few bodies as their size allows. */
function packed(requests: readonly string[], bytesPerWrite: number): readonly string[] {
  const bodies: string[][] = [];
  let left = 0;
  for (const request of requests) {
    const bytes = Buffer.byteLength(request) + 1;
    const body = bodies.at(-1);
    if (body === undefined || bytes > left) {
      bodies.push([request]);
      left = bytesPerWrite - FRAME_BYTES - bytes;
    } else {
      body.push(request);
      left -= bytes;
    }
  }
  return bodies.map(bodyOf);
}

function textsOf(requests: readonly Request[]): readonly string[] {
  return requests.map((request) => JSON.stringify(request));
}

/** All requests of a commit as text; undefined as soon as they are too many for one body. */
function directTexts(steps: readonly Step[], bytesPerWrite: number): readonly string[] | undefined {
  const texts: string[] = [];
  let left = bytesPerWrite - FRAME_BYTES;
  for (const { requests } of steps) {
    const added = textsOf(requests());
    left -= added.reduce((sum, text) => sum + Buffer.byteLength(text) + 1, 0);
    if (left < 0) return undefined;
    texts.push(...added);
  }
  return texts;
}

/** So few cells take fewer bytes where they belong than a request that copies them there. */
const CELLS_NOT_STAGED = 8;

function toStage({ changes }: Commit): readonly WriteCells[] {
  return changes
    .filter((change) => change.kind === 'write-cells')
    .filter(({ rows }) => rows.reduce((sum, row) => sum + row.length, 0) > CELLS_NOT_STAGED);
}

function finalTexts(steps: readonly Step[], stages: readonly Stage[]): readonly string[] {
  const copies = new Map<WriteCells, Request[]>();
  for (const block of stages.flatMap(({ blocks }) => blocks))
    copies.set(block.change, [...(copies.get(block.change) ?? []), copyInto(block)]);
  for (const [change, requests] of copies) requests.push(...besideValues(change));
  const texts = steps.flatMap(({ change, requests }) =>
    textsOf((change?.kind === 'write-cells' && copies.get(change)) || requests()),
  );
  const removals = stages.map(({ tab }): Request => ({ deleteSheet: { sheetId: tab.sheetId } }));
  return [...texts, ...textsOf(removals)];
}

/**
 * What is sent for a commit. A small one is one batch. Of a large one all blocks first go to hidden tabs, where
 * nobody sees them; the last batch claims the version, copies them into place with their looks, does everything
 * else and removes the hidden tabs. Readers see the results before or after that batch (docs/adr/0023).
 */
export function planCommit(commit: Commit, structure: GoogleStructure, bytesPerWrite: number): CommitPlan {
  const steps = buildSteps(commit, structure);
  const direct = directTexts(steps, bytesPerWrite);
  if (direct !== undefined) return { staging: [], final: bodyOf(direct) };
  const stages = stagesOf(commit, toStage(commit));
  const adds = textsOf(stages.flatMap(({ tab }) => addStagingTab(tab, commit.version)));
  const fills = stages.flatMap((stage) => fillStage(stage, bytesPerWrite));
  return { staging: packed([...adds, ...fills], bytesPerWrite), final: bodyOf(finalTexts(steps, stages)) };
}
