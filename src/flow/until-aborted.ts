/**
 * The value of `work`, or 'aborted' as soon as the signal is. The work itself is not stopped, and what becomes of it
 * afterwards (a rejection too) is nobody's concern any more.
 */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | 'aborted'> {
  work.catch(() => {});
  if (signal.aborted) return 'aborted';
  const listening = new AbortController();
  const aborted = new Promise<'aborted'>((resolve) => {
    signal.addEventListener('abort', () => resolve('aborted'), { once: true, signal: listening.signal });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    listening.abort();
  }
}
