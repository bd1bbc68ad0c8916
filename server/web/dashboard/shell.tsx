import { useQueryClient } from '@tanstack/preact-query'
import {
  ArrowLeftRight,
  Banknote,
  ChartLine,
  Code,
  Contact,
  Gift,
  Handshake,
  KeyRound,
  LogOut,
  Plus,
  Settings as SettingsIcon,
  TicketPercent,
  Users,
  Webhook as WebhookIcon,
} from 'lucide-preact'
import { useState } from 'preact/hooks'
import { Route, Switch, useLocation } from 'wouter-preact'
import { requestJson } from '../lib/request-json.js'
import { ActionButton } from '../look/action-button.js'
import { Frame } from '../look/frame.js'
import { ThemeSwitch } from '../look/theme-switch.js'
import { NewProgram } from './new-program.js'
import { NoPrograms } from './no-programs.js'
import { openProgram, programToOpen } from './open-program.js'
import { OtherPages, useOtherPages } from './other-pages.js'
import { Overview } from './overview/overview.js'
import { ProgramContext } from './program-context.js'
import { ProgramSwitch } from './program-switch.js'
import type { Program, Session } from './session.js'

/** All pages, for somebody who is signed in, about one program at a time. */
export function Shell({ session }: { session: Session }) {
  const [program, setProgram] = useState(() => programToOpen(session.programs))
  const [, navigate] = useLocation()
  const queries = useQueryClient()
  useOtherPages()

  const choose = (chosen: Program, page = '/') => {
    openProgram(chosen)
    setProgram(chosen)
    navigate(page)
  }
  const begin = (made: Program) => {
    queries.setQueryData<Session>(
      ['session'],
      (before) => before && { ...before, programs: [...before.programs, made] },
    )
    choose(made, '/install')
  }
  const signOut = async () => {
    await requestJson('/auth/v1/sign-out', { method: 'POST' })
    queries.setQueryData(['session'], null)
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
  }
  if (!program) return <NoPrograms account={session.account} onMade={begin} />
  return (
    <ProgramContext.Provider value={program} key={program.public_id}>
      <Frame
        name="Pollen"
        menu={menuOf(program)}
        top={
          <div class="row">
            <ProgramSwitch programs={session.programs} open={program} onChoose={choose} />
            {session.account.every_program && (
              <NewProgram onMade={begin} class="button bare small" label="New program">
                <Plus size={18} aria-hidden />
              </NewProgram>
            )}
          </div>
        }
        foot={
          <>
            <ThemeSwitch />
            <div class="row apart small">
              <span class="soft break grow">{session.account.name || session.account.email}</span>
              <ActionButton onAction={signOut} class="button bare small" label="Sign out">
                <LogOut size={16} aria-hidden />
              </ActionButton>
            </div>
          </>
        }
      >
        <Switch>
          <Route path="/" component={Overview} />
          <Route component={OtherPages} />
        </Switch>
      </Frame>
    </ProgramContext.Provider>
  )
}

/** What a program of this type has. */
const menuOf = ({ type }: Program) => [
  {
    links: [
      { href: '/', label: 'Overview', icon: ChartLine },
      ...(type === 'affiliate' ? [{ href: '/partners', label: 'Partners', icon: Handshake }] : []),
      ...(type === 'newsletter'
        ? [{ href: '/subscribers', label: 'Subscribers', icon: Users }]
        : [
            { href: '/customers', label: 'Customers', icon: Users },
            { href: '/transactions', label: 'Transactions', icon: ArrowLeftRight },
          ]),
      { href: '/rewards', label: 'Rewards', icon: Gift },
      ...(type === 'affiliate'
        ? [
            { href: '/payouts', label: 'Payouts', icon: Banknote },
            { href: '/leads', label: 'Leads', icon: Contact },
          ]
        : []),
      ...(type === 'newsletter'
        ? []
        : [{ href: '/coupons', label: 'Coupons', icon: TicketPercent }]),
    ],
  },
  {
    heading: 'Set up',
    links: [
      { href: '/install', label: 'Install', icon: Code },
      { href: '/webhooks', label: 'Webhooks', icon: WebhookIcon },
      { href: '/api-keys', label: 'API keys', icon: KeyRound },
      { href: '/settings', label: 'Settings', icon: SettingsIcon },
    ],
  },
]
