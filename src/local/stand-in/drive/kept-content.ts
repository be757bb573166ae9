import { createHash } from 'node:crypto';
import { driveForbidden } from '../contract/drive-error.ts';
import type { JsonObject } from '../contract/json.ts';
import { type DriveFile, isBlob, type StoredFile } from '../model/drive-file.ts';
import type { FileStore } from '../storage/file-store.ts';

/** Contents of all files together: they are in memory. */
const MOST_KEPT_BYTES = 256 * 1024 * 1024;

/** The file with that content, as it was uploaded. */
export function withContent({ file }: StoredFile, content: Buffer, type: string): StoredFile {
  const sum = (algorithm: string): string => createHash(algorithm).update(content).digest('hex');
  const facts = {
    size: content.length,
    md5Checksum: sum('md5'),
    sha1Checksum: sum('sha1'),
    sha256Checksum: sum('sha256'),
  };
  return { file: { ...file, mimeType: type, content: facts }, content };
}

/** Refused as by a Drive that is full. */
export function assertRoom(store: FileStore, content: Buffer, replaced: Buffer | undefined): void {
  const kept = store.all().reduce((sum, stored) => sum + (stored.content?.length ?? 0), 0);
  if (kept - (replaced?.length ?? 0) + content.length <= MOST_KEPT_BYTES) return;
  throw driveForbidden("The user's Drive storage quota has been exceeded.", 'storageQuotaExceeded');
}

/** What Drive says of a file that is no document of its own editors. */
export function contentFields({ id, name, mimeType, content, revisions }: DriveFile): JsonObject {
  if (!isBlob(mimeType) || content === undefined) return {};
  const { size, ...sums } = content;
  const [, extension = ''] = /\.([A-Za-z0-9]{1,16})$/.exec(name) ?? [];
  return {
    size: String(size),
    quotaBytesUsed: String(size),
    ...sums,
    originalFilename: name,
    fileExtension: extension,
    fullFileExtension: extension,
    headRevisionId: revisions.at(-1)?.id ?? '1',
    webContentLink: `https://drive.google.com/uc?id=${id}&export=download`,
  };
}
