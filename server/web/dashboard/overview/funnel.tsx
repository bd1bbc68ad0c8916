import { formatNumber, formatRate } from '../../lib/format-number.js'
import type { FunnelReport } from './reports.js'

const WORDS = {
  clicks: 'Clicks',
  visitors: 'Visitors',
  signups: 'Sign-ups',
  buyers: 'Buyers',
} as const

/** Who went how far, each step against the one before. */
export function Funnel({ steps }: FunnelReport) {
  const most = Math.max(...steps.map(({ count }) => count), 1)
  return (
    <ol class="plain funnel">
      {steps.map(({ name, count, estimated, rate }) => (
        <li key={name}>
          <div class="row apart">
            <span>{WORDS[name]}</span>
            <span class="number">
              {rate !== null && <small class="soft">{formatRate(rate)} % · </small>}
              {estimated && 'about '}
              {formatNumber(count)}
            </span>
          </div>
          <div class="funnel-bar" style={{ width: `${Math.max((100 * count) / most, 0.5)}%` }} />
        </li>
      ))}
    </ol>
  )
}
