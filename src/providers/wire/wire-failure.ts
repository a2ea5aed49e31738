import type { Failure } from '../../domain/failure.ts';

/** Carries a failure through code that only knows how to throw. */
export class WireFailure extends Error {
  override readonly name = 'WireFailure';
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}
