import type { Letter } from './letter.js'

/** A letter as plain text. */
export const letterText = ({ paragraphs, action, reason }: Letter): string =>
  [...paragraphs, `${action.label}:\n${action.url}`, `-- \n${reason}`].join('\n\n')
