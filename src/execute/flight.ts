/** One attempt that was let through: which it is, counted from 1; when (milliseconds of the clock); tokens reserved. */
export type Flight = { seq: number; at: number; tokens: number };
