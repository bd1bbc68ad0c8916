import { StatusBadge } from '../parts/status-badge.js'
import type { Transaction } from '../records.js'

/** What has become of a sale; a deleted one is a refunded one, and is called so here. */
export const SaleBadge = ({ sale: { status } }: { sale: Transaction }) => (
  <StatusBadge status={status === 'deleted' ? 'refunded' : status} />
)
