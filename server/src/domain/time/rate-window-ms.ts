/** Requests are limited per minute. */
export const RATE_WINDOW_MS = 60_000
