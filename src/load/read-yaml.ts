import { isCollection, isMap, isNode, LineCounter, type Pair, parseDocument, type YAMLError } from 'yaml';
import type { Checked, Place, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { codeFrame } from '../text/code-frame.ts';

/** A path into a document: keys and indexes, from the top. */
export type Path = readonly PropertyKey[];

/** A parsed YAML document that remembers where each of its values stands. */
export type YamlSource = {
  value: unknown;
  /** Where the value at `path` stands, or its key; the nearest parent when there is nothing at `path`. */
  at(path: Path, part?: 'key' | 'value'): Place;
};

/**
 * Parses YAML strictly: duplicate keys, tabs as indentation, unknown aliases and alias bombs are problems.
 * `lineOffset` lines are added to every line number, for a document that is a part of a file.
 */
export function readYaml(source: string, file: string, lineOffset = 0): Checked<YamlSource> {
  const counter = new LineCounter();
  const text = source.replace(/^\uFEFF/, ' ');
  const document = parseDocument(text, {
    lineCounter: counter,
    logLevel: 'error',
    prettyErrors: false,
    uniqueKeys: true,
  });
  const placeAt = (offset: number, length = 1): Place => {
    const { line, col } = counter.linePos(offset);
    const where = { line: line + lineOffset, column: col };
    return { file, ...where, frame: codeFrame(source, where.line, where.column, length, lineOffset + 1) };
  };
  const found = document.errors.slice(0, 20).map((error) => toProblem(error, placeAt, source));
  if (found.length > 0) return { value: undefined, problems: found };
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return {
      value: { value, at: (path, part) => locate(document.contents, path, part, placeAt) },
      problems: [],
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { value: undefined, problems: [problems.yamlSyntax({ detail: message, place: placeAt(0) })] };
  }
}

function toProblem(
  error: YAMLError,
  placeAt: (offset: number, length?: number) => Place,
  source: string,
): Problem {
  const [start, end] = error.pos;
  const place = placeAt(start, Math.max(1, end - start));
  if (error.code === 'DUPLICATE_KEY') {
    const key = source.slice(start, end).split(':')[0]!.trim();
    return problems.yamlDuplicateKey({ key, place });
  }
  if (error.code === 'TAB_AS_INDENT' || source[start] === '\t') return problems.yamlTab({ place });
  return problems.yamlSyntax({ detail: error.message, place });
}

function locate(
  root: unknown,
  path: Path,
  part: 'key' | 'value' | undefined,
  placeAt: (offset: number, length?: number) => Place,
): Place {
  let node: unknown = root;
  let spot: unknown = root;
  for (const [depth, step] of path.entries()) {
    const isLast = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find((item) => keyOf(item) === String(step));
      if (!pair) break;
      node = pair.value;
      spot = (isLast && part === 'key') || !isNode(node) ? pair.key : node;
    } else if (isCollection(node)) {
      const item = node.items[Number(step)];
      if (item === undefined) break;
      node = item;
      spot = node;
    } else break;
  }
  const range = isNode(spot) ? spot.range : undefined;
  return range ? placeAt(range[0], lengthOf(range, spot)) : placeAt(0);
}

const keyOf = (pair: Pair) => String(isNode(pair.key) ? pair.key.toJSON() : pair.key);
const lengthOf = (range: [number, number, number], spot: unknown) =>
  isCollection(spot) ? 1 : range[1] - range[0];
