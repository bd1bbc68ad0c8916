/** What may carry a key in links: 1 to 64 letters, digits, dots, hyphens or underscores. */
export const PARAMETER = '^[\\w.-]{1,64}$'

/** A domain that cookies are set for: `shop.example`. */
export const COOKIE_DOMAIN = '^[A-Za-z\\d-]+(\\.[A-Za-z\\d-]+)+$'
