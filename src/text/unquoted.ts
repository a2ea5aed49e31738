/** A text without outer white space and without the quotation marks around it, when one kind stands at both ends. */
export function unquoted(text: string): string {
  const bare = text.trim();
  const quoted = /^(?:"(.*)"|'(.*)'|`(.*)`|“(.*)”)$/su.exec(bare);
  return (quoted?.slice(1).find((inner) => inner !== undefined) ?? bare).trim();
}
