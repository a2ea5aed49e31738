/**
 * A value that is loaded at its first use: a promise until it is here, the value itself from then on.
 * A load that failed is tried again at the next use.
 */
export function lazy<T>(load: () => Promise<T>): () => T | Promise<T> {
  let loaded: { value: T } | undefined;
  let loading: Promise<T> | undefined;
  const finish = (value: T): T => {
    loaded = { value };
    return value;
  };
  const fail = (error: unknown): never => {
    loading = undefined;
    throw error;
  };
  return () => {
    if (loaded) return loaded.value;
    loading ??= load().then(finish, fail);
    return loading;
  };
}
