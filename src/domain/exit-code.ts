/** The one table of exit codes, used by every command. */
export const exitCode = {
  done: 0,
  gateFailed: 1,
  badInput: 2,
  incomplete: 3,
  budget: 4,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
