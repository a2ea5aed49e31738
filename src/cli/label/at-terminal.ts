import { channel } from '../../flow/channel.ts';
import type { Keyboard, World } from '../world.ts';
import { fullScreen } from './full-screen.ts';

/** What happens while somebody sits at a terminal. */
export type Happening = { type: 'keys'; text: string } | { type: 'resized' } | { type: 'stopped' };

/**
 * Takes the whole terminal for a session, which is handed all that happens there, in batches, and what draws a page.
 * The terminal is as before, whatever happens. Gives back what the session came to.
 */
export async function atTerminal<T>(
  keys: Keyboard,
  world: World,
  session: (batches: AsyncIterable<Happening[]>, draw: (rows: readonly string[]) => void) => Promise<T>,
): Promise<T> {
  const events = channel<Happening>();
  const stop = () => events.push({ type: 'stopped' });
  const screen = fullScreen(world.out);
  const undo: (() => void)[] = [() => screen.leave()];
  try {
    undo.unshift(keys.listen((text) => events.push({ type: 'keys', text }), stop));
    undo.unshift(world.onInterrupt(stop));
    undo.unshift(world.out.onResize?.(() => events.push({ type: 'resized' })) ?? (() => {}));
    return await session(events.batches(), (rows) => screen.draw(rows));
  } finally {
    for (const one of undo) one();
  }
}
