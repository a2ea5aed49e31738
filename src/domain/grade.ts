/** What a grader says of an output. A grader that cannot tell says so: that is never a zero. */
export type Grade =
  | {
      status: 'graded';
      /** 0..1. */
      score: number;
      passed: boolean;
      /** One line, for a person: what was looked for and what was found. */
      reason: string;
    }
  | { status: 'ungraded'; reason: string };

/** A grade with the check that gave it, as it stands in the journal. */
export type NamedGrade = Grade & { name: string; grader: string; weight: number };
