/** Which answers may come from the cache, and which go there. `refresh` asks anew and keeps what comes. */
export const cacheModes = ['read-write', 'read', 'refresh', 'off'] as const;

export type CacheMode = (typeof cacheModes)[number];
