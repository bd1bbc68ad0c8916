import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import { type FastifyInstance, fastify, LogController } from 'fastify'
import type { Kysely } from 'kysely'
import type { DestinationStream, Level } from 'pino'
import type { BrowserFiles } from './browser-files.js'
import type { HelpFiles } from './help-files.js'
import { createLogger } from './logger.js'
import { answerMalformed } from './plugins/answers/answer-malformed.js'
import { errorCode, errors, sendError } from './plugins/answers/errors.js'
import { exactJsonType } from './plugins/answers/exact-json-type.js'
import { SECURITY_HEADERS, securityHeaders } from './plugins/answers/security-headers.js'
import { authentication } from './plugins/callers/authentication.js'
import { database } from './plugins/database.js'
import { eventProgram } from './plugins/events/event-program.js'
import { eventsKey } from './plugins/events/events-key.js'
import { friendOffers } from './plugins/events/friend-offers.js'
import { knownPrograms } from './plugins/events/known-programs.js'
import { ownOrigins } from './plugins/events/own-origins.js'
import { refusedOrigins } from './plugins/events/refused-origins.js'
import { visitorHashes } from './plugins/events/visitor-hashes.js'
import { encodeRawPath } from './plugins/input/encode-raw-path.js'
import { jsonBodies } from './plugins/input/json-bodies.js'
import { mergedInput } from './plugins/input/merged-input.js'
import { byAddress, limitRate } from './plugins/limits/limit-rate.js'
import { rateCounts } from './plugins/limits/rate-counts.js'
import { logRequests, REQUEST_ID } from './plugins/log-requests.js'
import { metrics } from './plugins/metrics.js'
import { openapi } from './plugins/openapi.js'
import { recording } from './plugins/recording.js'
import { serverUrl } from './plugins/server-url.js'
import { stopping } from './plugins/stopping.js'
import { clickMonths } from './plugins/tasks/click-months.js'
import { figures } from './plugins/tasks/figures.js'
import { mail } from './plugins/tasks/mail.js'
import { outboxRecall } from './plugins/tasks/outbox-recall.js'
import { retention } from './plugins/tasks/retention.js'
import { rewardApprovals } from './plugins/tasks/reward-approvals.js'
import { webhookDelivery } from './plugins/tasks/webhook-delivery.js'
import { writeTrials } from './plugins/write-trials.js'
import { accountPrograms } from './routes/auth/account-programs.js'
import { accountSessions } from './routes/auth/account-sessions.js'
import { browserFiles } from './routes/browser-files.js'
import { health } from './routes/health.js'
import { help } from './routes/help.js'
import { paymentWebhooks } from './routes/payment-webhooks.js'
import { pinnedScripts } from './routes/pinned-scripts.js'
import { portal } from './routes/portal/portal.js'
import { clicks } from './routes/public/clicks.js'
import { customerEvents } from './routes/public/customers.js'
import { publicProgram } from './routes/public/program.js'
import { publicReferrals } from './routes/public/referrals.js'
import { settingsScript } from './routes/settings-script.js'
import { activity } from './routes/v1/activity.js'
import { apiKeys } from './routes/v1/api-keys.js'
import { attribution } from './routes/v1/attribution.js'
import { commissionRules } from './routes/v1/commission-rules.js'
import { coupons } from './routes/v1/coupons.js'
import { csv } from './routes/v1/csv.js'
import { customers } from './routes/v1/customers.js'
import { friends } from './routes/v1/friends.js'
import { install } from './routes/v1/install.js'
import { integrations } from './routes/v1/integrations.js'
import { leads } from './routes/v1/leads.js'
import { newsletterRewards } from './routes/v1/newsletter-rewards.js'
import { partners } from './routes/v1/partners.js'
import { payoutRequests } from './routes/v1/payout-requests.js'
import { program } from './routes/v1/program.js'
import { promotionCodes } from './routes/v1/promotion-codes.js'
import { referralLinks } from './routes/v1/referral-links.js'
import { reports } from './routes/v1/reports.js'
import { rewards } from './routes/v1/rewards.js'
import { settings } from './routes/v1/settings.js'
import { subscribers } from './routes/v1/subscribers.js'
import { test } from './routes/v1/test.js'
import { transactions } from './routes/v1/transactions.js'
import { webhooks } from './routes/v1/webhooks.js'
import { webFiles } from './routes/web-files.js'
import type { Database } from './store/database.js'
import { version } from './version.js'
import type { WebFiles } from './web-files.js'

export interface AppOptions {
  db: Kysely<Database>
  files: BrowserFiles
  web: WebFiles
  help: HelpFiles | undefined
  publicUrl: string | undefined
  trustProxy: boolean
  eventsPerMinute: number
  requestsPerMinute: number
  allowPrivateWebhooks: boolean
  smtpUrl: string | undefined
  mailFrom: string | undefined
  logLevel: Level | 'silent'
  logTo: DestinationStream
  metricsPort: number | undefined
}

/** Looked at every few seconds, so that it may be some seconds more. */
const SENT_WITHIN_MS = 30_000

/** The whole server but its socket: what is registered, in the order in which it takes effect. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    // A bulk of a thousand sales is about 300 KB.
    bodyLimit: 512 * 1024,
    // A client that takes longer than this to send a request, or its headers alone, is not going to.
    requestTimeout: SENT_WITHIN_MS,
    http: { headersTimeout: SENT_WITHIN_MS, connectionsCheckingInterval: 5_000 },
    trustProxy: options.trustProxy,
    // Said in our own words, see `stopping`.
    return503OnClosing: false,
    // Keys and e-mail addresses of 255 characters stand in paths, up to nine bytes for each.
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 255 * 9 },
    // Clients write numbers as text and ids as numbers; every broken rule is told at once.
    ajv: {
      customOptions: { coerceTypes: true, allErrors: true, removeAdditional: false, verbose: true },
    },
    loggerInstance: createLogger(options.logLevel, options.logTo),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    rewriteUrl: ({ url = '/' }) => encodeRawPath(url),
    clientErrorHandler: answerMalformed,
    // For a path that cannot be decoded no hook runs.
    frameworkErrors: (error, { id }, reply) =>
      sendError(reply.headers({ ...SECURITY_HEADERS, [REQUEST_ID]: id }), errorCode(error)),
  })

  await app.register(database, { db: options.db })
  await app.register(metrics, { isOn: options.metricsPort !== undefined })
  await app.register(serverUrl, { publicUrl: options.publicUrl })
  await app.register(webhookDelivery, { allowPrivate: options.allowPrivateWebhooks })
  await app.register(mail, options)
  await app.register(outboxRecall)
  await app.register(rewardApprovals)
  await app.register(figures)
  await app.register(clickMonths)
  await app.register(retention)
  await app.register(knownPrograms)
  await app.register(refusedOrigins)
  await app.register(recording)
  await app.register(rateCounts)
  await app.register(writeTrials)

  await app.register(logRequests)
  await app.register(errors)
  await app.register(stopping)
  await app.register(securityHeaders)
  await app.register(jsonBodies)
  await app.register(mergedInput)
  await app.register(exactJsonType)
  await app.register(openapi, { version })

  await app.register(health)
  await app.register(browserFiles, { files: options.files })
  await app.register(pinnedScripts, { bundle: options.files['universal.js'] })
  await app.register(webFiles, { files: options.web })
  await app.register(help, { help: options.help })
  await app.register(settingsScript)
  await app.register(publicProgram, { prefix: '/pub/v1' })
  await app.register(
    async (events) => {
      await events.register(ownOrigins)
      await events.register(eventsKey)
      await events.register(limitRate, {
        name: 'events of an address',
        perMinute: options.eventsPerMinute,
        countBy: (request) => (request.eventsKey ? undefined : byAddress(request)),
      })
      await events.register(limitRate, {
        name: 'events by a key',
        perMinute: options.requestsPerMinute,
        countBy: ({ eventsKey }) => eventsKey?.access.hash,
      })
      await events.register(eventProgram)
      await events.register(visitorHashes)
      await events.register(friendOffers)
      await events.register(clicks)
      await events.register(customerEvents)
      await events.register(publicReferrals)
    },
    { prefix: '/pub/v1' },
  )

  await app.register(
    async (payments) => {
      await payments.register(limitRate, {
        name: 'payments from an address',
        perMinute: options.requestsPerMinute,
        countBy: byAddress,
      })
      await payments.register(paymentWebhooks)
    },
    { prefix: '/v1/integrations' },
  )

  await app.register(portal, { ...options, prefix: '/portal/v1' })

  await app.register(
    async (auth) => {
      await auth.register(cookie)
      await auth.register(accountSessions)
      await auth.register(accountPrograms)
    },
    { prefix: '/auth/v1' },
  )

  await app.register(
    async (api) => {
      const perMinute = options.requestsPerMinute
      await api.register(limitRate, {
        name: 'requests of an address',
        perMinute,
        countBy: byAddress,
      })
      await api.register(authentication)
      await api.register(limitRate, {
        name: 'requests by a key',
        perMinute,
        countBy: ({ access }) => access.hash,
      })
      await api.register(test)
      await api.register(apiKeys)
      await api.register(integrations)
      await api.register(program)
      await api.register(settings)
      await api.register(reports)
      await api.register(activity)
      await api.register(install, { snippet: options.files['snippet.html'].identity.toString() })
      await api.register(csv)
      await api.register(partners)
      await api.register(customers)
      await api.register(attribution)
      await api.register(friends)
      await api.register(transactions)
      await api.register(referralLinks, { of: 'partner' })
      await api.register(referralLinks, { of: 'customer' })
      await api.register(commissionRules)
      await api.register(payoutRequests)
      await api.register(leads)
      await api.register(coupons)
      await api.register(promotionCodes)
      await api.register(subscribers)
      await api.register(newsletterRewards)
      await api.register(rewards)
      await api.register(webhooks, { allowPrivate: options.allowPrivateWebhooks })
    },
    { prefix: '/v1' },
  )

  return app
}
