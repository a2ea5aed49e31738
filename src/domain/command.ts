import type { ExitCode } from './exit-code.ts';

/** A flag as commander writes it: `--model <names>`; `-q, --quiet`. */
export type CommandOption = { flags: string; summary: string; default?: string };

/** What an action is given: arguments by name, options by their camel-cased names. */
export type CommandInput = {
  arguments: Record<string, string | string[] | undefined>;
  options: Record<string, string | string[] | boolean | undefined>;
};

/** An entry of the commands' shelf. What it does is imported when it is called: `--help` stays fast. */
export type Command<World> = {
  name: string;
  summary: string;
  /** As commander writes them: `<run>`, `[suites...]`. */
  arguments?: { name: string; summary: string }[];
  options?: CommandOption[];
  examples?: string[];
  commands?: Command<World>[];
  action?(): Promise<(input: CommandInput, world: World) => Promise<ExitCode>>;
};
