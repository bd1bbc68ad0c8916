import { de } from './texts/de.js'
import { en } from './texts/en.js'
import { es } from './texts/es.js'
import { fr } from './texts/fr.js'
import { ja } from './texts/ja.js'
import { lt } from './texts/lt.js'

/**
 * A sentence for each plural form of a language that it distinguishes (`Intl.PluralRules`); `other` is
 * also said where one is missing. `{count}` is the number.
 */
export type Plural = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>

/** All that a widget says, with the names of what is filled in between braces. */
export interface Texts {
  title: string
  loading: string
  failed: string
  retry: string
  /** To who has neither a token nor a way to get a link. */
  signIn: string
  close: string

  /** What `{reward}` is, where it is a share. */
  shareOfPrice: string
  youGetForEvery: string
  youGetForFirst: string
  youGetForMonths: Plural
  friendGetsForEvery: string
  friendGetsForFirst: string
  friendGetsForMonths: Plural

  yourLink: string
  copy: string
  copied: string
  /** Where the browser lets no script copy; the link is marked by then. */
  copyByHand: string
  share: string
  email: string
  /** Opens what the device has for sharing. */
  shareMore: string
  shareSubject: string
  shareText: string

  clicks: Plural
  signups: Plural
  buyers: Plural
  friends: string
  noFriends: string
  /** Of whom neither name nor initial is known. */
  someone: string
  joined: string
  bought: string
  moreFriends: Plural
  rewards: string
  noRewards: string
  pending: string
  pendingUntil: string
  approved: string
  paid: string
  reversed: string

  yourEmail: string
  getLink: string
  emailWrong: string
}

/** By language, as BCP 47 names it. */
export const texts = { en, de, es, fr, lt, ja } satisfies Record<string, Texts>

export type Language = keyof typeof texts
