import { element } from './element.js'
import type { Phrases } from './phrases.js'
import { renderLink } from './render-link.js'
import type { Reward, WidgetData } from './widget-data.js'

/** What a widget shows of a program and, for one customer, of what came of their link. */
export function renderWidget(
  { program, offer, link, referrals }: WidgetData,
  phrases: Phrases,
  shareText: string | undefined,
): Node[] {
  const { texts } = phrases
  return [
    element('h2', { part: 'title' }, texts.title),
    element(
      'div',
      { part: 'offer' },
      element('p', {}, phrases.offer(offer.referrer, 'you')),
      offer.friend ? element('p', {}, phrases.offer(offer.friend, 'friend')) : undefined,
    ),
    ...(link === null ? [] : renderLink(link, program.name, phrases, shareText)),
    ...(referrals === null ? [] : renderReferrals(referrals, phrases)),
  ]
}

function renderReferrals(
  { clicks, signups, buyers, friends, rewards, earned }: NonNullable<WidgetData['referrals']>,
  phrases: Phrases,
): Node[] {
  const { texts, plural, number, money } = phrases
  const figure = (count: number, label: string) =>
    element('div', {}, element('dt', {}, label), element('dd', {}, number(count)))
  const more = signups - friends.length
  const sums = ([] as string[]).concat(
    ...(['approved', 'pending', 'paid'] as const).map((state) =>
      earned[state].map(({ amount, currency }) => `${money(amount, currency)} ${texts[state]}`),
    ),
  )
  return [
    element(
      'dl',
      { class: 'figures', part: 'figures' },
      figure(clicks, plural(texts.clicks, clicks)),
      figure(signups, plural(texts.signups, signups)),
      figure(buyers, plural(texts.buyers, buyers)),
    ),
    element(
      'div',
      { part: 'friends' },
      element('h3', {}, texts.friends),
      friends.length === 0 ? element('p', {}, texts.noFriends) : undefined,
      list(
        friends.map(({ name, initial, state }) =>
          row(state, name ?? (initial ? `${initial}.` : texts.someone), texts[state]),
        ),
      ),
      more > 0 && friends.length > 0
        ? element('p', {}, plural(texts.moreFriends, more))
        : undefined,
    ),
    element(
      'div',
      { part: 'rewards' },
      element('h3', {}, texts.rewards),
      element('p', {}, sums.length > 0 ? sums.join(' · ') : texts.noRewards),
      list(
        rewards.map((reward) =>
          row(reward.state, money(reward.amount, reward.currency), stateOf(reward, phrases)),
        ),
      ),
    ),
  ]
}

const list = (rows: Node[]) =>
  rows.length > 0 ? element('ul', { class: 'list' }, ...rows) : undefined

const row = (state: string, what: string, how: string) =>
  element(
    'li',
    { class: `state-${state}`, part: `row ${state}` },
    element('span', {}, what),
    element('span', {}, how),
  )

const stateOf = ({ state, approved_at }: Reward, { texts, fill, date }: Phrases): string =>
  state === 'pending' ? fill(texts.pendingUntil, { date: date(approved_at) }) : texts[state]
