import type { Letter } from './letter.js'

/**
 * Lets a partner into the portal.
 *
 * @param url Carries the one-time token.
 * @param minutes How long it works.
 */
export const signInLetter = (program: { name: string }, url: string, minutes: number): Letter => ({
  subject: `Sign in to ${program.name}`,
  sender: program.name,
  paragraphs: [
    'Hello,',
    `this opens your partner page of ${program.name}. It works once, for ${minutes} minutes.`,
  ],
  action: { label: 'Sign in', url },
  reason: `You get this letter because somebody asked for it with your address. If that was not you, do nothing: nobody gets in without it.`,
})
