/** Names of the cookies that hold a key, by the type of the program that the key is of. */
export const KEY_COOKIES = {
  affiliate: 'partnero_partner',
  refer_a_friend: 'partnero_referral',
} as const

/** Name of the cookie that holds the visitor's UUID. */
export const SESSION_COOKIE = 'partnero_session_uuid'
