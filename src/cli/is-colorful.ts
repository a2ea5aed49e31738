import type { Output, World } from './world.ts';

/** NO_COLOR and FORCE_COLOR decide; else colours are for terminals. GitHub's logs show colours too. */
export function isColorful(output: Output, env: World['env']): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return (output.isTerminal && env.TERM !== 'dumb') || env.GITHUB_ACTIONS === 'true';
}
