/** Names that the language itself asks of any object, such as when it is awaited or printed. */
const ASKED_BY_THE_LANGUAGE = new Set(['then', 'toJSON', 'constructor']);

/**
 * An object whose unknown members throw: a script that uses a service which is not imitated fails there and
 * then, and never goes on with undefined.
 */
export function strict<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get: (target, key, receiver) => {
      if (typeof key === 'symbol' || key in target || ASKED_BY_THE_LANGUAGE.has(key))
        return Reflect.get(target, key, receiver);
      throw new Error(`${name}.${key} is not in the local fake`);
    },
    set: (_, key) => {
      throw new Error(`${name}.${String(key)} cannot be set`);
    },
  });
}
