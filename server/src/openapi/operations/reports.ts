import type { Operations } from '../operation.js'
import { TopReport } from '../reports.js'

const spring = { from: '2026-03-01', to: '2026-03-31' }

export const reports = {
  Reports: {
    'GET /v1/reports/days': {
      summary: 'Get what came day by day',
      description:
        'Clicks, sign-ups, sales, what was bought and what that earned: each day, UTC, at most 400 of them, added up, and beside as many days before. What was deleted, archived or refunded since counts nowhere; a commission counts on the day it was earned.',
      answer: 'DaysReport',
      examples: [
        { title: 'Get the last 30 days' },
        { title: 'Get the days of March', query: spring },
        { title: 'Get the days among friends', program: 'refer_a_friend', query: spring },
        { title: 'Get the days of a newsletter', program: 'newsletter', query: spring },
      ],
    },
    'GET /v1/reports/funnel': {
      summary: 'Get how many of those who clicked signed up, and bought',
      description:
        'Clicks of referral links in those days; the visitors who made them; sign-ups by somebody; and those of them who bought something since. Visitors and buyers are counted among the newest 20,000 clicks and customers of the time; where there are more, or old clicks were deleted, they are projected from those and `estimated`.',
      answer: 'FunnelReport',
      examples: [
        { title: 'Get the funnel of the last 30 days' },
        { title: 'Get the funnel of March', query: spring },
        { title: 'Get the funnel among friends', program: 'refer_a_friend' },
        { title: 'Get the funnel of a newsletter', program: 'newsletter' },
      ],
    },
    'GET /v1/activity': {
      summary: 'List what happened',
      description:
        'Clicks, sign-ups, sales, refunds, rewards for no sale and payout requests, the newest first. `before` is the id of the last one of a page and leads to the next; after the last page there is nothing. A click goes by the clock of its browser. `GET /v1/activity/stream` tells of the same as it happens.',
      answer: { rows: 'Activity' },
      examples: [
        { title: 'List what happened last', query: { limit: 10 } },
        { title: 'List what happened among friends', program: 'refer_a_friend' },
        { title: 'List what happened to a newsletter', program: 'newsletter' },
      ],
    },
    'GET /v1/activity/stream': {
      summary: 'Be told what happens',
      description:
        'Server-sent events, as an `EventSource` reads them, told within a second. The header `Last-Event-ID`, which it sends when it connects again, goes before `after`; without either, all that happens from now on is told. A second in which more than 50 things happened tells the newest 50. It ends after 15 minutes, for its reader to connect again; beyond 100 readers of one node, 503.',
      answer: {
        text: 'text/event-stream',
        description:
          'Each message has `event: activity`, the id as `id`, and as `data` a record such as `GET /v1/activity` lists.',
      },
      examples: [{ title: 'Be told what happens from now on' }],
    },
    'GET /v1/install': {
      summary: 'Get the snippet, and see whether it works',
      description:
        'With the first and the last click that are kept, those of bots too, and which other pages reported some and were refused: hosts of yours among them belong into the setting `domains`.',
      answer: 'Install',
      examples: [{ title: 'See whether the script is installed' }],
    },
    'GET /v1/reports/top': {
      summary: 'Get the partners, links or landing pages that brought the most',
      description:
        'In order of sales, then sign-ups, then clicks. They are counted among the newest 10,000 clicks, 10,000 customers and 10,000 sales of those days; where there are more, `counted_since` is later than the first day, and nothing before it counts. A sign-up or sale belongs to the link that gave the credit, and to the page by which the visit began in which it was reported; what a back end reported without a visit belongs to no page. Commissions are those of the sales. Of newsletters, clicks alone are told.',
      answer: { raw: TopReport },
      examples: [
        { title: 'Get the best partners', query: { of: 'partners' } },
        { title: 'Get the best links of March', query: { of: 'links', ...spring } },
        { title: 'Get the best landing pages', query: { of: 'landing_pages', limit: 5 } },
        {
          title: 'Get the friends who brought the most',
          program: 'refer_a_friend',
          query: { of: 'partners' },
        },
        { title: 'Get the best readers', program: 'newsletter', query: { of: 'partners' } },
      ],
    },
  },
} satisfies Record<string, Operations>
