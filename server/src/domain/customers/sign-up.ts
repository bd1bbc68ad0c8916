/** What a browser or a back end tells of a new customer; what it left out is `undefined`. */
export interface SignUp {
  source: 'browser' | 'api'
  id?: string | undefined
  key?: string | undefined
  email?: string | undefined
  name?: string | undefined
  surname?: string | undefined
  tags?: string[] | undefined
  metadata?: Record<string, unknown> | undefined
  /** Of a browser's report, made once and sent with every try. */
  reportId?: string | undefined
  /** Of the link that the referrer was found by. */
  referralKey?: string | undefined
  /** Of a browser's visit. */
  session?: string | undefined
  /** Of a browser; see `domain/clicks/visitor-hash.ts`. */
  addressHash?: string | undefined
}
