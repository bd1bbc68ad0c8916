import { Badge } from '../../look/badge.js'
import { PageHead } from '../../look/page-head.js'
import { Empty } from '../../look/states.js'
import { PagedList } from '../parts/paged-list.js'
import { ShortDay } from '../parts/short-day.js'
import type { Referral } from '../records.js'
import { texts } from '../texts.js'

const { referrals } = texts

/** Whom the partner brought, without telling who they are. */
export const Referrals = () => (
  <div class="stack">
    <PageHead title={referrals.title} />
    <p class="soft">{referrals.intro}</p>
    <PagedList<Referral>
      caption={referrals.caption}
      path="/referrals"
      keyOf={({ who, created_at }) => `${created_at} ${who}`}
      columns={[
        { head: referrals.who, cell: ({ who }) => who ?? referrals.someone },
        { head: referrals.since, cell: ({ created_at }) => <ShortDay time={created_at} /> },
        {
          head: referrals.state,
          cell: ({ has_bought }) =>
            has_bought ? (
              <Badge tone="good">{referrals.bought}</Badge>
            ) : (
              <Badge>{referrals.joined}</Badge>
            ),
        },
      ]}
      empty={
        <Empty title={referrals.empty}>
          <p>{referrals.emptyHint}</p>
        </Empty>
      }
    />
  </div>
)
