import type { World } from '../../../src/cli/world.ts';
import { fakeWorld } from './fake-world.ts';

/** What a person does: a key, or something else in the meantime. */
export type Deed = string | (() => void | Promise<void>);

/** A person at a terminal in a folder: types these keys, each when the screen stands, and sees every screen. */
export function typingWorld(
  folder: string,
  keys: readonly Deed[],
  { env = {}, width = 100, height = 30, pause = 30 } = {},
) {
  const screens: string[] = [];
  let [now, restored] = [0, 0];
  let shown = '';
  const world = fakeWorld(folder, env);
  const typed: World & { screens: string[]; rest(): string; told(): string; restored(): number } = {
    ...world,
    screens,
    clock: { ...world.clock, now: () => (now += 1000) },
    out: {
      ...world.out,
      isTerminal: true,
      width,
      height,
      write(text) {
        if (text.startsWith('\u001b[H')) screens.push(text);
        else shown += text;
      },
    },
    keys: {
      listen(onText) {
        void (async () => {
          for (const key of keys) {
            await new Promise((resolve) => setTimeout(resolve, pause));
            if (typeof key === 'string') onText(key);
            else await key();
          }
        })();
        return () => {
          restored += 1;
        };
      },
    },
    rest: () => shown,
    restored: () => restored,
  };
  return typed;
}
