import { afterEach, beforeEach, expect, test } from 'vitest';
import { publish } from '../../../src/jobs/publication/publish.ts';
import { bindingOf } from '../../../src/jobs/publication/results-file.ts';
import { verify } from '../../../src/jobs/publication/verify.ts';
import { withdraw } from '../../../src/jobs/publication/withdraw.ts';
import { titlesSeenBy, valuesSeenBy } from './publication-views.ts';
import {
  makePublicationWorld,
  OUTSIDER,
  PUBLISHER,
  type PublicationWorld,
  REQUEST,
  ROBOT,
} from './publication-world.ts';

const LOG = 'Nhật ký công bố';
const WITHDRAWAL = { who: 'Sở Nội vụ', why: 'Rà soát lại' };

let world: PublicationWorld;
let resultsId: string;
let copyId: string;

/** A published control workbook, of which somebody made a copy: the copy brings the note about the publication. */
beforeEach(async () => {
  world = await makePublicationWorld();
  resultsId = await world.newFile();
  await world.publishAll({ ...REQUEST, resultsId });
  const { body } = await world.call(PUBLISHER, 'POST', `/drive/v3/files/${world.controlId}/copy`, {
    name: 'Bản sao',
  });
  copyId = String(body['id']);
  const share = { type: 'user', role: 'writer', emailAddress: ROBOT.email };
  const path = `/drive/v3/files/${copyId}/permissions?sendNotificationEmail=false`;
  await world.call(PUBLISHER, 'POST', path, share);
});
afterEach(() => world.close());

const inCopy = () => world.dependencies({ controlId: copyId });

async function verifyIn(controlId: string) {
  const { control, openResults } = world.dependencies({ controlId });
  const report = await verify({
    control,
    controlId,
    openResults: (id) => {
      if (id === undefined) return undefined;
      const { spreadsheet, file } = openResults(id);
      return { spreadsheet, describe: () => file.describe() };
    },
  });
  return report.outcome;
}

async function publishInCopy(request = REQUEST) {
  const { outcome } = await publish(inCopy(), request, PUBLISHER.email);
  if (outcome.kind !== 'draft') return outcome;
  return (await publish(inCopy(), { ...request, confirm: outcome.draft }, PUBLISHER.email)).outcome;
}

/** Writes into the copy that a file is its results, as somebody with the API could. */
async function claim(fileId: string): Promise<void> {
  const { body } = await world.call(
    PUBLISHER,
    'GET',
    `/v4/spreadsheets/${copyId}?fields=${encodeURIComponent('sheets(properties.title,developerMetadata)')}`,
  );
  const sheets = body['sheets'] as {
    properties: { title: string };
    developerMetadata?: { metadataId: number; metadataKey: string; metadataValue: string }[];
  }[];
  const notes = sheets.find(({ properties }) => properties.title === LOG)?.developerMetadata;
  const note = notes?.find(({ metadataKey }) => metadataKey === 'par.release');
  const record = JSON.parse(note?.metadataValue ?? '') as object;
  const metadataValue = JSON.stringify({ ...record, of: bindingOf(copyId), resultsId: fileId });
  const update = {
    updateDeveloperMetadata: {
      dataFilters: [{ developerMetadataLookup: { metadataId: note?.metadataId } }],
      developerMetadata: { metadataValue },
      fields: 'metadataValue',
    },
  };
  const path = `/v4/spreadsheets/${copyId}:batchUpdate`;
  expect((await world.call(PUBLISHER, 'POST', path, { requests: [update] })).status).toBe(200);
}

test('a copy of a published control workbook has published nothing: it withdraws and verifies nothing', async () => {
  expect((await withdraw(inCopy(), WITHDRAWAL, PUBLISHER.email)).outcome).toEqual({
    kind: 'nothing-published',
  });
  expect(await verifyIn(copyId)).toEqual({ kind: 'nothing-published' });
  expect(await titlesSeenBy(OUTSIDER, world, resultsId)).toContain('Tổng hợp');
});

test('a copy publishes into a file of its own, and both can be verified', async () => {
  expect(await publishInCopy({ ...REQUEST, resultsId })).toMatchObject({
    kind: 'refused',
    refusal: { kind: 'not-a-results-file' },
  });
  const own = await world.newFile();
  expect(await publishInCopy({ ...REQUEST, why: 'Công bố kỳ sau', resultsId: own })).toMatchObject({
    kind: 'published',
    resultsId: own,
    sealed: { link: { number: 1, previous: null } },
  });
  const log = await valuesSeenBy(PUBLISHER, world, copyId, LOG);
  expect(log.slice(5).map((row) => String(row.at(-1)).includes(`/${own}/`))).toEqual([false, true]);
  const verified = [await verifyIn(copyId), await verifyIn(world.controlId)];
  expect(verified).toMatchObject([
    { kind: 'verified', differences: [] },
    { kind: 'verified', differences: [] },
  ]);
  await withdraw(inCopy(), WITHDRAWAL, PUBLISHER.email);
  expect(await titlesSeenBy(OUTSIDER, world, own)).toBe(403);
  expect(await titlesSeenBy(OUTSIDER, world, resultsId)).toContain('Tổng hợp');
});

test('a workbook that claims another’s results can neither read, change nor close them', async () => {
  await claim(resultsId);
  expect(await verifyIn(copyId)).toEqual({ kind: 'not-these-results' });
  expect((await withdraw(inCopy(), WITHDRAWAL, PUBLISHER.email)).outcome).toEqual({
    kind: 'not-these-results',
  });
  expect(await publishInCopy()).toMatchObject({ refusal: { kind: 'not-a-results-file' } });
  expect(await titlesSeenBy(OUTSIDER, world, resultsId)).toContain('Tổng hợp');
  await claim(world.controlId);
  expect((await withdraw(inCopy(), WITHDRAWAL, PUBLISHER.email)).outcome).toEqual({
    kind: 'not-these-results',
  });
});

test('a results file that lost the tab which says whose it is can still be withdrawn', async () => {
  const { body } = await world.call(
    PUBLISHER,
    'GET',
    `/v4/spreadsheets/${resultsId}?fields=sheets.properties(sheetId,title)`,
  );
  const sheets = body['sheets'] as { properties: { sheetId: number; title: string } }[];
  const sheetId = sheets.find(({ properties }) => properties.title === 'Cách kiểm tra')?.properties.sheetId;
  await world.call(PUBLISHER, 'POST', `/v4/spreadsheets/${resultsId}:batchUpdate`, {
    requests: [{ deleteSheet: { sheetId } }],
  });
  expect(await verifyIn(world.controlId)).toEqual({ kind: 'not-these-results' });
  expect((await world.withdraw()).outcome).toMatchObject({ kind: 'closed-without-log', closed: 1 });
  expect(await titlesSeenBy(OUTSIDER, world, resultsId)).toBe(403);
});
