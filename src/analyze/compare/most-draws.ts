/** Fresh answers to one case, at most: one that passes about nine times of ten would be asked without end. */
export const mostDraws = 20;
