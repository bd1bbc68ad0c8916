import { expect } from 'vitest'

/** Expects of `read` what it will come to: reports travel while the visitor goes on. */
export const eventually = <T>(read: () => T) => expect.poll(read)
