import type { ArmSummary, Ruling } from '../domain/summary.ts';

/**
 * The verdict of a rule about time or money that nothing was measured for. Whoever replays a cassette has chosen to
 * measure nothing: that is said, and blocks nobody. The cache comes unasked, so what it hides leaves the run undecided.
 */
export function untold({ answers: { asked, cache, cassette } }: ArmSummary): Ruling['verdict'] {
  return asked === 0 && cache === 0 && cassette > 0 ? 'warn' : 'incomplete';
}
