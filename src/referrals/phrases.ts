import { chooseLanguage } from './choose-language.js'
import { type Plural, type Texts, texts } from './texts.js'
import type { Offer } from './widget-data.js'

/** What is said in one language, with numbers, money and dates as it writes them. */
export interface Phrases {
  /** BCP 47. */
  language: string
  texts: Texts
  /** Fills in `{name}`; what is not given stays. */
  fill(text: string, values: Record<string, string>): string
  plural(forms: Plural, count: number): string
  number(value: number): string
  /** @param currency ISO 4217, or the name of another unit. */
  money(amount: number, currency: string): string
  /** @param time ISO 8601. */
  date(time: string): string
  /** What who refers gets, and what the friend gets; a sentence for each. */
  offer(offer: Offer, who: 'you' | 'friend'): string
}

/**
 * Speaks the first language that is known of those wanted.
 *
 * @param own Texts of the page's own, which go before ours, in the first of the languages.
 */
export function createPhrases(
  wanted: readonly (string | null | undefined)[],
  own: Partial<Texts> = {},
): Phrases {
  const known = chooseLanguage(wanted)
  const first = wanted.find(Boolean) ?? known
  const isOurs = first.toLowerCase().startsWith(known)
  const language = supported(isOurs || Object.keys(own).length > 0 ? first : known) ?? known
  const said: Texts = { ...texts[known], ...own }
  const rules = new Intl.PluralRules(language)

  const fill: Phrases['fill'] = (text, values) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
  const number: Phrases['number'] = (value) => new Intl.NumberFormat(language).format(value)
  const plural: Phrases['plural'] = (forms, count) =>
    fill(forms[rules.select(count)] ?? forms.other, { count: number(count) })

  const money: Phrases['money'] = (amount, currency) => {
    try {
      const style = { style: 'currency', currency } as const
      // Whole amounts without decimals, as they are said: $5.
      const digits = Number.isInteger(amount) ? { minimumFractionDigits: 0 } : {}
      return new Intl.NumberFormat(language, { ...style, ...digits }).format(amount)
    } catch {
      return `${number(amount)} ${currency}`
    }
  }

  const reward = ({ type, amount, currency }: Offer) =>
    type === 'fixed'
      ? money(amount, currency ?? '')
      : fill(said.shareOfPrice, {
          percent: new Intl.NumberFormat(language, {
            style: 'percent',
            maximumFractionDigits: 4,
          }).format(amount / 100),
        })

  return {
    language,
    texts: said,
    fill,
    plural,
    number,
    money,
    date: (time) =>
      new Intl.DateTimeFormat(language, { dateStyle: 'medium' } as object).format(
        // Six decimals are more than every browser reads.
        new Date(time.replace(/\.\d+/, '')),
      ),
    offer(offer, who) {
      const is = (you: keyof Texts, friend: keyof Texts) => said[who === 'you' ? you : friend]
      const sentence =
        offer.sales === 'first'
          ? is('youGetForFirst', 'friendGetsForFirst')
          : offer.months === null
            ? is('youGetForEvery', 'friendGetsForEvery')
            : plural(is('youGetForMonths', 'friendGetsForMonths') as Plural, offer.months)
      return fill(sentence as string, { reward: reward(offer) })
    },
  }
}

/** The language as the browser knows it, or `undefined` for what is none. */
function supported(language: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(language)[0]
  } catch {
    return undefined
  }
}
