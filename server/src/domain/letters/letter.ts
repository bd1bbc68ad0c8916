/** A message to one person, before it is set as text or HTML. */
export interface Letter {
  subject: string
  /** Who it comes from, in the program's words: the name beside the sender's address. */
  sender: string
  /** One paragraph each, as plain text. */
  paragraphs: string[]
  /** What the reader may do about it. */
  action: { label: string; url: string }
  /** Why they get it. */
  reason: string
}
