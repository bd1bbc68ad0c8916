/** Bytes. A landing URL with all its parameters fits; browsers send at most 64 KiB in the background. */
export const EVENT_BODY_LIMIT = 16 * 1024
