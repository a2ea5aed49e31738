import type { Output, World } from '../../../src/cli/world.ts';

/** A world that keeps what is written, in a folder of the test's own. */
export function fakeWorld(
  folder: string,
  env: Record<string, string> = {},
): World & { shown(): string; told(): string } {
  const [out, err] = [keeping(), keeping()];
  return {
    arguments: [],
    env,
    folder,
    out,
    err,
    clock: { now: () => 0, date: () => new Date(0), sleep: () => Promise.resolve() },
    pid: 1,
    nodeVersion: '20.19.0',
    onInterrupt: () => () => undefined,
    shown: () => out.text,
    told: () => err.text,
  };
}

function keeping(): Output & { text: string } {
  const kept = {
    text: '',
    isTerminal: false,
    width: 100,
    write: (text: string) => {
      kept.text += text;
    },
  };
  return kept;
}
