import type { FastifyRequest } from 'fastify'
import { PollenError } from '../../errors/pollen-error.js'

/** @throws PollenError `newsletter_only` */
export async function newsletterOnly({ program }: FastifyRequest): Promise<void> {
  if (program.type !== 'newsletter') throw new PollenError('newsletter_only')
}
