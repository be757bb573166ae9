import { type FieldViolation, GoogleError, shapeError } from './google-error.ts';
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

/** A value of a wrong kind never reaches Drive itself: the body is that of the front end, with the list (measured by others). */
export function driveShapeError(violations: readonly FieldViolation[]): GoogleError {
  const { status, message, body } = shapeError(violations);
  const { code: _code, message: _message, ...rest } = body['error'] as JsonObject;
  const errors = [{ message, reason: 'invalid' }];
  return new GoogleError(status, message, { error: { code: status, message, errors, ...rest } });
}

export const driveRequired = (name: string): GoogleError =>
  driveError({ code: 400, reason: 'required', message: `Required parameter: ${name}`, location: name });

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

export const driveNotDownloadable = (): GoogleError =>
  driveError({
    code: 403,
    reason: 'fileNotDownloadable',
    message: 'Only files with binary content can be downloaded. Use Export with Docs Editors files.',
    location: 'alt',
  });

export const driveConversionUnsupported = (): GoogleError =>
  driveError({
    code: 400,
    reason: 'badRequest',
    message: 'The requested conversion is not supported.',
    location: 'convertTo',
  });

export const driveExportTooLarge = (): GoogleError =>
  driveError({
    code: 403,
    reason: 'exportSizeLimitExceeded',
    message: 'This file is too large to be exported.',
  });

export const driveSharedDriveNotFound = (id: string): GoogleError =>
  driveError({
    code: 404,
    reason: 'notFound',
    message: `Shared drive not found: ${id}`,
    location: 'driveId',
  });

export const driveRateLimited = (reason: 'userRateLimitExceeded' | 'rateLimitExceeded'): GoogleError =>
  driveError({ code: 403, reason, message: 'User Rate Limit Exceeded' });

export const driveBackendError = (code: 500 | 503): GoogleError =>
  driveError({ code, reason: 'backendError', message: code === 500 ? 'Internal Error' : 'Backend Error' });
