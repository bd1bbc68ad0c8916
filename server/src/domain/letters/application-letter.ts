import type { Letter } from './letter.js'

/** Tells a new partner that somebody has to approve first. */
export const applicationLetter = (program: { name: string }, portalUrl: string): Letter => ({
  subject: `Your application to ${program.name}`,
  sender: program.name,
  paragraphs: [
    'Hello,',
    `thank you for wanting to be a partner of ${program.name}. Somebody looks at your application, and a letter tells you as soon as you are in.`,
  ],
  action: { label: 'The partner page', url: portalUrl },
  reason:
    'You get this letter because somebody applied with your address. If that was not you, do nothing.',
})
