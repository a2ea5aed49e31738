/** A text of the user's own that is put into cases, and where it stands: a file as messages call it, its line from 1. */
export type Attack = { text: string; file: string; line: number };
