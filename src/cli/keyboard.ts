import type { Keyboard } from './world.ts';

/** The keys of a real terminal; undefined where the input is none. */
export function keyboard(input: NodeJS.ReadStream): Keyboard | undefined {
  if (input.isTTY !== true) return undefined;
  return {
    listen(onText, onEnd) {
      const ends = ['end', 'close', 'error'];
      const wasRaw = input.isRaw;
      input.setEncoding('utf8');
      input.setRawMode(true);
      input.on('data', onText);
      for (const event of ends) input.on(event, onEnd);
      input.resume();
      return () => {
        input.off('data', onText);
        input.pause();
        // A terminal that has gone takes no orders.
        if (!input.destroyed) input.setRawMode(wasRaw);
        for (const event of ends.filter((one) => one !== 'error')) input.off(event, onEnd);
      };
    },
  };
}
