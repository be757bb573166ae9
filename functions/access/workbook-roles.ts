import type { FilePermission, ReadPermissions } from '../../src/sheets/drive-permissions.ts';

/** What a person may do with a workbook, weakest first; undefined stands for nothing at all. */
export const WORKBOOK_ROLES = ['reader', 'commenter', 'writer'] as const;
export type WorkbookRole = (typeof WORKBOOK_ROLES)[number];

/** Drive's words for roles that can edit a file. */
const WRITERS = new Set(['writer', 'fileOrganizer', 'organizer', 'owner']);

/** A share that was taken away goes on working for at most this long; five minutes are promised. */
const FRESH_FOR_MS = 60_000;
/** More workbooks than any province has; beyond it the oldest answers are forgotten. */
const REMEMBERED = 1_000;

function roleIn({ role }: FilePermission): WorkbookRole | undefined {
  if (WRITERS.has(role)) return 'writer';
  return WORKBOOK_ROLES.find((known) => known === role);
}

/**
 * A link that anyone may follow names nobody, so it gives no right to compute; members of a group cannot be
 * looked up with a share's own list, so a group counts for nothing either (docs/adr/0040).
 */
function covers({ type, emailAddress, domain }: FilePermission, email: string): boolean {
  if (type === 'user') return emailAddress?.toLowerCase() === email;
  return type === 'domain' && domain !== undefined && email.endsWith(`@${domain.toLowerCase()}`);
}

export function isAtLeast(role: WorkbookRole | undefined, needed: WorkbookRole): boolean {
  return role !== undefined && WORKBOOK_ROLES.indexOf(role) >= WORKBOOK_ROLES.indexOf(needed);
}

/** The strongest role that any share gives to a person. */
export function roleOf(permissions: readonly FilePermission[], email: string): WorkbookRole | undefined {
  const roles = permissions.filter((permission) => covers(permission, email)).map(roleIn);
  return WORKBOOK_ROLES.findLast((role) => roles.includes(role));
}

export interface RoleQuestion {
  readonly spreadsheetId: string;
  readonly email: string;
  readonly needed: WorkbookRole;
}

export type FindRole = (question: RoleQuestion) => Promise<WorkbookRole | undefined>;

interface Remembered {
  readonly permissions: readonly FilePermission[];
  readonly at: number;
}

/**
 * Asks Drive at most once a minute for those who may; a person who may not is looked up afresh, so that a new
 * share works at once.
 */
export function makeFindRole(readPermissions: ReadPermissions, now: () => number): FindRole {
  const remembered = new Map<string, Remembered>();

  function remember(spreadsheetId: string, permissions: readonly FilePermission[]): void {
    remembered.delete(spreadsheetId);
    remembered.set(spreadsheetId, { permissions, at: now() });
    const [oldest] = remembered.keys();
    if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  }

  return async ({ spreadsheetId, email, needed }) => {
    const known = remembered.get(spreadsheetId);
    if (known !== undefined && now() - known.at < FRESH_FOR_MS) {
      const role = roleOf(known.permissions, email);
      if (isAtLeast(role, needed)) return role;
    }
    const permissions = await readPermissions(spreadsheetId);
    remember(spreadsheetId, permissions);
    return roleOf(permissions, email);
  };
}
