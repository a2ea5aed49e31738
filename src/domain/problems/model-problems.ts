import { type At, say } from './say.ts';

/** What can be wrong with the config and its models. */
export const modelProblems = {
  twoConfigs: (x: At & { files: readonly string[] }) =>
    say.error('two-configs', `There are two configs: ${say.list(x.files)}.`, 'Keep one.', x),
  badModule: (x: At & { file: string; detail: string }) =>
    say.error(
      'bad-module',
      `"${x.file}" cannot be imported: ${x.detail}`,
      'It has to run on its own: try "node" with it.',
      x,
    ),
  noDefaultExport: (x: At & { file: string }) =>
    say.error(
      'no-default-export',
      `"${x.file}" has no default export, so there is no config in it.`,
      'Write: export default { models: { ... } }',
      x,
    ),
  unknownModel: (x: At & { name: string; suggestion?: string; names: readonly string[] }) =>
    say.error(
      'unknown-model',
      `There is no model called "${x.name}".`,
      x.suggestion
        ? `Did you mean "${x.suggestion}"?`
        : `Write provider:model, such as openai:gpt-5-mini${x.names.length > 0 ? `, or a name from the config: ${say.list(x.names)}` : ''}.`,
      x,
    ),
  modelWithoutId: (x: At & { name: string; example: string }) =>
    say.error(
      'model-without-id',
      `"${x.name}" names a provider and no model.`,
      `For example: ${x.example}`,
      x,
    ),
  modelCircle: (x: At & { chain: readonly string[] }) =>
    say.error(
      'model-circle',
      `These models stand on each other in a circle: ${x.chain.join(' → ')}.`,
      'One of them has to use provider:model.',
      x,
    ),
};
