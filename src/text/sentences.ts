const abbreviations = new Set(
  `mr mrs ms dr prof rev gen sen rep gov capt lt col sgt st jr sr hon vs etc eg ie cf al ca approx dept est fig no nos vol vols pp ed eds
   inc ltd co corp bros jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun
   ph.d m.d b.a m.a b.sc m.sc u.s u.k u.n e.u d.c a.m p.m e.g i.e bzw usw ggf evtl bspw z.b d.h u.a o.ä nr str bd hr fr abs art
   p.ex sr sra dra mme mlle env`
    .split(/\s+/)
    .filter(Boolean),
);
// The look-behind lets a run of signs be entered at its first one only: a megabyte of "!" stays linear.
const ending = /(?<![.!?…])([.!?…]+["'”’»)\]*_]*)(\s+)/.source;
const opening = /["'“‘«([*_¿¡]*/.source;
const boundary = new RegExp(`${ending}(?=${opening}[\\p{Lu}\\p{Lt}\\p{Lo}\\p{N}#>-])`, 'gu');
/** Where nobody writes capitals, a small letter begins a sentence too. */
const smallBoundary = new RegExp(`${ending}(?=${opening}[\\p{L}\\p{N}#>-])`, 'gu');
const east = /[。！？｡؟।॥]+["'”’」』）]*/gu;

/** A full stop ends no sentence after an abbreviation, a single initial or the number of a list item. */
function isStop(before: string, sign: string): boolean {
  if (sign[0] !== '.' || sign.startsWith('..')) return true;
  const word = /(\S*)$/.exec(before.slice(-24))![1]!.replace(/^["'“‘«([*_]+/, '');
  const isListNumber = /^\d{1,3}$/.test(word) && /(?:^|\n)[ \t>*-]*\d{1,3}$/.test(before.slice(-12));
  return !(abbreviations.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word) || isListNumber);
}

/**
 * The sentences of a text: cut after . ! ? … before a capital, and after 。！？ । ؟ and the like; a blank line always cuts.
 * Abbreviations of a few European languages and initials do not end one. What holds no letter or digit is none.
 */
export function sentences(text: string): string[] {
  const cuts = /\p{Lu}/u.test(text) ? boundary : smallBoundary;
  return text
    .split(/\n\s*\n/)
    .flatMap((paragraph) => splitLatin(paragraph, cuts))
    .flatMap(splitEast)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
}

function splitEast(text: string): string[] {
  const ends = [...text.matchAll(east)].map((match) => match.index + match[0].length);
  return [...ends, text.length].map((end, at) => text.slice(ends[at - 1] ?? 0, end));
}

function splitLatin(paragraph: string, cuts: RegExp): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const match of paragraph.matchAll(cuts)) {
    if (!isStop(paragraph.slice(Math.max(start, match.index - 32), match.index), match[1]!)) continue;
    parts.push(paragraph.slice(start, match.index + match[1]!.length));
    start = match.index + match[0].length;
  }
  return [...parts, paragraph.slice(start)];
}
