/** What the links of each type of program carry unless the program says otherwise: `?aff=KEY`. */
export const USUAL_PARAMETERS = {
  affiliate: 'aff',
  refer_a_friend: 'ref',
  newsletter: 'ref',
} as const
