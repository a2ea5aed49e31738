/** The command to type after something was stopped, and whether it goes on with what was asked by then. */
export type Again = { command: string; goesOn: boolean };
