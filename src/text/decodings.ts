const base64Run = /[A-Za-z0-9+/_-]{8,}/g;
const hexRun = /[0-9a-f]{8,}/g;
const decoder = new TextDecoder('utf-8');

const toText = (bytes: Uint8Array) => decoder.decode(bytes);

/** The run may hang together with signs before it, so each of the four places where it can begin is tried. */
function fromBase64(text: string): string {
  const runs = text.match(base64Run) ?? [];
  return runs
    .flatMap((run) => [0, 1, 2, 3].map((start) => toText(Buffer.from(run.slice(start), 'base64'))))
    .join('\n');
}

function fromHex(text: string): string {
  const bare = text.toLowerCase().replace(/\\x|0x|[\s:,;%-]/g, '');
  const runs = bare.match(hexRun) ?? [];
  return runs
    .flatMap((run) => [0, 1].map((start) => toText(Buffer.from(run.slice(start), 'hex'))))
    .join('\n');
}

/** Percent-encoded bytes decoded where they stand; what is no UTF-8 becomes a replacement sign. */
function fromUrl(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => toText(Buffer.from(run.replaceAll('%', ''), 'hex')));
}

function fromRot13(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const first = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
  });
}

/** What a text says when it is read as base64 (also over line ends), URL encoding, hex or rot13. Garbage where it is none of these. */
export function decodings(text: string): { name: string; text: string }[] {
  return [
    { name: 'base64', text: `${fromBase64(text)}\n${fromBase64(text.replace(/\s+/g, ''))}` },
    { name: 'URL encoding', text: fromUrl(text) },
    { name: 'hex', text: fromHex(text) },
    { name: 'rot13', text: fromRot13(text) },
  ];
}
