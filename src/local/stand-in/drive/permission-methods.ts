import { driveBadRequest, driveChildNotFound, driveForbidden } from '../contract/drive-error.ts';
import { notImplemented } from '../contract/google-error.ts';
import { type Answer, type Call, json, type Method, param, queryFlag, queryText } from '../http/call.ts';
import { mayShare, roleOf } from '../identity/access.ts';
import type { DriveFile, Permission, Role } from '../model/drive-file.ts';
import { permissionIdOf } from './file-record.ts';
import { permissionView } from './file-view.ts';
import { assertedPageSize } from './page-size.ts';
import { readFile, updateFile } from './update-file.ts';

const TYPES = ['user', 'group', 'domain', 'anyone'] as const;
const ROLES: readonly Role[] = ['owner', 'organizer', 'fileOrganizer', 'writer', 'commenter', 'reader'];
/** What a link or a whole domain may be given [D]. */
const OPEN_ROLES: readonly Role[] = ['writer', 'commenter', 'reader'];

interface PermissionBody {
  readonly type?: string;
  readonly role?: string;
  readonly emailAddress?: string;
  readonly domain?: string;
  readonly allowFileDiscovery?: boolean;
  readonly expirationTime?: string;
}

function list(call: Call): Answer {
  assertedPageSize(Number(queryText(call, 'pageSize') ?? 100), 100);
  const { file } = readFile(call, 'writer');
  return json({ kind: 'drive#permissionList', permissions: file.permissions.map(permissionView) });
}

function get(call: Call): Answer {
  const { file } = readFile(call, 'writer');
  return json(permissionView(known(file, param(call, 'permissionId'))));
}

async function create(call: Call): Promise<Answer> {
  const permission = newPermission(call, call.body);
  const kept = await updateFile(call, 'writer', (file) => {
    assertMayGrant(call, file, permission.role);
    return { file: granted(file, permission), result: permission };
  });
  return json(permissionView(kept));
}

function newPermission(call: Call, body: PermissionBody): Permission {
  if (body.expirationTime !== undefined) throw notImplemented('permissions with an expirationTime');
  const type = TYPES.find((one) => one === body.type);
  if (type === undefined) throw driveBadRequest('The permission type field is required.', 'required');
  const role = roleIn(body);
  if ((type === 'anyone' || type === 'domain') && !OPEN_ROLES.includes(role))
    throw driveBadRequest(
      'The specified role is not valid for this permission type.',
      'invalidSharingRequest',
    );
  if (type === 'anyone') {
    return { id: 'anyoneWithLink', type, role, allowFileDiscovery: body.allowFileDiscovery === true };
  }
  if (type === 'domain') {
    if (!body.domain)
      throw driveBadRequest('The domain field is required for this permission type.', 'required');
    return { id: `${permissionIdOf(body.domain)}k`, type, role, domain: body.domain };
  }
  const { emailAddress } = body;
  if (!emailAddress) {
    throw driveBadRequest('The emailAddress field is required for this permission type.', 'required');
  }
  const account = call.service.accounts.find(
    ({ email }) => email.toLowerCase() === emailAddress.toLowerCase(),
  );
  const displayName = account?.displayName ?? emailAddress.split('@')[0] ?? emailAddress;
  return { id: permissionIdOf(emailAddress), type, role, emailAddress, displayName };
}

function roleIn(body: PermissionBody): Role {
  const role = ROLES.find((one) => one === body.role);
  if (role === undefined) throw driveBadRequest('The permission role field is required.', 'required');
  if (role === 'organizer' || role === 'fileOrganizer')
    throw driveForbidden('The specified role is only valid in shared drives.', 'invalidSharingRequest');
  return role;
}

/** Only an owner makes an owner, and says so (`transferOwnership`) [D]. */
function assertMayGrant(call: Call, file: DriveFile, role: Role): void {
  if (!mayShare(file, call.caller)) throw driveForbidden();
  if (role !== 'owner') return;
  if (roleOf(file, call.caller) !== 'owner') throw driveForbidden();
  if (!queryFlag(call, 'transferOwnership')) {
    throw driveBadRequest(
      'The transferOwnership parameter must be enabled when the permission role is owner.',
      'forbidden',
    );
  }
}

/** A person has one permission per file; an owner who hands over stays as a writer [D]. */
function granted(file: DriveFile, permission: Permission): DriveFile {
  const others = file.permissions.filter(({ id }) => id !== permission.id);
  const kept =
    permission.role === 'owner'
      ? others.map((one): Permission => (one.role === 'owner' ? { ...one, role: 'writer' } : one))
      : others;
  return { ...file, permissions: [...kept, permission], version: file.version + 1 };
}

async function update(call: Call): Promise<Answer> {
  const role = roleIn(call.body as PermissionBody);
  const kept = await updateFile(call, 'writer', (file) => {
    const before = known(file, param(call, 'permissionId'));
    assertMayGrant(call, file, role);
    if (before.role === 'owner' && role !== 'owner') throw driveForbidden();
    const after = { ...before, role };
    return { file: granted(file, after), result: after };
  });
  return json(permissionView(kept));
}

async function remove(call: Call): Promise<Answer> {
  const id = param(call, 'permissionId');
  const own = permissionIdOf(call.caller.email);
  // Anybody may leave; taking away others' access needs a writer.
  await updateFile(call, id === own ? 'reader' : 'writer', (file) => {
    if (known(file, id).role === 'owner') throw driveForbidden();
    if (id !== own && !mayShare(file, call.caller)) throw driveForbidden();
    const permissions = file.permissions.filter((one) => one.id !== id);
    return { file: { ...file, permissions, version: file.version + 1 }, result: undefined };
  });
  return { kind: 'empty' };
}

function known(file: DriveFile, id: string): Permission {
  const found = file.permissions.find((one) => one.id === id);
  if (found === undefined) throw driveChildNotFound('Permission', id, 'permissionId');
  return found;
}

export const permissionMethods: Readonly<Record<string, Method>> = {
  'drive.permissions.list': list,
  'drive.permissions.get': get,
  'drive.permissions.create': create,
  'drive.permissions.update': update,
  'drive.permissions.delete': remove,
};
