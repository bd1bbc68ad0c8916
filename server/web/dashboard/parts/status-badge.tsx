import { Badge, type Tone } from '../../look/badge.js'

const TONES: Record<string, Tone> = {
  active: 'good',
  approved: 'good',
  converted: 'good',
  delivered: 'good',
  finished: 'good',
  ok: 'good',
  paid: 'good',
  pending: 'warn',
  requested: 'warn',
  submitted: 'warn',
  partially_refunded: 'warn',
  failed: 'bad',
  rejected: 'bad',
  refunded: 'bad',
  reversed: 'bad',
  deleted: 'bad',
}

/** The state of a record, as the API calls it. */
export const StatusBadge = ({ status }: { status: string }) => (
  <Badge tone={TONES[status]}>{status.replaceAll('_', ' ')}</Badge>
)
