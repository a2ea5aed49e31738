/**
 * The matrix form of CR2, as R computes it; every `cr2(x, g, w)` beside a table stands for this:
 *
 * cr2 <- function(x, g, w) {
 *   n <- length(x); X <- matrix(1, n, 1); W <- diag(w); M <- solve(t(X) %*% W %*% X)
 *   mean <- as.numeric(M %*% t(X) %*% W %*% x); e <- x - mean; H <- X %*% M %*% t(X) %*% W
 *   root <- function(A) { s <- eigen(A); s$vectors %*% diag(s$values^-.5, length(s$values)) %*% solve(s$vectors) }
 *   rows <- sapply(unique(g), function(k) { i <- g == k
 *     r <- rep(0, n); r[i] <- M %*% t(X[i, , drop = FALSE]) %*% W[i, i, drop = FALSE] %*% root(diag(sum(i)) - H[i, i]); r })
 *   P <- t(diag(n) - H) %*% rows; B <- t(P) %*% diag(1 / w) %*% P
 *   se <- sqrt(sum((t(rows) %*% e)^2)); df <- sum(diag(B))^2 / sum(B^2)
 *   c(mean, se, df, mean - qt(.975, df) * se, mean + qt(.975, df) * se)
 * }
 * rate <- function(p, se, df, rows, kish) {
 *   z <- qnorm(.975); n0 <- if (p * (1 - p) == 0) kish else min(rows, p * (1 - p) / se^2); n <- n0 * (z / qt(.975, df))^2
 *   mid <- p + z^2 / (2 * n); h <- z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2)); c(n, (mid - h) / (1 + z^2 / n), (mid + h) / (1 + z^2 / n))
 * }
 */
export function toClusters(x: number[], g: number[], w: number[] = x.map(() => 1)) {
  const clusters = new Map<number, { size: number; total: number }>();
  for (const [index, value] of x.entries()) {
    const cluster = clusters.get(g[index] as number) ?? { size: 0, total: 0 };
    cluster.size += w[index] as number;
    cluster.total += (w[index] as number) * value;
    clusters.set(g[index] as number, cluster);
  }
  return [...clusters.values()];
}
