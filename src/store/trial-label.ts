/** Which trial it is, whatever the prompt's version. */
export type TrialLabel = { suite: string; case: string; model: string; repeat: number };

/** The label as one text, alike for the same trial of any run. */
export function trialLabel({ suite, case: one, model, repeat }: TrialLabel): string {
  return JSON.stringify([suite, one, model, repeat]);
}
