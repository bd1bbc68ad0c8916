/** Who signed up: `key` or `email` is required; what else there is, is passed on. */
export interface SignUpData {
  /** The site's own name for the customer, by default the e-mail address. */
  key?: string | undefined
  email?: string | undefined
  name?: string | undefined
  surname?: string | undefined
  [field: string]: unknown
}
