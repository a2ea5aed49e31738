import {
  type Document, isCollection, isMap, isNode, isScalar, LineCounter, type Pair, parseDocument, visit, type YAMLError,
} from 'yaml'; // biome-ignore format: names
import type { Checked, Place, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { codeFrame } from '../text/code-frame.ts';
import { messageOf } from '../text/message-of.ts';
import { findOddity } from './find-oddity.ts';
import { isEndless } from './is-endless.ts';
import { yamlNumbers } from './yaml-numbers.ts';

/** A path into a document: keys and indexes, from the top. */
export type Path = readonly PropertyKey[];

/** A parsed YAML document that remembers where each of its values stands. */
export type YamlSource = {
  value: unknown;
  /** Where the value at `path` stands, or its key; the nearest parent when there is nothing at `path`. */
  at(path: Path, part?: 'key' | 'value'): Place;
};

type PlaceAt = (offset: number, length?: number) => Place;

/**
 * Parses YAML strictly: duplicate keys, tabs as indentation, keys that are no texts, unknown tags and aliases,
 * alias bombs and endless nesting are problems. `lineOffset` lines are added to every line number, for a document
 * that is a part of a file.
 */
export function readYaml(source: string, file: string, lineOffset = 0): Checked<YamlSource> {
  const counter = new LineCounter();
  const placeAt = (offset: number, length = 1): Place => {
    const { line, col: column } = counter.linePos(offset);
    return placeOf(source, file, line + lineOffset, column, length, lineOffset + 1);
  };
  if (isEndless(source))
    return refused(problems.tooDeep({ place: { file, line: lineOffset + 1, column: 1 } }));
  const document = parseDocument(source, { ...strict, lineCounter: counter });
  const found = [...document.errors, ...document.warnings]
    .slice(0, 20)
    .map((error) => toProblem(error, placeAt, source));
  if (found.length === 0) found.push(...oddNodes(document, placeAt));
  return found.length > 0 ? refused(...found) : toSource(document, placeAt);
}

const strict = { logLevel: 'error', prettyErrors: false, uniqueKeys: true, customTags: yamlNumbers } as const;
const refused = (...found: Problem[]): Checked<never> => ({ value: undefined, problems: found });

/** The frame is drawn when it is shown: a place is made for every case, and few are ever shown. */
function placeOf(
  source: string,
  file: string,
  line: number,
  column: number,
  length: number,
  firstLine: number,
): Place {
  return {
    file,
    line,
    column,
    get frame() {
      return codeFrame(source, line, column, length, firstLine);
    },
  };
}

function toSource(document: Document, placeAt: PlaceAt): Checked<YamlSource> {
  const at: YamlSource['at'] = (path, part) => locate(document.contents, path, part, placeAt);
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    const oddity = findOddity(value);
    if (oddity?.kind === 'deep') return refused(problems.tooDeep({ place: at(oddity.path) }));
    if (oddity) return refused(problems.protoKey({ place: at(oddity.path, 'key') }));
    return { value: { value, at }, problems: [] };
  } catch (error) {
    const detail = messageOf(error);
    return refused(problems.yamlSyntax({ detail, place: placeAt(0) }));
  }
}

/** Any white space but the plain one: no key begins with it, and nobody sees it. */
const oddSpace = /^[^\S ]/;

/** What YAML allows and no file here can mean: a map as a key (mostly braces without quotes), an alias of nothing. */
function oddNodes(document: Document, placeAt: PlaceAt): Problem[] {
  const found: Problem[] = [];
  visit(document, {
    Pair(_, { key }) {
      if (isScalar(key) && oddSpace.test(String(key.value)))
        found.push(problems.yamlSpace({ place: placeAt(key.range?.[0] ?? 0) }));
      if (!isCollection(key)) return;
      found.push(problems.yamlKey({ place: placeAt(key.range?.[0] ?? 0) }));
      return visit.SKIP;
    },
    Alias(_, node) {
      if (node.resolve(document)) return;
      const place = placeAt(node.range?.[0] ?? 0, node.source.length + 1);
      found.push(problems.yamlSyntax({ detail: `nothing above is called &${node.source}`, place }));
    },
  });
  return found.slice(0, 20);
}

function toProblem(error: YAMLError, placeAt: PlaceAt, source: string): Problem {
  const [start, end] = error.pos;
  const place = placeAt(start, Math.max(1, end - start));
  if (error.code === 'DUPLICATE_KEY') {
    const [written] = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\n:]*(?::(?=\S)[^\n:]*)*)/.exec(
      source.slice(start),
    )!;
    const key = written.trim();
    return problems.yamlDuplicateKey({ key, place: placeAt(start, Math.max(1, key.length)) });
  }
  if (error.code === 'TAB_AS_INDENT' || source[start] === '\t') return problems.yamlTab({ place });
  return problems.yamlSyntax({ detail: inWords(error), place });
}

const sentences: Partial<Record<YAMLError['code'], string>> = {
  MULTIPLE_DOCS: 'a second document begins here (---), and one is all that is read',
  BLOCK_AS_IMPLICIT_KEY: 'a second key begins in the line of the first',
  MULTILINE_IMPLICIT_KEY: 'this line is no "key: value"',
  TAG_RESOLVE_FAILED: 'a text that begins with ! names a type that YAML does not know',
};

/** The parser's sentence; where it speaks to programmers, one of our own. */
function inWords({ code, message }: YAMLError): string {
  if (sentences[code]) return sentences[code];
  const [first = ''] = message.replace(/ at line \d.*$/s, '').split('\n');
  return first.replace(/\.$/, '').replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}

function locate(root: unknown, path: Path, part: 'key' | 'value' | undefined, placeAt: PlaceAt): Place {
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
