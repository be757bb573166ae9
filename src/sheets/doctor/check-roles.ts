import type { Finding } from '../../domain/doctor-finding.ts';
import type { FilePermission, ReadPermissions } from '../drive-permissions.ts';
import { SpreadsheetError } from '../spreadsheet-error.ts';

export interface RolesOptions {
  readonly readPermissions: ReadPermissions;
  readonly spreadsheetId: string;
  /** The address of the account that will recompute, when it is known. */
  readonly account?: string;
}

/** Roles that may edit (Drive v3, `permissions.role`). */
const EDITING = new Set(['owner', 'organizer', 'fileOrganizer', 'writer']);

/** Each role with how many have it: `owner 1, writer 3`. */
function countRoles(permissions: readonly FilePermission[]): string {
  const counts = new Map<string, number>();
  for (const { role } of permissions) counts.set(role, (counts.get(role) ?? 0) + 1);
  return [...counts].map(([role, count]) => `${role} ${count}`).join(', ');
}

function checkAccount(permissions: readonly FilePermission[], account: string | undefined): Finding {
  const own = permissions.find(({ emailAddress }) => emailAddress?.toLowerCase() === account?.toLowerCase());
  // An account that is not listed may edit through a group or a domain: the check of editing tells.
  if (account !== undefined && own !== undefined && !EDITING.has(own.role))
    return { kind: 'fails', check: 'roles', seen: `${account} ${own.role}` };
  return { kind: 'holds', check: 'roles', seen: countRoles(permissions) };
}

function checkInvited(permissions: readonly FilePermission[]): Finding {
  const open = permissions.filter(({ type }) => type === 'anyone');
  if (open.length === 0) return { kind: 'holds', check: 'invited' };
  return { kind: 'fails', check: 'invited', seen: open.map(({ role }) => `anyone ${role}`).join(', ') };
}

/** Whether people's rights can be told by their roles, as every recompute does, and whether drafts are among the invited. */
export async function checkRoles(options: RolesOptions): Promise<readonly Finding[]> {
  const { readPermissions, spreadsheetId, account } = options;
  try {
    const permissions = await readPermissions(spreadsheetId);
    return [checkAccount(permissions, account), checkInvited(permissions)];
  } catch (error) {
    if (error instanceof SpreadsheetError)
      return [{ kind: 'refused', check: 'roles', failure: error.failure }];
    throw error;
  }
}
