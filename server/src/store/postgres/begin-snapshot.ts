/** Every statement sees what was there at the first one. */
export const BEGIN_SNAPSHOT = 'begin isolation level repeatable read read only'
