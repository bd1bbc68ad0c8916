/** The cookies of the script: the key, by the type of the program that it is from, … */
export const KEY_COOKIES = {
  affiliate: 'partnero_partner',
  refer_a_friend: 'partnero_referral',
} as const

/** … and the visitor's UUID. */
export const SESSION_COOKIE = 'partnero_session_uuid'
