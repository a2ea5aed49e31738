/** `regressed`: it fails about as often as not. `cleared`: it passes as it should. Undefined: draw once more. */
export type FlakeVerdict = 'regressed' | 'cleared' | undefined;

export type FlakeTest = {
  /** Counts one fresh run. After a verdict it counts nothing: the test has ended. */
  add(passed: boolean): void;
  verdict(): FlakeVerdict;
  /** How many runs were counted. */
  draws(): number;
};

const healthy = 0.95;
const broken = 0.5;
const falseAlarm = 0.01;
const miss = 0.05;
const perFail = Math.log((1 - broken) / (1 - healthy));
const perPass = Math.log(broken / healthy);
const upper = Math.log((1 - miss) / falseAlarm);
const lower = Math.log(miss / (1 - falseAlarm));

/**
 * Whether one case has regressed or is only flaky, from fresh runs one by one: a sequential test of a pass rate of
 * .95 against .5, with error rates .01 and .05. Two fails straight away are a regression, five passes clear.
 * Source: Wald 1945, sequential probability ratio test.
 */
export function flakeTest(): FlakeTest {
  let passes = 0;
  let fails = 0;
  const verdict = (): FlakeVerdict => {
    const evidence = fails * perFail + passes * perPass;
    if (evidence >= upper) return 'regressed';
    return evidence <= lower ? 'cleared' : undefined;
  };
  return {
    add(passed) {
      if (verdict() !== undefined) return;
      if (passed) passes++;
      else fails++;
    },
    verdict,
    draws: () => passes + fails,
  };
}
