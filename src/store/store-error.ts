/** What is wrong with the store: it decides what a person can do about it. */
export type StoreFault =
  | 'busy'
  | 'broken'
  | 'newer'
  | 'foreign'
  | 'full'
  | 'unwritable'
  | 'no-driver'
  | 'other';

/** Why the store cannot be used; the message completes "… is off: ". */
export class StoreError extends Error {
  readonly fault: StoreFault;

  constructor(fault: StoreFault, message: string) {
    super(message);
    this.fault = fault;
  }
}
