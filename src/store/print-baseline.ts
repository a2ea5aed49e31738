import type { ArmUsage } from '../domain/arm-results.ts';
import type { Baseline, BaselineLane } from '../domain/baseline.ts';
import { baselineTotals } from '../domain/baseline-totals.ts';
import type { CaseResult } from '../domain/case-result.ts';
import type { RunArm } from '../domain/run.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { toJson } from '../text/to-json.ts';

/**
 * The text of a baseline's file, made for git: lanes and cases in the order of their names (by code unit), a case a
 * line, and the same bytes for the same results whatever the order in which they came.
 */
export function printBaseline({ suite, lanes }: Baseline): string {
  const inOrder = [...lanes].sort((a, b) => byText(a.arm.lane, b.arm.lane));
  return [
    '{',
    '  "schemaVersion": 1,',
    `  "suite": ${toJson(suite)},`,
    '  "lanes": [',
    inOrder.map(toLane).join(',\n'),
    '  ]',
    '}',
    '',
  ].join('\n');
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function toLane({ arm, served, repeat, usage, accepted, aa, cases }: BaselineLane): string {
  const { at, by, reason, run, commit, dirty, evals, asIs } = accepted;
  const inOrder = cases.map(asWritten).sort((a, b) => byText(a.id, b.id));
  const head = {
    arm: toArm(arm),
    served: sorted(served),
    repeat,
    usage: toUsage(usage),
    accepted: { at, by, reason, run, commit, dirty, evals, asIs },
    aa: aa && { at: aa.at, run: aa.run, pairs: aa.pairs, discordance: rounded(aa.discordance) },
    totals: baselineTotals(inOrder),
  };
  const fields = JSON.stringify(head, null, 2).slice(2, -2).replaceAll('\n', '\n    ');
  const rows = inOrder.map((one) => `        ${toLine(one)}`).join(',\n');
  return `    {\n    ${fields},\n      "cases": [\n${rows}\n      ]\n    }`;
}

const asWritten = (one: CaseResult): CaseResult => ({
  ...one,
  score: one.score === null ? null : rounded(one.score),
});

function toArm(arm: RunArm): RunArm {
  const { id, lane, prompt, promptDigest, model, provider, modelId, deterministic, isDistant } = arm;
  return {
    id, lane, prompt, promptDigest, model, provider, modelId,
    settings: sorted(arm.settings), options: sorted(arm.options), fallback: sorted(arm.fallback),
    address: arm.address, files: sorted(arm.files), deterministic, isDistant,
  }; // biome-ignore format: lines of names
}

/** With its keys in order, in depth. */
const sorted = <T>(value: T): T => (value === undefined ? value : JSON.parse(canonicalJson(value)));

/** Sums of floating-point numbers differ in their last digits by the order in which they were made. */
const rounded = (value: number) => Number(value.toFixed(6));
const short = (value: number | null) => (value === null ? null : Number(value.toPrecision(4)));

function toUsage({ usdPerCase, p50, p95, inputTokens, outputTokens }: ArmUsage): ArmUsage {
  return {
    usdPerCase: short(usdPerCase),
    p50: short(p50),
    p95: short(p95),
    inputTokens: short(inputTokens),
    outputTokens: short(outputTokens),
  };
}

/** What is as usual is left out: no open repeat, weight 1, no tag. */
function toLine({ id, passed, of, open, score, weight, group, tags, adversarial, ...digests }: CaseResult) {
  return toJson({
    id,
    passed,
    of,
    open: open === 0 ? undefined : open,
    score,
    weight: weight === 1 ? undefined : weight,
    group,
    tags: tags.length === 0 ? undefined : tags,
    adversarial,
    digest: digests.digest,
    graders: digests.graders,
  });
}
