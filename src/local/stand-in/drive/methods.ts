import type { Method } from '../http/call.ts';
import { accountMethods } from './account-methods.ts';
import { commentMethods } from './comment-methods.ts';
import { copyMethods } from './copy-methods.ts';
import { fileMethods } from './file-methods.ts';
import { listMethods } from './list-files.ts';
import { permissionMethods } from './permission-methods.ts';

export const driveMethods: Readonly<Record<string, Method>> = {
  ...fileMethods,
  ...listMethods,
  ...copyMethods,
  ...permissionMethods,
  ...commentMethods,
  ...accountMethods,
};
