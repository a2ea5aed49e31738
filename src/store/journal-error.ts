import type { Problem } from '../domain/problem.ts';

/** What is wrong with a journal on disk, thrown while its rows are read. */
export class JournalError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}
