/** Names that models carry in their ids, and the family that each belongs to. */
const families: readonly (readonly [RegExp, string])[] = [
  [/\b(gpt|chatgpt|davinci|o[1-9])(?![a-z])/, 'GPT'],
  [/\bclaude/, 'Claude'],
  [/\b(gemini|gemma|palm)/, 'Gemini'],
  [/\b(codellama|tinyllama|llama)/, 'Llama'],
  [/\b(mistral|mixtral|ministral|codestral|magistral)/, 'Mistral'],
  [/\b(qwen|qwq)/, 'Qwen'],
  [/\bdeepseek/, 'DeepSeek'],
  [/\bgrok/, 'Grok'],
  [/\b(command|aya)-/, 'Command'],
  [/\bphi-?\d/, 'Phi'],
  [/\b(nova|titan)-/, 'Nova'],
];

/** The family of a model by its id, such as `GPT` of `openai/gpt-5-mini`; undefined for an id that tells none. */
export function modelFamily(id: string): string | undefined {
  return families.find(([pattern]) => pattern.test(id.toLowerCase()))?.[1];
}
