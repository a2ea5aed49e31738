/** Tags of both sides, so that none is taken off unseen by the change that is judged. */
export const tagsOfBoth = (one?: readonly string[], other?: readonly string[]) => [
  ...new Set([...(one ?? []), ...(other ?? [])]),
];
