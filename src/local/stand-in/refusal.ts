/**
 * A request that Google would refuse with 400 INVALID_ARGUMENT. Thrown, because one refusal ends the whole call and
 * undoes every request before it; whoever catches it knows which request it was and puts `Invalid requests[i].kind: `
 * in front.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** A request kind that Google has and this server does not: answered with 501, never with silence. */
export class NotBuilt extends Error {
  override readonly name = 'NotBuilt';
}
