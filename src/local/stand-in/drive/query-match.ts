import type { JsonObject } from '../contract/json.ts';
import type { Account } from '../identity/accounts.ts';
import type { DriveFile } from '../model/drive-file.ts';
import { rootIdOf } from './file-record.ts';
import type { Query } from './query-syntax.ts';

/** Whether a file answers to the expression; undefined where the expression asks for something unknown. */
export function matchesQuery(file: DriveFile, query: Query, caller: Account): boolean | undefined {
  switch (query.kind) {
    case 'and':
      return all(
        query.parts.map((part) => matchesQuery(file, part, caller)),
        (results) => results.every(Boolean),
      );
    case 'or':
      return all(
        query.parts.map((part) => matchesQuery(file, part, caller)),
        (results) => results.some(Boolean),
      );
    case 'not': {
      const inner = matchesQuery(file, query.part, caller);
      return inner === undefined ? undefined : !inner;
    }
    case 'in':
      return isIn(file, query.value, query.collection, caller);
    case 'has':
      return hasEntry(file, query.field, query.key, query.value);
    default:
      return query.field === 'sharedWithMe'
        ? comparesText(String(isSharedWith(file, caller)), query.operator, query.value.toLowerCase())
        : compares(file, query.field, query.operator, query.value);
  }
}

function all(
  results: readonly (boolean | undefined)[],
  judge: (results: readonly (boolean | undefined)[]) => boolean,
): boolean | undefined {
  return results.includes(undefined) ? undefined : judge(results);
}

function isIn(file: DriveFile, value: string, collection: string, caller: Account): boolean | undefined {
  const email = value === 'me' ? caller.email : value;
  switch (collection) {
    case 'parents':
      return file.parents.includes(value === 'root' ? rootIdOf(caller) : value);
    case 'owners':
      return hasRoleOf(file, email, ['owner']);
    case 'writers':
      return hasRoleOf(file, email, ['owner', 'organizer', 'fileOrganizer', 'writer']);
    case 'readers':
      return hasRoleOf(file, email, ['owner', 'organizer', 'fileOrganizer', 'writer', 'commenter', 'reader']);
    default:
      return undefined;
  }
}

/** Shared with somebody by name, not through a link or by being the owner. */
function isSharedWith(file: DriveFile, caller: Account): boolean {
  return hasRoleOf(file, caller.email, ['writer', 'commenter', 'reader']);
}

function hasEntry(
  file: DriveFile,
  field: string,
  key: string,
  value: string | undefined,
): boolean | undefined {
  if (field !== 'properties' && field !== 'appProperties') return undefined;
  const entries = (file.extra[field] ?? {}) as JsonObject;
  const found = Object.hasOwn(entries, key) ? entries[key] : undefined;
  return found !== undefined && (value === undefined || found === value);
}

/** Who finds or reaches the file beside those it is shared with by name. */
function visibilityOf({ permissions }: DriveFile): string {
  const open = permissions.find(({ type }) => type === 'anyone' || type === 'domain');
  if (open === undefined) return 'limited';
  return `${open.type}${open.allowFileDiscovery === true ? 'CanFind' : 'WithLink'}`;
}

function hasRoleOf(file: DriveFile, email: string, roles: readonly string[]): boolean {
  return file.permissions.some(
    ({ role, emailAddress }) => roles.includes(role) && emailAddress?.toLowerCase() === email.toLowerCase(),
  );
}

function compares(file: DriveFile, field: string, operator: string, value: string): boolean | undefined {
  switch (field) {
    case 'name':
    case 'title':
      return comparesName(file.name, operator, value);
    case 'fullText':
      return operator === 'contains' ? wordsOf(file.name).includes(value.toLowerCase()) : undefined;
    case 'mimeType':
      return comparesText(file.mimeType, operator, value);
    case 'trashed':
      return comparesText(String(file.trashed), operator, value.toLowerCase());
    case 'starred':
      return comparesText(String(file.starred), operator, value.toLowerCase());
    case 'visibility':
      return comparesText(visibilityOf(file), operator, value);
    case 'createdTime':
      return comparesTime(file.createdTime, operator, value);
    case 'shortcutDetails.targetId':
      return comparesText('', operator, value);
    case 'viewedByMeTime':
    case 'modifiedTime':
      return comparesTime(file.modifiedTime, operator, value);
    default:
      return undefined;
  }
}

/** `contains` on a name is about the beginnings of its words [D]. */
function comparesName(name: string, operator: string, value: string): boolean | undefined {
  // ASCII letters are alike in either case, others are not (measured by others).
  if (operator !== 'contains') return comparesText(asciiLower(name), operator, asciiLower(value));
  const wanted = value.toLowerCase();
  return name.toLowerCase().startsWith(wanted) || wordsOf(name).some((word) => word.startsWith(wanted));
}

function asciiLower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
}

function comparesText(actual: string, operator: string, value: string): boolean | undefined {
  if (operator === '=') return actual === value;
  if (operator === '!=') return actual !== value;
  return operator === 'contains' ? actual.toLowerCase().startsWith(value.toLowerCase()) : undefined;
}

function comparesTime(actual: string, operator: string, value: string): boolean | undefined {
  const difference = Date.parse(actual) - Date.parse(value);
  if (Number.isNaN(difference)) return undefined;
  switch (operator) {
    case '=':
      return difference === 0;
    case '!=':
      return difference !== 0;
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
    default:
      return undefined;
  }
}
