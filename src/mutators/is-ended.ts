/** Whether a text ends as a sentence does, so that another may follow on the same line. */
export function isEnded(text: string): boolean {
  return /[.!?…。！？؟।]["'”’»)\]]?\s*$/u.test(text.slice(-20));
}
