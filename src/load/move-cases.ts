import { Document, isMap, isScalar, isSeq, parseDocument, visit, YAMLSeq } from 'yaml';
import type { HoldoutCase } from '../domain/holdout.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { cutCases } from './cut-cases.ts';

/** What is taken out of a suite, and where it goes. */
export type Move = {
  /** Ids of cases in the suite file itself. */
  ids: ReadonlySet<string>;
  /** Cases that stood in data files. */
  rows: readonly HoldoutCase[];
  canary: string;
  /** The value of the key `holdout`, where the suite has none yet. */
  holdout: string | undefined;
};

/**
 * The suite file without the cases (undefined where nothing is left of them), and the file of the holdout with them.
 * `lostAnchor` is one that went, though an alias that stays means it.
 */
export type Moved = { left: string | undefined; held: string; lostAnchor?: string | undefined };

/**
 * Moves cases from the text of a suite file into that of a holdout. Comments stay, and those above a case go with it. Where
 * cases have lines of their own all else is left byte for byte; else the layout may be evened out.
 */
export function moveCases(text: string, move: Move): Moved {
  const document = parseDocument(text);
  const cases = document.get('cases');
  if (!isSeq(cases)) return { left: undefined, held: '' };
  const isTaken = (item: unknown) => isMap(item) && move.ids.has(String(item.get('id')).normalize('NFC'));
  const places = new Set(cases.items.flatMap((item, at) => (isTaken(item) ? [at] : [])));
  // A list below its key stands as far in as it did.
  const options = { lineWidth: 0, indentSeq: !/^cases:[^\S\n]*(?:#.*)?\n-/m.test(text) };
  const held = toHeld(document, cases, cases.items.filter(isTaken), move).toString(options);
  cases.items = cases.items.filter((item) => !isTaken(item));
  if (move.holdout !== undefined) addHoldout(document, move.holdout);
  const lostAnchor = findLost(document);
  if (cases.items.length === 0 || lostAnchor !== undefined) return { held, lostAnchor, left: undefined };
  const cut = cutCases(text, { places, holdout: move.holdout });
  const isSame = cut !== undefined && says(parseDocument(cut)) === says(document);
  return { held, left: isSame ? cut : document.toString(options) };
}

/** The document of the holdout: what was taken out of the suite, then the rows. */
function toHeld(
  document: Document,
  cases: YAMLSeq,
  taken: readonly unknown[],
  { canary, rows }: Pick<Move, 'canary' | 'rows'>,
): Document {
  const held = new Document({ canary });
  const list = new YAMLSeq();
  // What an alias stands for may stay behind.
  const hasAnchors = /[&*]\w/.test(document.toString());
  for (const item of taken) list.add(hasAnchors && isMap(item) ? held.createNode(item.toJS(document)) : item);
  // What stands above the first case is, to the parser, said of the list.
  if (taken[0] === cases.items[0]) [list.commentBefore, cases.commentBefore] = [cases.commentBefore, null];
  for (const row of rows) list.add(held.createNode(row, { flow: true }));
  held.set('cases', list);
  return held;
}

const says = (document: Document) => canonicalJson(document.toJS());

function findLost(document: Document): string | undefined {
  let lost: string | undefined;
  visit(document, {
    Alias(_, node) {
      if (node.resolve(document)) return undefined;
      lost = node.source;
      return visit.BREAK;
    },
  });
  return lost;
}

/** Before the cases, where a reader comes upon it. */
function addHoldout(document: Document, holdout: string): void {
  const { contents } = document;
  if (!isMap(contents)) return;
  const at = contents.items.findIndex(({ key }) => isScalar(key) && key.value === 'cases');
  contents.items.splice(at, 0, document.createPair('holdout', holdout));
}
