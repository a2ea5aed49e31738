/** Colours by what they mean on our screens; without colour each gives back the text. */
export type Ink = Record<'strong' | 'quiet' | 'good' | 'bad' | 'unsure', (text: string) => string>;

/** Makes the colours. The level is ours: nothing is asked of the process. */
export async function ink(hasColor: boolean): Promise<Ink> {
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: hasColor ? 1 : 0 });
  return { strong: chalk.bold, quiet: chalk.dim, good: chalk.green, bad: chalk.red, unsure: chalk.yellow };
}
