const phrases: Record<string, string> = {
  ENOENT: 'it does not exist',
  ENOTDIR: 'it does not exist',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  EISDIR: 'it is a folder',
  ELOOP: 'it is a link that leads to itself',
  EMFILE: 'too many files are open at once',
};

/** Why a file could not be read, as a phrase: "it does not exist". */
export function whyUnreadable(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return phrases[code] ?? message ?? String(error);
}
