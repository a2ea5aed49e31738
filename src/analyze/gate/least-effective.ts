/** With fewer equally heavy cases than this, weighted shares say nothing. */
export const leastEffective = 20;
