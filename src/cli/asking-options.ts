import type { CommandOption } from '../domain/command.ts';

/** The flags of every command that asks models: how much it may use up, and whom it may ask. */
export const askingOptions: CommandOption[] = [
  { flags: '--max-cost <dollars>', summary: 'stop before more than this is spent (exit code 4)' },
  { flags: '--max-calls <n>', summary: 'stop after so many requests' },
  { flags: '--max-time <time>', summary: 'stop asking after 90s, 10m …' },
  { flags: '--offline', summary: 'refuse every model that needs the network' },
  { flags: '-q, --quiet', summary: 'no progress' },
];
