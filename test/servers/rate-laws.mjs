// Laws by which a server limits requests. Times are milliseconds of whatever clock the caller reads.

/** A bucket of `size` that gets `perSecond` a second. */
export function bucketLaw(size, perSecond) {
  let level = size;
  let at;
  return {
    admit(now) {
      level = Math.min(size, level + ((now - (at ?? now)) / 1000) * perSecond);
      at = now;
      const isAdmitted = level >= 1 - 1e-9;
      if (isAdmitted) level -= 1;
      return {
        isAdmitted,
        limit: size,
        remaining: Math.max(0, Math.floor(level + 1e-9)),
        resetMs: ((size - level) / perSecond) * 1000,
        retryAfterMs: (Math.max(0, 1 - level) / perSecond) * 1000,
      };
    },
    /** The least milliseconds in which so many can be admitted. */
    idealMs: (count) => (Math.max(0, count - size) / perSecond) * 1000,
  };
}

/** So many in each window; windows follow each other from the first request on. */
export function windowLaw(limit, windowMs) {
  let [start, used] = [undefined, 0];
  return {
    admit(now) {
      start ??= now;
      if (now >= start + windowMs) {
        start += Math.floor((now - start) / windowMs) * windowMs;
        used = 0;
      }
      const isAdmitted = used < limit;
      if (isAdmitted) used++;
      const resetMs = start + windowMs - now;
      return { isAdmitted, limit, remaining: limit - used, resetMs, retryAfterMs: resetMs };
    },
    idealMs: (count) => Math.floor((count - 1) / limit) * windowMs,
  };
}

/** So many in any stretch of `windowMs`. */
export function slidingLaw(limit, windowMs) {
  let times = [];
  return {
    admit(now) {
      times = times.filter((time) => time > now - windowMs);
      const isAdmitted = times.length < limit;
      if (isAdmitted) times.push(now);
      const resetMs = times.length > 0 ? times[0] + windowMs - now : 0;
      return { isAdmitted, limit, remaining: limit - times.length, resetMs, retryAfterMs: resetMs };
    },
    idealMs: (count) => Math.floor((count - 1) / limit) * windowMs,
  };
}
