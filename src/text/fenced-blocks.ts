const opening = /^ {0,3}(`{3,}|~{3,})([^`]*)$/;

/** What stands in the ``` (or ~~~) fences of a Markdown text, in order. A fence that is never closed ends with the text. */
export function fencedBlocks(text: string): { language: string; body: string }[] {
  const blocks: { language: string; body: string }[] = [];
  let open: { fence: string; language: string; lines: string[] } | undefined;
  const close = () => {
    if (open) blocks.push({ language: open.language.toLowerCase(), body: open.lines.join('\n') });
    open = undefined;
  };
  for (const line of text.split(/\r?\n/)) {
    const trimmed = line.trim();
    if (!open) {
      const match = opening.exec(line);
      if (match) open = { fence: match[1]!, language: match[2]!.trim().split(/\s/, 1)[0]!, lines: [] };
    } else if (isClosing(trimmed, open.fence)) close();
    else open.lines.push(line);
  }
  close();
  return blocks;
}

const isClosing = (line: string, fence: string) =>
  line.length >= fence.length && line === fence[0]!.repeat(line.length);
