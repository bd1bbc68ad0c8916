/** What `po('consent', word)` takes: the visitor agrees to be remembered, or does not. */
export type ConsentWord = 'grant' | 'revoke'

/** Told what a visitor has decided; nothing while that is open. */
export type Hear = (word: ConsentWord) => void
