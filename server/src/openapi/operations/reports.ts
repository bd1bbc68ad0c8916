import type { Operations } from '../operation.js'

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
  },
} satisfies Record<string, Operations>
