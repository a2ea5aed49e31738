/** An error that came as a part of a stream whose answer had begun. */
export class StreamPartError extends Error {
  override readonly name = 'StreamPartError';
  readonly part: unknown;
  constructor(part: unknown) {
    super('the stream holds an error', part instanceof Error ? { cause: part } : undefined);
    this.part = part;
  }
}
