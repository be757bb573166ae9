import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Change } from '../../domain/change.ts';
import type { Protection } from '../../domain/layout.ts';
import { gridRange } from './grid-range.ts';
import { objectIdOf } from './object-id.ts';
import { type GoogleStructure, NO_FEATURES, type StandingProtection } from './sheet-features.ts';

type Request = sheets_v4.Schema$Request;
type LayOut = Extract<Change, { readonly kind: 'lay-out' }>;

/** The key of a protection of a whole tab, by which the index office of a workbook is known again. */
const WHOLE_TAB = 'tab';

function idOf(sheetId: number, key: string): number {
  return objectIdOf(sheetId, `protection ${key}`);
}

function distinct(addresses: readonly string[]): readonly string[] {
  return [...new Set(addresses.map((address) => address.toLowerCase()))];
}

/** Who may change the tabs that the product protected as a whole: the index office, as it stands in the workbook. */
function standingOffice({ features = new Map() }: GoogleStructure): readonly string[] {
  return [...features].flatMap(([sheetId, { protections }]) =>
    protections.flatMap(({ id, users }) => (id === idOf(sheetId, WHOLE_TAB) ? users : [])),
  );
}

function rangeOf(sheetId: number, { area, open = [] }: Protection): sheets_v4.Schema$ProtectedRange {
  if (area !== undefined) return { range: gridRange(sheetId, area) };
  return { range: { sheetId }, unprotectedRanges: open.map((each) => gridRange(sheetId, each)) };
}

function protect(
  protection: Protection,
  sheetId: number,
  office: readonly string[],
  standing: StandingProtection | undefined,
): Request {
  const { key, description } = protection;
  const wanted = { protectedRangeId: idOf(sheetId, key), description, ...rangeOf(sheetId, protection) };
  const users = [...distinct([...(standing?.users ?? []), ...office])];
  if (standing === undefined)
    return { addProtectedRange: { protectedRange: { ...wanted, editors: { users } } } };
  const fields = 'range,unprotectedRanges,description';
  if (users.length === distinct(standing.users).length)
    return { updateProtectedRange: { protectedRange: wanted, fields } };
  // Whoever was let in by hand stays in.
  const protectedRange = { ...wanted, editors: { users } };
  return { updateProtectedRange: { protectedRange, fields: `${fields},editors.users` } };
}

/**
 * What is protected, updated where it stands. In a workbook whose index office is not known nothing is: the tab would
 * be closed to everybody but the owner. A tab that staff protected as a whole keeps their protection, for Google takes
 * no second one.
 */
export function protectionRequests(change: LayOut, structure: GoogleStructure): readonly Request[] {
  const { sheetId, protections = [], protectedBefore = [] } = change;
  const { protections: standing } = structure.features?.get(sheetId) ?? NO_FEATURES;
  const ours = (key: string) => standing.find(({ id }) => id === idOf(sheetId, key));
  const named = protections.flatMap((protection) => protection.office ?? []);
  const office = distinct([...named, ...standingOffice(structure)]);
  const isClosedByStaff = standing.some(
    ({ id, isWholeTab }) => isWholeTab && id !== idOf(sheetId, WHOLE_TAB),
  );
  const wanted = office.length === 0 ? [] : protections;
  const removed = protectedBefore.filter((key) => !protections.some((each) => each.key === key));
  return [
    ...removed
      .flatMap((key) => ours(key) ?? [])
      .map(({ id }) => ({ deleteProtectedRange: { protectedRangeId: id } })),
    ...wanted
      .filter(({ area }) => area !== undefined || !isClosedByStaff)
      .map((protection) => protect(protection, sheetId, office, ours(protection.key))),
  ];
}
