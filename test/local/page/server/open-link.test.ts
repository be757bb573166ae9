import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeRichWorkbook, share } from '../rich-workbook.ts';
import { type House, openHouse } from './page-house.ts';

let house: House;
let published = '';
beforeAll(async () => {
  house = await openHouse();
  const { standIn, people } = house;
  const { token } = people.editor;
  published = await makeRichWorkbook(standIn.rootUrl, token, 'Kết quả');
  await share(standIn.rootUrl, token, published, { type: 'anyone', role: 'reader' });
});
afterAll(() => house.stop());

const leadsTo = async (id: string, as: string) => {
  const { status, headers } = await house.ask(`/spreadsheets/d/${id}/edit?as=${as}`);
  return [status, headers.location];
};

test('a link to a spreadsheet leads to what everybody may see, else to the workbook of who is let in, else to a sentence', async () => {
  expect(await leadsTo(published, 'reader')).toEqual([303, `/view/${published}`]);
  expect(await leadsTo(house.id, 'editor')).toEqual([303, `/workbook/${house.id}?as=editor`]);
  expect(await leadsTo(house.id, 'reader')).toEqual([404, undefined]);
  expect(await leadsTo('nothing', 'editor')).toEqual([404, undefined]);
});
