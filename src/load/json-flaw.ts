/**
 * Where a text stops being the beginning of any JSON (from 0): V8 does not always say. The text must be no JSON.
 * A start that can still be completed is told from a broken one by where the parser stumbles: at its end.
 */
export function jsonFlaw(text: string): number {
  let sound = 0;
  let broken = text.length + 1;
  while (broken - sound > 1) {
    const middle = Math.floor((sound + broken) / 2);
    if (canGoOn(text.slice(0, middle))) sound = middle;
    else broken = middle;
  }
  return Math.min(sound, Math.max(0, text.length - 1));
}

function canGoOn(start: string): boolean {
  try {
    JSON.parse(start);
    return true;
  } catch (error) {
    const { message } = error as Error;
    const position = /position (\d+)/.exec(message)?.[1];
    return /end of JSON|Unterminated/.test(message) || Number(position) >= start.length;
  }
}
