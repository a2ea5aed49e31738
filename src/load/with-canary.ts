import { isMap, parseDocument } from 'yaml';

const start = /^(?:(?:#.*|%.*)?\n)*---[^\n]*\n/;

/** The YAML of a holdout file with a canary in its first line; a file that is one map in braces is laid out anew. */
export function withCanary(text: string, canary: string): string {
  const document = parseDocument(text);
  const isBlock = isMap(document.contents) && document.contents.flow !== true;
  const line = `canary: ${canary}\n`;
  if (isBlock) return start.test(text) ? text.replace(start, (head) => `${head}${line}`) : `${line}${text}`;
  document.set('canary', canary);
  return document.toString();
}
