import { formatMoney } from '../../lib/format-money.js'
import { formatNumber } from '../../lib/format-number.js'
import { Badge } from '../../look/badge.js'
import { CopyButton } from '../../look/copy-button.js'
import { PageHead } from '../../look/page-head.js'
import { Empty } from '../../look/states.js'
import { PagedList } from '../parts/paged-list.js'
import { shortDay } from '../parts/short-day.js'
import type { Code } from '../records.js'
import { texts } from '../texts.js'

const { codes } = texts

/** The codes that credit the partner without a link. */
export const Codes = () => (
  <div class="stack">
    <PageHead title={codes.title} />
    <p class="soft">{codes.intro}</p>
    <PagedList<Code>
      caption={codes.caption}
      path="/codes"
      keyOf={({ code }) => code}
      columns={[
        {
          head: codes.code,
          cell: ({ code }) => (
            <span class="row">
              <code class="break">{code}</code>
              <CopyButton text={code} what={`${codes.code_name} ${code}`} />
            </span>
          ),
        },
        { head: codes.gives, cell: ({ discount }) => discount && codes.off(worth(discount)) },
        {
          head: codes.used,
          cell: ({ times_redeemed }) => formatNumber(times_redeemed),
          isNumber: true,
          isWide: true,
        },
        {
          head: codes.state,
          cell: ({ is_active, ends_at }) => (
            <Badge {...(is_active && { tone: 'good' })}>
              {!is_active ? codes.over : ends_at ? codes.ends(shortDay(ends_at)) : codes.active}
            </Badge>
          ),
        },
      ]}
      empty={
        <Empty title={codes.empty}>
          <p>{codes.emptyHint}</p>
        </Empty>
      }
    />
  </div>
)

const worth = ({ type, amount, units }: NonNullable<Code['discount']>): string =>
  type === 'percent' ? `${formatNumber(amount)} %` : formatMoney({ units: units ?? '', amount })
