import type { Command } from '../domain/command.ts';
import type { World } from './world.ts';

/** Types an entry of the commands' shelf; gives back what it was given. */
export function defineCommand(command: Command<World>): Command<World> {
  return command;
}
