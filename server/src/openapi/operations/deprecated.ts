/** The description of operations that have a successor. */
export const deprecated = 'Kept for older clients.'
