import { formatSums, type Money } from '../../lib/format-money.js'
import type { Figures } from '../records.js'
import { texts } from '../texts.js'

const { home } = texts

/** How much is on hold, earned and paid out. */
export function Standing({ figures: { commissions } }: { figures: Figures }) {
  return (
    <section class="card standing" aria-label={home.standing}>
      <Sum label={home.pending} hint={home.pendingHint} sums={commissions.pending} />
      <Sum label={home.approved} hint={home.approvedHint} sums={commissions.approved} isMain />
      <Sum label={home.paid} hint={home.paidHint} sums={commissions.paid} />
    </section>
  )
}

interface SumProps {
  label: string
  hint: string
  sums: Money[]
  isMain?: boolean
}

const Sum = ({ label, hint, sums, isMain }: SumProps) => (
  <div class={isMain ? 'standing-sum main' : 'standing-sum'}>
    <h2>{label}</h2>
    <p class="standing-figure number">{formatSums(sums)}</p>
    <p class="small soft">{hint}</p>
  </div>
)
