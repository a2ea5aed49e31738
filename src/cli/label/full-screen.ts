import type { Output } from '../world.ts';

/** A terminal that shows one page at a time, and has its old one again at the end. */
export type FullScreen = {
  /** Shows these rows in the place of what was there; none may be wider than the terminal. */
  draw(rows: readonly string[]): void;
  leave(): void;
};

/** Another screen, no cursor, no lines that go on by themselves, and pasted text between marks. */
const enter = '\u001b[?1049h\u001b[?25l\u001b[?7l\u001b[?2004h';
const leave = '\u001b[?2004l\u001b[?7h\u001b[?25h\u001b[?1049l';

/** Takes the whole terminal; whoever calls this calls `leave`, whatever happens between. */
export function fullScreen(out: Output): FullScreen {
  out.write(enter);
  return {
    // Each row is emptied before it is written: behind a row that is full the cursor stands on its last sign.
    draw: (rows) => out.write(`\u001b[H${rows.map((row) => `\u001b[2K${row}\u001b[0m`).join('\r\n')}`),
    leave: () => out.write(leave),
  };
}
