/** A part that is folded away under its title; both are markdown already. */
export const fold = (title: string, inside: string) =>
  `<details><summary>${title}</summary>\n\n${inside}\n\n</details>\n\n`;
