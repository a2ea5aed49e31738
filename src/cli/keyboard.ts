import type { Keyboard } from './world.ts';

const ends = ['end', 'close', 'error'];

/** The keys of a real terminal; undefined where the input is none. */
export function keyboard(input: NodeJS.ReadStream): Keyboard | undefined {
  return input.isTTY === true ? { listen: (onText, onEnd) => listen(input, onText, onEnd) } : undefined;
}

function listen(input: NodeJS.ReadStream, onText: (text: string) => void, onEnd: () => void): () => void {
  const wasRaw = input.isRaw;
  input.setEncoding('utf8');
  input.setRawMode(true);
  input.on('data', onText);
  for (const event of ends) input.on(event, onEnd);
  input.resume();
  return () => {
    input.off('data', onText);
    input.pause();
    // A terminal that has gone takes no orders, and says so in an error that somebody has to hear.
    if (!input.destroyed) input.setRawMode(wasRaw);
    for (const event of ends.filter((one) => one !== 'error')) input.off(event, onEnd);
  };
}
