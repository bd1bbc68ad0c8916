import type { FastifyRequest } from 'fastify'

/** Whether a request names the page it was made by, as those of browsers do and those of back ends do not. */
export const isFromPage = ({ headers: { origin, referer } }: FastifyRequest): boolean =>
  origin !== undefined || referer !== undefined
