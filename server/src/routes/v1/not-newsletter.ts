import type { FastifyRequest } from 'fastify'
import { PollenError } from '../../errors/pollen-error.js'

/** @throws PollenError `not_newsletter` */
export async function notNewsletter({ program }: FastifyRequest): Promise<void> {
  if (program.type === 'newsletter') throw new PollenError('not_newsletter')
}
