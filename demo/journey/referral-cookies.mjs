/** The cookies that carry a key, and whose key it is. */
const REFERRAL_COOKIES = /** @type {const} */ ({
  partnero_partner: 'partner',
  partnero_referral: 'friend',
})

/**
 * @typedef {object} ReferralCookie
 * @property {keyof typeof REFERRAL_COOKIES} name
 * @property {string} key
 * @property {'partner' | 'friend'} of
 */

/**
 * @param {Record<string, string | undefined>} cookies As `cookie-parser` reads them.
 * @returns {ReferralCookie[]}
 */
export const referralCookies = (cookies) =>
  Object.entries(REFERRAL_COOKIES).flatMap(([cookie, of]) => {
    const name = /** @type {keyof typeof REFERRAL_COOKIES} */ (cookie)
    const key = cookies[name]
    return key ? [{ name, key, of }] : []
  })
