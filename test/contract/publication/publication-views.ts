import type { Account } from '../../../src/local/stand-in/identity/accounts.ts';
import type { PublicationWorld } from './publication-world.ts';

/** The titles of a workbook's tabs as somebody sees them; the status for whoever may not. */
export async function titlesSeenBy(
  who: Account,
  world: PublicationWorld,
  id: string,
): Promise<readonly string[] | number> {
  const { status, body } = await world.call(
    who,
    'GET',
    `/v4/spreadsheets/${id}?fields=sheets.properties.title`,
  );
  if (status !== 200) return status;
  return (body['sheets'] as { properties: { title: string } }[]).map(({ properties }) => properties.title);
}

/** The values of a tab as somebody sees them. */
export async function valuesSeenBy(
  who: Account,
  world: PublicationWorld,
  id: string,
  title: string,
): Promise<readonly (readonly unknown[])[]> {
  const range = encodeURIComponent(`'${title}'`);
  const query = 'valueRenderOption=UNFORMATTED_VALUE';
  const { body } = await world.call(who, 'GET', `/v4/spreadsheets/${id}/values/${range}?${query}`);
  return (body['values'] ?? []) as unknown[][];
}
