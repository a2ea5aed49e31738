/** Points that may be lost where a gate does not say it. */
export const usualMargin = 5;
