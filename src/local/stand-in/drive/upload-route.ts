import type { AnsweringApi } from '../contract/contract-table.ts';

export interface UploadRoute {
  readonly version: 'v2' | 'v3';
  /** Undefined for a new file. */
  readonly fileId: string | undefined;
}

/** The address of an upload, whatever is done there. */
export function uploadAddress(path: string): UploadRoute | undefined {
  const match = /^(?:\/resumable)?\/upload\/drive\/(v[23])\/files(?:\/([\w-]+))?$/.exec(path);
  const [, version, fileId] = match ?? [];
  return version === 'v2' || version === 'v3' ? { version, fileId } : undefined;
}

export function matchUpload(method: string, path: string): UploadRoute | undefined {
  const route = uploadAddress(path);
  if (route === undefined) return undefined;
  const { version, fileId } = route;
  const expected = fileId === undefined ? 'POST' : version === 'v2' ? 'PUT' : 'PATCH';
  return method === expected ? route : undefined;
}

/** The method that an upload calls; version 2 has another name for a new file. */
export function uploadMethod({ version, fileId }: UploadRoute): {
  readonly api: AnsweringApi;
  readonly methodId: string;
} {
  if (fileId !== undefined)
    return { api: version === 'v2' ? 'drive-v2' : 'drive', methodId: 'drive.files.update' };
  return version === 'v2'
    ? { api: 'drive-v2', methodId: 'drive.files.insert' }
    : { api: 'drive', methodId: 'drive.files.create' };
}
