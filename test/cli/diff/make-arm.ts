import type { NamedArm } from '../../../src/cli/diff/diff-side.ts';

/** An arm of a suite by its id: `tone@v3 · fast` is a prompt with a model, `fast` a model alone. */
export function makeArm(id: string, suite = 's'): NamedArm {
  const [first = '', second] = id.split(' · ');
  const prompt = second === undefined ? undefined : first;
  const model = second ?? first;
  const lane = prompt === undefined ? model : `${prompt.split('@')[0]} · ${model}`;
  return {
    suite,
    arm: {
      id,
      lane,
      ...(prompt === undefined ? {} : { prompt, promptDigest: `digest of ${prompt}` }),
      model,
      provider: 'embedded',
      modelId: model,
      settings: {},
      deterministic: true,
    },
  };
}
