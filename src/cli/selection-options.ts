import type { CommandOption } from '../domain/command.ts';

/** The flags that say which trials are meant; `run` and `check` share them. */
export const selectionOptions: CommandOption[] = [
  {
    flags: '-m, --model <names>',
    summary: 'ask these models instead of the suite’s own (commas between several)',
  },
  { flags: '-p, --prompt <refs>', summary: 'test these prompt versions: name@v3, name@latest, name@git:rev' },
  { flags: '--judge <name>', summary: 'grade by this judge in the place of every one that the files name' },
  { flags: '--case <globs>', summary: 'only cases whose id fits' },
  { flags: '-t, --tag <tags>', summary: 'only cases with one of these tags' },
  { flags: '--not-tag <tags>', summary: 'without the cases that have one of these tags' },
  { flags: '--adversarial [kinds]', summary: 'only adversarial cases, or only these kinds of them' },
  { flags: '--sample <n>', summary: 'at most n cases of each suite, drawn by the seed' },
  { flags: '--seed <n>', summary: 'of the order and the sample', default: '1' },
  { flags: '--failed [run]', summary: 'only the cases that failed in a run (the last one by default)' },
  { flags: '--errored [run]', summary: 'only the cases that errored or stayed ungraded in a run' },
  { flags: '--repeat <n>', summary: 'ask each case n times' },
];
