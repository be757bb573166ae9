/** Severities as Cloud Logging knows them. */
export type LogSeverity = 'INFO' | 'WARNING' | 'ERROR';

export type Log = (
  severity: LogSeverity,
  message: string,
  fields?: Readonly<Record<string, unknown>>,
) => void;

/** Where lines go; the process's standard output in production. */
export type LogSink = (line: string) => void;

/** One JSON line per event. Fields never hold scores, names, tokens or a workbook's id. */
export function makeLog(sink: LogSink, common: Readonly<Record<string, unknown>> = {}): Log {
  return (severity, message, fields = {}) => {
    sink(`${JSON.stringify({ severity, message, ...common, ...fields })}\n`);
  };
}

/** The trace of a request, so that its lines stand together in the log viewer of its project. */
export function traceOf(
  traceparent: string | undefined,
  project: string | undefined,
): Readonly<Record<string, string>> {
  const [, traceId] = /^[0-9a-f]{2}-([0-9a-f]{32})-/.exec(traceparent ?? '') ?? [];
  if (traceId === undefined) return {};
  const trace = project === undefined ? traceId : `projects/${project}/traces/${traceId}`;
  return { 'logging.googleapis.com/trace': trace };
}
