/// <reference types="google-apps-script" />

/** A caller in Apps Script waits sixty seconds; what took longer than this goes through the queue. */
const INLINE_MS = 40_000;
const LAST_DURATION = 'par.last-ms';

function lastDuration(): number {
  return Number(PropertiesService.getDocumentProperties().getProperty(LAST_DURATION) ?? '0');
}

/** Whether this workbook's last recompute took longer than a person can wait for. */
export function tookLong(): boolean {
  return lastDuration() > INLINE_MS;
}

/** Remembers how long a recompute of this workbook took, by which the next one is done at once or put off. */
export function rememberDuration(milliseconds: number): void {
  if (milliseconds === lastDuration()) return;
  PropertiesService.getDocumentProperties().setProperty(LAST_DURATION, String(milliseconds));
}

/** Remembers that a recompute takes longer than a person can wait for, however long that may be. */
export function rememberTooLong(milliseconds: number): void {
  rememberDuration(Math.max(milliseconds, INLINE_MS + 1));
}

/**
 * Learns from a recompute without a result. A refusal that came at once, or a network that was down, says nothing
 * about how long the workbook takes.
 */
export function learnFromFailure(code: string | undefined, elapsed: number): void {
  const isCutOff = (code === undefined || code === 'unknown-outcome') && elapsed > INLINE_MS;
  if (code === 'took-too-long' || isCutOff) rememberTooLong(elapsed);
}
