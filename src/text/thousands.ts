/** A whole number with a comma every three digits: `10,003`. */
export const thousands = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');
