import type { HttpFunction } from '@google-cloud/functions-framework';

/** A function whose code is loaded at its first call: what is used a few times a year costs no cold start. */
export function whenAsked(load: () => Promise<HttpFunction>): HttpFunction {
  let loaded: Promise<HttpFunction> | undefined;
  return async (request, response) => {
    loaded ??= load();
    const serve = await loaded;
    return serve(request, response);
  };
}
