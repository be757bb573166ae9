import { GoogleError } from './google-error.ts';
import type { JsonObject } from './json.ts';

interface DriveProblem {
  readonly code: number;
  readonly reason: string;
  readonly message: string;
  /** The parameter or header that is wrong. */
  readonly location?: string;
  readonly locationType?: 'parameter' | 'header';
}

/** Drive keeps the older envelope: an `errors` list and no `status` (recorded: 404 of files.get). */
export function driveError({ code, reason, message, location, locationType }: DriveProblem): GoogleError {
  const problem: JsonObject = {
    message,
    domain: 'global',
    reason,
    ...(location === undefined ? {} : { location, locationType: locationType ?? 'parameter' }),
  };
  return new GoogleError(code, message, { error: { code, message, errors: [problem] } });
}

export const driveFileNotFound = (fileId: string): GoogleError =>
  driveError({ code: 404, reason: 'notFound', message: `File not found: ${fileId}.`, location: 'fileId' });

/** `what` as Google names it: `Permission`, `Comment`, `Reply`, `Revision`. */
export const driveChildNotFound = (what: string, id: string, location: string): GoogleError =>
  driveError({ code: 404, reason: 'notFound', message: `${what} not found: ${id}.`, location });

export const driveForbidden = (
  message = 'The user does not have sufficient permissions for this file.',
  reason = 'insufficientFilePermissions',
): GoogleError => driveError({ code: 403, reason, message });

export const driveInvalid = (message: string, location: string): GoogleError =>
  driveError({ code: 400, reason: 'invalid', message, location });

export const driveBadRequest = (message: string, reason = 'badRequest'): GoogleError =>
  driveError({ code: 400, reason, message });

/** `fields` names nothing: "Invalid field selection x", as quoted in public threads. */
export const driveUnknownField = (path: string): GoogleError =>
  driveError({
    code: 400,
    reason: 'invalidParameter',
    message: `Invalid field selection ${path}`,
    location: 'fields',
  });

export const driveRateLimited = (reason: 'userRateLimitExceeded' | 'rateLimitExceeded'): GoogleError =>
  driveError({ code: 403, reason, message: 'User Rate Limit Exceeded' });

export const driveBackendError = (code: 500 | 503): GoogleError =>
  driveError({ code, reason: 'backendError', message: code === 500 ? 'Internal Error' : 'Backend Error' });
