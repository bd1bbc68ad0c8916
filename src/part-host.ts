import type { Submission } from './forms/submission.js'
import type { ProgramSettings } from './program-settings.js'
import type { SignUpData } from './sign-up-data.js'

/**
 * What the bundle hands to a part, a script that few pages need: `pollen` on the script element that
 * loads it. Both sides are built apart, so no name here may be shortened.
 */
export interface PartHost {
  /** What the page gave to `po('integration', name, options)`. */
  options?: unknown
  /**
   * Forms that were submitted before their part has come. It takes them out, and takes over from there:
   * what is pushed later is its own.
   */
  submits?: (Submission | undefined)[]
  /** For each program of the page: who gets the credit now. */
  credits(): Credit[]
  /** Reports a sign-up that nobody told us of: it counts only with a referral. */
  signUp(data: SignUpData): unknown
}

/** Who gets the credit in one program for what this visitor does now, remembered or only in memory. */
export interface Credit {
  settings: ProgramSettings
  /** Of the partner, or of the customer who refers. */
  key?: string | undefined
  /** The visitor's id among those who were referred. */
  session?: string | undefined
}
