import type { LeakKind } from '../../../src/domain/leak.ts';
import { PUBLISHER, type PublicationWorld } from './publication-world.ts';

/** A results file into which somebody who may edit it puts what must not be there. */
export interface Tampered {
  readonly world: PublicationWorld;
  readonly resultsId: string;
  /** The id of a tab by its title. */
  readonly tabId: (title: string) => Promise<number>;
}

export const RANKING = 'Xếp hạng – Huyện, thị xã, thành phố';
export const SUMMARY = 'Tổng hợp';

export async function idOfTab({ world, resultsId }: Omit<Tampered, 'tabId'>, title: string): Promise<number> {
  const path = `/v4/spreadsheets/${resultsId}?fields=sheets.properties(sheetId,title)`;
  const { body } = await world.call(PUBLISHER, 'GET', path);
  const sheets = body['sheets'] as { properties: { sheetId?: number; title: string } }[];
  return sheets.find(({ properties }) => properties.title === title)?.properties.sheetId ?? 0;
}

export async function batch({ world, resultsId }: Tampered, ...requests: readonly object[]): Promise<void> {
  const path = `/v4/spreadsheets/${resultsId}:batchUpdate`;
  const { status, body } = await world.call(PUBLISHER, 'POST', path, { requests });
  if (status !== 200) throw new Error(JSON.stringify(body));
}

export const text = (stringValue: string) => ({ userEnteredValue: { stringValue } });

export interface Planted {
  readonly what: string;
  readonly plant: (file: Tampered) => Promise<void>;
  /** What the leak check must say: every kind, and the tab and cell where there is one. */
  readonly expected: { readonly kind: LeakKind; readonly tab?: string; readonly cell?: string };
}
