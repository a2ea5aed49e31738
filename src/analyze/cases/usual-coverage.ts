/** For a suite that does not say it: so many cases a prompt, half of them adversarial. */
export const usualCoverage = { cases: 50, adversarial: 0.5 };
