import { describe, expect, it } from 'vitest'
import { chooseLanguage } from '../../../src/referrals/choose-language.js'
import { createPhrases } from '../../../src/referrals/phrases.js'
import { shareLinks } from '../../../src/referrals/share-links.js'
import { texts } from '../../../src/referrals/texts.js'
import type { Offer } from '../../../src/referrals/widget-data.js'

const FIVE: Offer = { type: 'fixed', amount: 5, currency: 'EUR', sales: 'every', months: null }

/** Spaces that do not break are spaces to readers of this file, too. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('The language of a widget', () => {
  it.each([
    [['de-AT'], 'de'],
    [['pt-BR', 'es-MX', 'en'], 'es'],
    [['', undefined, null, 'LT'], 'lt'],
    [['ja-JP'], 'ja'],
    [['constructor', 'he'], 'en'],
    [[], 'en'],
  ])('of %j is %s', (wanted, language) => {
    expect(chooseLanguage(wanted)).toBe(language)
  })
})

describe('An offer', () => {
  it.each([
    ['en', FIVE, 'You get €5 for every purchase of a friend.'],
    [
      'de',
      { ...FIVE, sales: 'first' },
      'Du bekommst 5 € für den ersten Kauf, den ein Freund macht.',
    ],
    ['es', { ...FIVE, months: 1 }, 'Recibes 5 € por cada compra de un amigo durante un mes.'],
    [
      'fr',
      { ...FIVE, type: 'percent', amount: 12.5, currency: null },
      'Vous recevez 12,5 % du prix pour chaque achat d’un ami.',
    ],
    ['lt', { ...FIVE, months: 3 }, '3 mėnesius už kiekvieną draugo pirkinį gaunate 5 €.'],
    ['lt', { ...FIVE, months: 12 }, '12 mėnesių už kiekvieną draugo pirkinį gaunate 5 €.'],
    [
      'ja',
      { ...FIVE, currency: 'JPY', amount: 500 },
      'お友だちが購入するたびに、あなたに￥500が贈られます。',
    ],
  ] as [string, Offer, string][])('in %s: %j', (language, offer, sentence) => {
    expect(plain(createPhrases([language]).offer(offer, 'you'))).toBe(sentence)
  })

  it('for the friend is another sentence', () => {
    expect(createPhrases(['en']).offer({ ...FIVE, sales: 'first' }, 'friend')).toBe(
      'Your friend gets €5 for the first purchase.',
    )
  })
})

describe('Numbers', () => {
  it.each([
    [1, 'draugas užsiregistravo'],
    [2, 'draugai užsiregistravo'],
    [10, 'draugų užsiregistravo'],
    [21, 'draugas užsiregistravo'],
  ])('of %i take the plural form of the language', (count, said) => {
    const { plural, texts } = createPhrases(['lt'])
    expect(plural(texts.signups, count)).toBe(said)
  })

  it('of money are exact, and points are no money', () => {
    const { money } = createPhrases(['en'])
    expect(money(29.99, 'USD')).toBe('$29.99')
    expect(money(1234.5, 'USD')).toBe('$1,234.50')
    expect(money(50, 'points')).toBe('50 points')
  })
})

describe('Texts', () => {
  const names = (text: unknown) =>
    [...JSON.stringify(text).matchAll(/\{(\w+)\}/g)].map(([, n]) => n)

  it.each(Object.keys(texts))('in %s fill in what the English ones do', (language) => {
    const said = texts[language as keyof typeof texts]
    for (const [name, text] of Object.entries(texts.en)) {
      const filled = new Set(names(said[name as keyof typeof said]))
      // How many is said by the words themselves, where there is but one.
      for (const value of new Set(names(text))) expect(filled, name).toContain(value)
    }
  })

  it('of the page go before ours, and the numbers are of its language', () => {
    const { texts, language, number } = createPhrases(['ar-EG'], { copy: 'نسخ' })
    expect([language, texts.copy, texts.share]).toEqual(['ar-EG', 'نسخ', 'Share your link'])
    expect(number(12)).toBe(new Intl.NumberFormat('ar-EG').format(12))
  })
})

it('Addresses to share by carry link and text unharmed', () => {
  const links = shareLinks('https://shop.example?ref=a&b', 'Über uns', '5 % & mehr')
  for (const { by, href } of links) {
    const { protocol, searchParams } = new URL(href)
    expect(protocol).toBe(by === 'email' ? 'mailto:' : 'https:')
    expect([...searchParams.values()].join(' ')).toContain('https://shop.example?ref=a&b')
  }
  expect(new URL(links[0]?.href ?? '').searchParams.get('subject')).toBe('Über uns')
})
