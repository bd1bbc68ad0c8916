import { Plus } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { formatMoney } from '../../lib/format-money.js'
import { ActionButton } from '../../look/action-button.js'
import { askFirst } from '../../look/ask.js'
import { Badge } from '../../look/badge.js'
import { PageHead } from '../../look/page-head.js'
import { Empty } from '../../look/states.js'
import { tell } from '../../look/toasts.js'
import { List } from '../parts/list.js'
import { useProgram } from '../program-context.js'
import type { Coupon } from '../records.js'
import { useApi } from '../use-api.js'
import { NewCoupon } from './new-coupon.js'
import { PromotionCodes } from './promotion-codes.js'

/** Discounts, and the codes under which partners pass them on. */
export function Coupons() {
  const { send } = useApi()
  const { currency } = useProgram()
  const [isNew, setNew] = useState(false)
  const path = ({ uuid_code }: Coupon) => `/coupons/${encodeURIComponent(uuid_code)}`
  const remove = async (coupon: Coupon) => {
    const isSure = await askFirst({
      title: `Delete ${coupon.name}?`,
      text: 'Its promotion codes are deleted with it. What they brought stays credited.',
      action: 'Delete',
    })
    if (!isSure) return
    await send('DELETE', path(coupon))
    tell({ text: `${coupon.name} is deleted.` })
  }
  const pause = async (coupon: Coupon) => {
    const set = (active: boolean) => send('PUT', path(coupon), { active })
    await set(!coupon.active)
    tell({
      text: `${coupon.name} is ${coupon.active ? 'paused' : 'active'}.`,
      undo: () => set(coupon.active),
    })
  }
  const add = (
    <button type="button" class="button main" onClick={() => setNew(true)}>
      <Plus size={16} aria-hidden /> New coupon
    </button>
  )
  return (
    <>
      <PageHead title="Coupons">{add}</PageHead>
      <div class="stack">
        <section>
          <List<Coupon>
            caption="Coupons"
            path="/coupons"
            searchBy={[{ value: 'name', label: 'Name' }]}
            hasCsv
            keyOf={({ uuid_code }) => uuid_code}
            columns={[
              { head: 'Name', cell: ({ name, uuid_code }) => name || uuid_code },
              {
                head: 'Discount',
                cell: ({ coupon_discount_type, coupon_discount_amount }) =>
                  coupon_discount_type === 'percent'
                    ? `${coupon_discount_amount} %`
                    : formatMoney({ units: currency, amount: coupon_discount_amount }),
                isNumber: true,
              },
              { head: 'For', cell: durationOf, isWide: true },
              {
                head: 'Used',
                cell: ({ times_redeemed }) => times_redeemed,
                isNumber: true,
                isWide: true,
              },
              {
                head: 'State',
                cell: ({ active }) => (
                  <Badge tone={active ? 'good' : undefined}>{active ? 'active' : 'paused'}</Badge>
                ),
              },
              {
                head: '',
                cell: (coupon) => (
                  <span class="row">
                    <ActionButton
                      onAction={() => pause(coupon)}
                      label={`${coupon.active ? 'Pause' : 'Activate'} ${coupon.name}`}
                    >
                      {coupon.active ? 'Pause' : 'Activate'}
                    </ActionButton>
                    <ActionButton onAction={() => remove(coupon)} label={`Delete ${coupon.name}`}>
                      Delete
                    </ActionButton>
                  </span>
                ),
              },
            ]}
            empty={
              <Empty title="No coupons yet">
                <p>
                  A sale with a partner’s promotion code is credited to that partner, without any
                  click.
                </p>
                {add}
              </Empty>
            }
          />
        </section>
        <PromotionCodes />
      </div>
      {isNew && <NewCoupon onClose={() => setNew(false)} />}
    </>
  )
}

function durationOf({ coupon_duration_type, coupon_duration_value }: Coupon): string {
  if (coupon_duration_type === 'once') return 'one payment'
  if (coupon_duration_type === 'lifetime') return 'every payment'
  return `${coupon_duration_value} ${coupon_duration_type}`
}
