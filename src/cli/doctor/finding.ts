/**
 * One thing that was looked at. `wrong` is for the user to mend before a run; `unreachable` is a place that a run asks
 * and that does not answer; `note` is neither good nor bad.
 */
export type Finding = {
  level: 'good' | 'note' | 'warning' | 'unreachable' | 'wrong';
  /** Stable, kebab-case, for machines. */
  code: string;
  /** One line. */
  text: string;
  /** What to do next; further lines are an example. */
  next?: string;
};

/** One section of the page: what it looks at, and what came out. */
export type DoctorCheck = { name: string; run(): Promise<Finding[]> };
